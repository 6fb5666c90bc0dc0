/** `npm run bench -- crash`: forty deaths under load; what was confirmed must be there once, and writing must soon go on. */
import { type Findings, findInTables, findOverHttp } from './crash/findings.ts'
import { type Kill, killAgainAndAgain, victims } from './crash/kills.ts'
import { type Load, startLoad } from './crash/load.ts'
import { type NaiveOutcome, startNaive } from './crash/naive.ts'
import { syncTime } from './testing/disk.ts'
import { machine, median, milliseconds, printTable } from './testing/figures.ts'
import { connectOwner, makePlainTable, versionOf } from './testing/plain.ts'
import { onSite, type Site, startServer } from './testing/server.ts'

const aimMs = 5_000

interface Outcome {
  readonly load: Load
  readonly kills: readonly Kill[]
  readonly http: Findings
  readonly tables: Findings
  readonly naive: NaiveOutcome
}

const measure = async (site: Site): Promise<Outcome> => {
  const server = await startServer(site, 'start')
  const owner = await connectOwner(site.data)
  await makePlainTable(owner, 'naive')
  console.log(machine(await versionOf(owner), syncTime(site.data)))
  await owner.end()
  const load = await startLoad(site)
  const naiveLoad = startNaive(site.data)
  const kills = await killAgainAndAgain(site, server, load)
  await load.stop()
  const naive = await naiveLoad.stop()
  const http = await findOverHttp(site, load.clients, load.confirmed)
  const again = await connectOwner(site.data)
  const tables = await findInTables(again, load.confirmed)
  await again.end()
  for (const { wire } of load.clients) wire.close()
  return { load, kills, http, tables, naive }
}

const recoveryRow = (name: string, kills: readonly Kill[]): readonly string[] => {
  const times = kills.map(({ recovery }) => recovery)
  return [name, String(times.length), ...[median(times), Math.max(...times)].map(milliseconds)]
}

/** The server's deaths also one by one: the starting script waits longer before each new start within a minute. */
const printRecovery = (kills: readonly Kill[]): void => {
  const of = (victim: string) => kills.filter((kill) => kill.victim === victim)
  const server = of('server')
  const nths = [...new Set(server.map(({ nth }) => nth))]
  printTable('From kill -9 to the next confirmed act', [
    ['killed', 'times', 'p50', 'max'],
    ...victims.map((victim) => recoveryRow(victim, of(victim))),
    ...nths.map((nth) =>
      recoveryRow(
        `server, death ${nth} in a minute`,
        server.filter((kill) => kill.nth === nth),
      ),
    ),
  ])
}

const printFindings = ({ load, http, tables, naive }: Outcome): void => {
  const retried = load.confirmed.filter(({ retries }) => retries > 0).length
  const row = (name: string, found: Findings, wide: boolean) => [
    name,
    ...[load.confirmed.length, retried, found.lost, found.doubled, found.moved, found.gaps].map(String),
    ...(wide ? [found.leaves, found.states].map(String) : ['', '']),
  ]
  printTable('What was confirmed, and what was found of it', [
    ['', 'confirmed', 'retried', 'lost', 'doubled', 'moved', 'gaps', 'leaves', 'states'],
    row('Parley, read by its members', http, false),
    row('Parley, read in the tables', tables, true),
    [
      'plain rows, plain retry',
      ...[naive.confirmed, naive.doubtful, naive.lost, naive.doubled].map(String),
      ...['', '', '', ''],
    ],
  ])
}

const faultsOf = ({ load, kills, http, tables }: Outcome): readonly string[] => {
  const late = kills.filter(({ recovery }) => recovery >= aimMs)
  const counts = [http, tables].flatMap(({ acts: _, ...found }) => Object.values(found))
  return [
    ...(counts.some((count) => count > 0) ? ['the record is not what was confirmed'] : []),
    ...(late.length > 0 ? [`${late.length} recoveries took ${aimMs / 1000} s or more`] : []),
    ...(load.refused.length > 0 ? [`${load.refused.length} acts were refused: ${load.refused[0]}`] : []),
  ]
}

const judge = async (site: Site): Promise<void> => {
  const outcome = await measure(site)
  printRecovery(outcome.kills)
  printFindings(outcome)
  const faults = faultsOf(outcome)
  console.log(
    faults.length === 0
      ? `\nAll is there once: ${outcome.tables.acts} acts in the record, every recovery under ${aimMs / 1000} s`
      : `\n${faults.join('\n')}`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
}

await onSite(judge)
