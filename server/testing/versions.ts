/** Versions for tests: what the mediator's page would freeze now, and freezing it. */
import type { Clause } from '#domain/text/clause.ts'
import { type Frozen, freeze } from '#domain/text/version/freezing.ts'
import { smallProcess } from './process.ts'
import type { Person, TestTable } from './table.ts'

/** The version that the common text of the small process would be now. */
export const frozenNow = async (table: TestTable, person: Person): Promise<Frozen> => {
  const room = table.room('plenary')
  const { text, clauses } = (await person.get(`rooms/${room}/text`)).json
  const last = text.versions.at(-1) ?? null
  const parties = smallProcess.parties.map(({ key }) => key)
  const source = {
    room,
    title: text.title,
    clauses: clauses as Clause[],
    languages: smallProcess.languages,
    parties,
  }
  return freeze(source, last && { number: last.number, hash: last.hash })
}

/** Freezes the common text as it stands. */
export const freezeNow = async (table: TestTable, mediator: Person): Promise<Frozen> => {
  const frozen = await frozenNow(table, mediator)
  const { hash, record } = frozen
  const answer = await mediator.act('plenary', 'version.freeze', String(record.number), 0, { hash })
  if (answer.status !== 200) throw new Error(answer.text)
  return frozen
}
