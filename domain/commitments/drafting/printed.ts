/** A paper's clauses as a drafter reads them: which paragraph goes on a numbered one, and which hangs on a chapeau. */
import type { Known } from '#domain/language/concordance/passage.ts'
import type { AlignedClause } from '#domain/text/alignment.ts'
import type { PrintedClause } from '#domain/text/reading.ts'
import type { DraftClause } from './candidates.ts'

const isBullet = (number: string | null): boolean => number !== null && /^[–—•*-]$/u.test(number)

interface Open {
  readonly clause: PrintedClause
  readonly key: string
}

/**
 * The clauses of a paper in one language, or of two that stand side by side (`first` in the language given, `second` in
 * the other). A heading ends a numbered clause; what is around the text is left out.
 */
export const draftedIn = (
  rows: readonly AlignedClause[],
  languages: readonly [Known, Known],
): readonly DraftClause[] => {
  const drafted: DraftClause[] = []
  let step: Open | null = null
  let chapeaux: readonly Open[] = []
  for (const { first, second } of rows) {
    const clause = first ?? second
    if (!clause) continue
    if (clause.kind === 'cover' || clause.kind === 'title' || clause.kind === 'heading') {
      ;[step, chapeaux] = [null, []]
      continue
    }
    const isNumbered = clause.number !== null && !isBullet(clause.number)
    const goesOn =
      !isNumbered && clause.kind !== 'preambular' && step?.clause.annex === clause.annex ? step : null
    chapeaux = chapeaux.filter((one) => isBullet(clause.number) || one.clause.level < clause.level)
    const { key } = clause
    drafted.push({
      key,
      number: clause.number,
      words: {
        ...(first && { [languages[0]]: first.words }),
        ...(second && { [languages[1]]: second.words }),
      },
      under: chapeaux.at(-1)?.key ?? null,
      follows: goesOn?.key ?? null,
    })
    if (/:$/u.test(clause.words))
      chapeaux = [...chapeaux.filter((one) => one.clause.level < clause.level), { clause, key }]
    if (isNumbered) step = { clause, key }
  }
  return drafted
}
