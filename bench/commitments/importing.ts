/** Observations brought in as tables over HTTP, beside the same rows inserted into plain tables. */
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import type { Site } from '../testing/server.ts'
import type { Hand } from '../text/talks.ts'

/** Rows in one file. */
const perFile = 5_000
/** Rows in one transaction of the plain peer: as many as the door writes together at most. */
const perTransaction = 64

/** One observation as a row of the file. */
interface Row {
  readonly cells: readonly string[]
  readonly stipulation: string
}

const head =
  'from,to,latitude,longitude,place_en,place_ru,controls,means,what_en,what_ru,assessed,count_least,count_most,stipulations'

const means = ['seen', 'heard', 'camera', 'uav']
const day = 86_400_000

/** The n-th observation. Every tenth is of the first obligation, which therefore is the busiest; the others in turn. */
const rowOf = (n: number, stipulations: readonly string[]): Row => {
  const from = new Date(Date.UTC(2026, 0, 1) + (n % 180) * day + (n % 1_440) * 60_000)
  const at = (n * 7_919) % 100_000
  const stipulation = stipulations[n % 10 === 0 ? 0 : n % stipulations.length] ?? ''
  return {
    stipulation,
    cells: [
      ...[from.toISOString(), new Date(from.getTime() + 600_000).toISOString()],
      ...[(48 + at / 100_000).toFixed(5), (37 + ((at * 31) % 100_000) / 100_000).toFixed(5)],
      ...[`Post ${n % 40}`, `Пост ${n % 40}`, n % 2 === 0 ? 'a' : 'b', means[n % means.length] ?? ''],
      ...[
        `Vehicles on the road no. ${n % 97} going east.`,
        `Машины на дороге № ${n % 97}, движутся на восток.`,
      ],
      ...[n % 3 === 0 ? 'yes' : 'no', String(n % 5), String(3 + (n % 5)), stipulation],
    ],
  }
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const fileOf = (rows: readonly Row[]): string =>
  [head, ...rows.map(({ cells }) => cells.map(quoted).join(','))].join('\n')

/** How fast rows went in, file by file; rows a second. */
export type Rates = number[]

const bring = async (site: Site, hand: Hand, rows: readonly Row[]): Promise<number> => {
  const csv = fileOf(rows)
  const path = `/api/processes/${site.process}/rooms/${site.rooms.mission}/observations`
  const begun = performance.now()
  const { status, body } = await hand.wire.ask('POST', path, { csv })
  const took = performance.now() - begun
  const imported = JSON.parse(body) as { readonly recorded: number }
  if (status !== 200 || imported.recorded !== rows.length)
    throw new Error(`a table was not taken whole: ${status} ${body.slice(0, 300)}`)
  return (rows.length * 1000) / took
}

const plainTables = `
  create schema if not exists plain;
  create table if not exists plain.observations (id uuid primary key, room uuid not null, at timestamptz not null, state jsonb not null);
  create table if not exists plain.bears (about uuid not null, observation uuid not null, primary key (about, observation));
  create table if not exists plain.done (n bigserial primary key, room uuid not null, observation uuid not null, payload jsonb not null)`

/** Makes the plain tables. */
export const makePlain = (owner: pg.Client): Promise<unknown> => owner.query(plainTables)

const insertPlain = `
  with rows as (select * from unnest($1::uuid[], $2::uuid[], $3::text[]) r (id, about, state)),
  said as (insert into plain.done (room, observation, payload) select $4::uuid, id, state::jsonb from rows),
  kept as (insert into plain.observations select id, $4::uuid, now(), state::jsonb from rows)
  insert into plain.bears select about, id from rows`

const plainState = ({ cells, stipulation }: Row) => {
  const [from, to, latitude, longitude, en, ru, controls, how, whatEn, whatRu, assessed, least, most] = cells
  return JSON.stringify({
    place: { names: [{ en, ru }], latitude: Number(latitude), longitude: Number(longitude) },
    ...{ when: { from, to }, what: { en: whatEn, ru: whatRu }, stipulations: [stipulation] },
    ...{ controls, means: how, assessed: assessed === 'yes' },
    count: { least: Number(least), most: Number(most) },
  })
}

/** The same rows: what was said, what is kept, what it bears on; 64 in one transaction. */
const insert = async (owner: pg.Client, room: string, rows: readonly Row[]): Promise<number> => {
  const begun = performance.now()
  for (let from = 0; from < rows.length; from += perTransaction) {
    const some = rows.slice(from, from + perTransaction)
    await owner.query({
      name: 'insert-plain',
      text: insertPlain,
      values: [some.map(() => randomUUID()), some.map((row) => row.stipulation), some.map(plainState), room],
    })
  }
  return (rows.length * 1000) / (performance.now() - begun)
}

/** Brings so many observations in, file by file, each followed by the same rows in plain tables. */
export const measureImport = async (
  site: Site,
  hand: Hand,
  owner: pg.Client,
  count: number,
  stipulations: readonly string[],
): Promise<{ readonly ours: Rates; readonly plain: Rates }> => {
  const [ours, plain]: [Rates, Rates] = [[], []]
  for (let from = 0; from < count; from += perFile) {
    const rows = Array.from({ length: Math.min(perFile, count - from) }, (_, i) =>
      rowOf(from + i, stipulations),
    )
    ours.push(await bring(site, hand, rows))
    plain.push(await insert(owner, site.rooms.mission ?? '', rows))
  }
  return { ours, plain }
}
