/** A table whose rooms are full of canaries, and who walks through it. */
import { type Aviary, type Canary, canaryProcess, fillRooms, type LaidPaper, makeAviary } from './canaries.ts'
import { roomSeats } from './process.ts'
import { openTable, type Person, type TestTable } from './table.ts'
import { gather, type Walkers } from './walk.ts'
import { nameWitnesses } from './witnesses.ts'

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

/** Signs every log, and takes down what of them only a room may know. Nothing answers at the witnesses' address. */
const recordRooms = async (table: TestTable, aviary: Aviary): Promise<void> => {
  await nameWitnesses(table, 'https://localhost:1/')
  await table.context.recorder.tick()
  for (const [room, id] of Object.entries(table.founded.rooms)) {
    const pool = table.installation.pools.of(table.founded.roles[roomSeats(room)[0] ?? ''] ?? '')
    const acts = await pool.query<{ salt: string; leaf: string; kind: string }>(
      `select encode(salt, 'hex') as salt, leaf, kind from parley.acts where room_id = $1`,
      [id],
    )
    for (const { salt, leaf, kind } of acts.rows) {
      aviary.id(JSON.parse(leaf).commitment, 'leaf of an act', room)
      if (kind !== 'marks.move') aviary.id(salt, 'salt of an act', room)
    }
    const anchored = await pool.query<{ salt: string }>(
      `select encode(salt, 'hex') as salt from parley.anchorings where room_id = $1`,
      [id],
    )
    for (const { salt } of anchored.rows) aviary.id(salt, 'salt of an anchoring', room)
  }
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
  await recordRooms(table, aviary)
  return { table, walkers, papers, canaries: aviary.all }
}
