/** An act on a long text beside the same act on a short one, and what a reader reads after it. */
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { median, milliseconds, printTable } from '../testing/figures.ts'
import type { Site } from '../testing/server.ts'
import { type Hand, handOf } from './talks.ts'

const rounds = 40
const aim = 2

/** One text with the people who act on it. */
interface Table {
  readonly pages: number
  readonly site: Site
  readonly a: Hand
  readonly b: Hand
  readonly mediator: Hand
  /** How far its log was when it was last read. */
  size: number
}

const openTable = async (pages: number, site: Site): Promise<Table> => ({
  pages,
  site,
  a: await handOf(site, 'a'),
  b: await handOf(site, 'b'),
  mediator: await handOf(site, 'mediator'),
  size: 0,
})

const read = async (table: Table, since: number): Promise<number> => {
  const path = `/api/processes/${table.site.process}/rooms/${table.site.rooms.plenary}/text?since=${since}`
  const { status, body } = await table.b.wire.ask('GET', path)
  if (status !== 200) throw new Error(`the text was not read: ${status}`)
  table.size = (JSON.parse(body) as { size: number }).size
  return Buffer.byteLength(body)
}

/** A paragraph that nothing has been done to yet: each round has its own. */
const fresh = (round: number): string => `a${Math.floor(round / 7) % 5}p${round % 7}`
const bracketOf = (round: number): string => `b-${fresh(round)}`
const proposed = { en: ['Both sides'], ru: ['Обе стороны'] }
const ranges = { en: { from: 0, to: 4 }, ru: { from: 0, to: 4 } }

const proposals = new Map<string, string>()
const proposalOf = ({ pages }: Table, round: number): string => {
  const key = `${pages}/${round}`
  const id = proposals.get(key) ?? randomUUID()
  proposals.set(key, id)
  return id
}

type Acting = (table: Table, round: number) => Promise<unknown>

/** The acts in the order in which a round does them; a bracket is opened before somebody supports what is in it. */
const acts: Readonly<Record<string, Acting>> = {
  'clause.reserve': ({ a }, round) =>
    a.act('plenary', 'clause.reserve', fresh(round), null, {
      id: randomUUID(),
      words: { en: 'We reserve our position.', ru: 'Мы оговариваем свою позицию.' },
    }),
  'clause.bracket': ({ mediator }, round) =>
    mediator.act('plenary', 'clause.bracket', fresh(round), null, {
      wording: 1,
      bracket: bracketOf(round),
      ranges,
      stood: `s-${fresh(round)}`,
      alternative: { id: `n-${fresh(round)}`, passage: proposed, sponsors: [], bridge: true },
    }),
  'clause.support': ({ b }, round) =>
    b.act('plenary', 'clause.support', fresh(round), null, { alternative: `n-${fresh(round)}` }),
  'proposal.make': (table, round) =>
    table.a.act('a-channel', 'proposal.make', proposalOf(table, round), 0, {
      target: { on: 'bracket', clause: fresh(round), bracket: bracketOf(round) },
      passage: proposed,
    }),
  'proposal.enter': (table, round) =>
    table.mediator.act('a-channel', 'proposal.enter', proposalOf(table, round), 1, {
      target: { on: 'bracket', clause: fresh(round), bracket: bracketOf(round) },
    }),
}

interface Seen {
  readonly took: number[]
  readonly bytes: number[]
  readonly reading: number[]
}

const act = async (table: Table, once: Acting, round: number, seen: Seen): Promise<void> => {
  const begun = performance.now()
  await once(table, round)
  seen.took.push(performance.now() - begun)
  const asked = performance.now()
  seen.bytes.push(await read(table, table.size))
  seen.reading.push(performance.now() - asked)
}

const whole = async (table: Table): Promise<readonly [string, string]> => {
  const took: number[] = []
  let bytes = 0
  for (let n = 0; n < 5; n += 1) {
    const begun = performance.now()
    bytes = await read(table, 0)
    took.push(performance.now() - begun)
  }
  return [milliseconds(median(took)), `${Math.round(bytes / 1024)} kB`]
}

const kilobytes = (values: readonly number[]): string => `${(median(values) / 1024).toFixed(1)} kB`

/** Measures turn and turn about on texts of several lengths; the first is what the others are compared with. */
export const measureActing = async (texts: ReadonlyMap<number, Site>): Promise<void> => {
  const tables: Table[] = []
  for (const [pages, site] of texts) tables.push(await openTable(pages, site))
  const seen = new Map(
    tables.flatMap(({ pages }) =>
      Object.keys(acts).map((kind) => [`${kind}/${pages}`, { took: [], bytes: [], reading: [] } as Seen]),
    ),
  )
  for (const table of tables) await read(table, 0)
  for (let round = 0; round < Math.min(rounds, 35); round += 1)
    for (const [kind, once] of Object.entries(acts))
      for (const table of round % 2 === 0 ? tables : tables.toReversed()) {
        const held = seen.get(`${kind}/${table.pages}`)
        if (held) await act(table, once, round, held)
      }
  const of = (kind: string, pages: number): Seen =>
    seen.get(`${kind}/${pages}`) ?? { took: [], bytes: [], reading: [] }
  const [first] = tables
  const ratio = (kind: string, pages: number): number =>
    median(of(kind, pages).took) / median(of(kind, first?.pages ?? 0).took)
  printTable(
    `An act on a text of so many pages, answered; what a reader reads after it (median of ${35} interleaved rounds)`,
    [
      ['act', 'pages', 'answered', 'ratio', 'read after it', 'in'],
      ...Object.keys(acts).flatMap((kind) =>
        tables.map(({ pages }) => [
          kind,
          `${pages}`,
          milliseconds(median(of(kind, pages).took)),
          ratio(kind, pages).toFixed(2),
          kilobytes(of(kind, pages).bytes),
          milliseconds(median(of(kind, pages).reading)),
        ]),
      ),
    ],
  )
  const worst = Math.max(...Object.keys(acts).map((kind) => ratio(kind, 72)))
  console.log(`The aim, at most ${aim} times, is ${worst <= aim ? 'reached' : 'missed'}: ${worst.toFixed(2)}`)
  const again: string[][] = [['pages', 'takes', 'bytes']]
  for (const table of tables) again.push([`${table.pages}`, ...(await whole(table))])
  printTable('For comparison: the whole text read again', again)
  for (const { a, b, mediator } of tables) for (const hand of [a, b, mediator]) hand.wire.close()
}
