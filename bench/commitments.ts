/** `npm run bench -- commitments`: the list, an obligation's page and the register as they fill; observations brought in as tables. */
import type pg from 'pg'
import { makePlain, measureImport, type Rates } from './commitments/importing.ts'
import {
  foundMission,
  type Hands,
  layStipulations,
  leaveSeats,
  shared,
  takeSeats,
} from './commitments/mission.ts'
import { measureReading, type Seen } from './commitments/reading.ts'
import { syncTime } from './testing/disk.ts'
import { load, machine, median, milliseconds, printTable, rateText } from './testing/figures.ts'
import { connectOwner, versionOf } from './testing/plain.ts'
import { onSite, type Site, startServer } from './testing/server.ts'
import { textOfPages } from './text/prose.ts'

/** How much there is: observations in the mission's room, and obligations. */
const sizes = [
  { records: 1_000, obligations: 20 },
  { records: 10_000, obligations: 200 },
  { records: 100_000, obligations: 2_000 },
]
const text = textOfPages(72)

// Signing takes passkeys and witnesses and is measured nowhere here: what a signed list holds besides is put in its place.
const putInForce = `
  update parley.objects set state = state || jsonb_build_object(
    'inForce', jsonb_build_object('force', gen_random_uuid(), 'version', 1, 'basis', 'entry-into-force', 'from', '2026-03-01'),
    'codings', (select jsonb_agg(jsonb_build_object('finding', gen_random_uuid(), 'level', (first + n) % 4,
      'asOf', '2026-0' || n || '-15', 'at', '2026-0' || n || '-20T10:00:00.000Z')) from generate_series(4, 6) n))
  where room_id = $1 and kind = 'stipulation'`

const oneOfEach = `
  select distinct on (b.about) o.object_id as object from parley.bearings b join parley.objects o using (room_id, kind, object_id)
  where b.room_id = $1 and b.kind = 'observation' order by b.about, o.first`

/** The head lets one observation on each obligation go to the table, told less exactly. */
const release = async (site: Site, hands: Hands, owner: pg.Client): Promise<void> => {
  const { rows } = await owner.query<{ object: string }>(oneOfEach, [site.rooms.mission])
  const told = {
    ...{ to: site.rooms.plenary, place: '0.1', time: 'day' },
    name: { en: 'The valley', ru: 'Долина' },
    what: { en: 'Vehicles on a road.', ru: 'Машины на дороге.' },
  }
  await shared(hands.head, rows, (hand, { object }) =>
    hand.act('mission', 'observation.release', object, 1, told),
  )
}

interface Measured {
  readonly size: (typeof sizes)[number]
  readonly rates: { readonly ours: Rates; readonly plain: Rates }
  readonly seen: readonly Seen[]
}

const measure = async (site: Site, owner: pg.Client, size: (typeof sizes)[number]): Promise<Measured> => {
  const hands = await takeSeats(site)
  const [party, mission] = [hands.a[0], hands.head[0]]
  if (!party || !mission) throw new Error('nobody is there')
  const stipulations = await layStipulations(site, hands, text, size.obligations)
  await owner.query(putInForce, [site.rooms.plenary])
  const rates = await measureImport(site, mission, owner, size.records, stipulations)
  await release(site, hands, owner)
  await owner.query('vacuum analyze')
  const seen = await measureReading({ site, party, mission, stipulations }, owner)
  leaveSeats(hands)
  return { size, rates, seen }
}

const printAll = (all: readonly Measured[]): void => {
  printTable(
    'Observations brought in over HTTP as tables of 5000 rows, rows a second, and the same rows inserted into plain tables',
    [
      ['into a room that ends with', 'Parley', 'its last table', 'plain', 'ratio'],
      ...all.map(({ size, rates: { ours, plain } }) => [
        `${size.records}`,
        ...[median(ours), ours.at(-1) ?? 0, median(plain)].map(rateText),
        (median(ours) / median(plain)).toFixed(2),
      ]),
    ],
  )
  printTable(
    'Read over HTTP, one at a time, turn and turn about with the same rows in plain SQL without walls (120 times each)',
    [
      ['page', 'observations', 'obligations', 'p50', 'p95', 'plain p95', 'ratio', 'bytes'],
      ...(all[0]?.seen ?? []).flatMap((_, i) =>
        all.map(({ size, seen }) => {
          const { what, p50, p95, plain95, bytes } = seen[i] as Seen
          return [
            ...[what, `${size.records}`, `${size.obligations}`, milliseconds(p50), milliseconds(p95)],
            ...[milliseconds(plain95), (p95 / plain95).toFixed(1), `${Math.round(bytes / 1024)} kB`],
          ]
        }),
      ),
    ],
  )
}

await onSite(async (site) => {
  const sites: Site[] = []
  for (const { records } of sizes) sites.push(await foundMission(site, `records-${records}`))
  await startServer(site, 'serve')
  const owner = await connectOwner(site.data)
  console.log(`${machine(await versionOf(owner), syncTime(site.data))}; ${load()}`)
  await makePlain(owner)
  const all: Measured[] = []
  for (const [i, size] of sizes.entries()) all.push(await measure(sites[i] as Site, owner, size))
  await owner.end()
  printAll(all)
  console.log(`\n${load()}`)
})
