/** The common text in the reading of one side, as the beginning of a private draft. */
import type { TextView } from '#contract/text-views.ts'
import { liveAlternatives } from '#domain/text/bracket.ts'
import { mapPassage, untranslated } from '#domain/text/content.ts'
import type { ClauseSeed } from '#domain/text/laws.ts'
import { type Choice, choiceOf, inReadingOrder, resolved } from '#domain/text/text.ts'

/** The own side's words; where it has none, the words that stood, or else the first there are. */
const readingOf =
  (party: string): Choice =>
  (bracket) => {
    const own = choiceOf(party)(bracket)
    if (own && untranslated(own).length === 0) return own
    return own ?? (party === '' ? (liveAlternatives(bracket)[0]?.passage ?? null) : null)
  }

/** Every clause of the text without brackets; a clause that the other side alone wants is left out. */
export const draftSeeds = (view: Pick<TextView, 'clauses'>, party: string): readonly ClauseSeed[] => {
  const choose = readingOf(party)
  const ordered = inReadingOrder(view)
  const kept = ordered.flatMap(({ clause }) => {
    const passage = mapPassage(clause.passage, (content, language) =>
      content === null ? null : resolved(content, clause.brackets, language, choose),
    )
    const isOut =
      Object.keys(clause.brackets).length > 0 &&
      Object.values(passage).every((content) => !content || content.length === 0)
    return isOut ? [] : [{ clause, passage }]
  })
  const ids = new Set(kept.map(({ clause }) => clause.id))
  return kept.map(({ clause: { id, parent, order, kind, number, notes }, passage }) => ({
    id,
    parent: parent !== null && ids.has(parent) ? parent : null,
    order,
    kind,
    ...(number === undefined ? {} : { number }),
    passage,
    brackets: {},
    notes,
  }))
}
