/** A table whose rooms are full of canaries, and who walks through it. */
import { type Canary, canaryProcess, fillRooms, type LaidPaper, makeAviary } from './canaries.ts'
import { openTable, type Person, type TestTable } from './table.ts'
import { gather, type Walkers } from './walk.ts'

/** A member of every seat; of the delegations and the mediator's also those with another function. */
export const oneOfEach = [
  'us-head',
  'us-unseen',
  'us-interpreter',
  'ru-head',
  'ru-legislator',
  'mediator-head',
  'mediator-interpreter',
  'observer',
  'guarantor',
  'verifier',
  'public',
]

/** A filled table. */
export interface Prepared {
  readonly table: TestTable
  readonly walkers: Walkers
  readonly papers: readonly LaidPaper[]
  readonly canaries: ReadonlyMap<string, Canary>
}

/** Opens a table, opens the streams of these members, and fills every room. */
export const prepare = async (members: readonly string[]): Promise<Prepared> => {
  const aviary = makeAviary()
  const table = await openTable(canaryProcess(aviary))
  const known = new Map<string, Promise<Person>>()
  const as = (key: string) => {
    const person = known.get(key) ?? table.as(key)
    known.set(key, person)
    return person
  }
  const walkers = await gather(table, members)
  const papers = await fillRooms(table, aviary, as)
  return { table, walkers, papers, canaries: aviary.all }
}
