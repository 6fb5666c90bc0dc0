/** The codes of the common list as the tables that PA-X works with, made where they are read: nothing of it goes anywhere. */
import { useQuery } from '@tanstack/react-query'
import type { StipulationLine } from '#contract/commitments-views.ts'
import type { TextView } from '#contract/text-views.ts'
import { agreementTable, clauseTable, taggedBy } from '#domain/commitments/outside/pax-tables.ts'
import { quotable } from '#domain/commitments/quote.ts'
import { named } from '#domain/parties/localised.ts'
import { asCsv } from '#domain/text/export/cells.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { inReadingOrder } from '#domain/text/text.ts'
import { Button } from '../../elements/button.tsx'
import { saveText } from '../../elements/save.ts'
import { useProcess } from '../../process.tsx'
import { textQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'

/** PA-X is coded in English: the words go in English where there are any. */
const coded = 'en'

const wordsIn = (passage: TextView['clauses'][number]['passage']): string =>
  quotable(passage[coded] ?? Object.values(passage).find((content) => content !== null) ?? []).trim()

export const PaxTables = ({
  room,
  lines,
}: {
  readonly room: string
  readonly lines: readonly StipulationLine[]
}) => {
  const say = useSay()
  const { id, process } = useProcess()
  const text = useQuery(textQuery(id, room)).data
  const tagged = lines.filter(({ terms }) => terms.codes.length > 0)
  if (!text || tagged.length === 0) return null
  const write = (which: 'clauses' | 'agreement') => {
    const numbers = numbersOf(text, coded)
    const clauses = inReadingOrder(text)
      .filter(({ clause }) => clause.kind !== 'title' && clause.kind !== 'heading')
      .map(({ clause }) => ({
        ...{ id: clause.id, number: numbers.get(clause.id) ?? '', words: wordsIn(clause.passage) },
      }))
    const codes = tagged.map(({ clause, terms }) => ({ clause, codes: terms.codes }))
    const all = taggedBy(clauses, codes)
    const characters = clauses.reduce((sum, { words }) => sum + words.length, 0)
    const parties = process.parties.map(({ name }) => named(name, coded))
    const rows =
      which === 'clauses'
        ? clauseTable(all)
        : agreementTable({ name: named(process.name, coded), parties, characters }, all)
    saveText(`${process.key}-pa-x-${which}.csv`, asCsv(rows))
  }
  return (
    <section className="card stack tight" aria-labelledby="pax">
      <h2 id="pax">{say('commitments.pax')}</h2>
      <p className="hint">{say('commitments.pax.how', { count: tagged.length })}</p>
      <div className="line">
        <Button onPress={() => write('clauses')}>{say('commitments.pax.clauses')}</Button>
        <Button onPress={() => write('agreement')}>{say('commitments.pax.agreement')}</Button>
      </div>
    </section>
  )
}
