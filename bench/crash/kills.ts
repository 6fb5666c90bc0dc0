/** Kills the server and PostgreSQL without warning, under load, and sees how long it takes until acts are confirmed again. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresIn } from '#server/database/processes.ts'
import { type Server, type Site, startServer } from '../testing/server.ts'
import type { Confirmed, Load } from './load.ts'

/** What is killed: the server; PostgreSQL's first process alone; all processes of PostgreSQL in the same instant. */
export const victims = ['server', 'postmaster', 'all of PostgreSQL'] as const
export type Victim = (typeof victims)[number]

/** One kill: the how manieth of this victim in its round, and the milliseconds until an act was confirmed again. */
export interface Kill {
  readonly victim: Victim
  readonly nth: number
  readonly recovery: number
}

/** How the kills are dealt out. The starting script gives up at the fifth death within a minute, so a round has four. */
const rounds = 5
const perRound: readonly Victim[] = [
  'server',
  'postmaster',
  'server',
  'all of PostgreSQL',
  'server',
  'postmaster',
  'server',
  'all of PostgreSQL',
]
const calmMs = 1_300
const giveUpMs = 20_000

const parentOf = (pid: string): number => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

/** The server that the starting script has started: its only child. */
const serverBelow = (starter: number): number => {
  const found = readdirSync('/proc').find((name) => /^\d+$/.test(name) && parentOf(name) === starter)
  if (found === undefined) throw new Error('the starting script has no server')
  return Number(found)
}

const postmasterIn = (database: string): number => {
  const pid = Number.parseInt(readFileSync(join(database, 'postmaster.pid'), 'utf8'), 10)
  if (!postgresIn(database).includes(pid)) throw new Error('no PostgreSQL runs on the data folder')
  return pid
}

const pidsOf = (victim: Victim, site: Site, server: Server): readonly number[] => {
  const database = join(site.data, 'postgres')
  if (victim === 'server') return [serverBelow(server.pid)]
  const postmaster = postmasterIn(database)
  if (victim === 'postmaster') return [postmaster]
  return [postmaster, ...postgresIn(database).filter((pid) => pid !== postmaster)]
}

const killAll = (pids: readonly number[]): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went with the one before it.
    }
  }
}

/** Milliseconds from the kill to the end of the longest silence after it: the first confirmation of the restored house. */
const recoveryAfter = (kill: number, confirmed: readonly Confirmed[], until: number): number => {
  const moments = [kill, ...confirmed.map(({ at }) => at).filter((at) => at > kill), until]
  const silences = moments.slice(1).map((at, i) => ({ length: at - (moments[i] ?? at), end: at }))
  const longest = silences.reduce((most, each) => (each.length > most.length ? each : most))
  return longest.end - kill
}

/** Waits until an act that was sent after this moment is confirmed. */
const confirmedAgain = async (server: Server, load: Load, after: number): Promise<void> => {
  while (!load.confirmed.slice(-50).some(({ begun }) => begun > after)) {
    if (performance.now() - after > giveUpMs)
      throw new Error(
        `no act was confirmed for 20 s after a kill; ${load.refused.at(-1) ?? 'no refusals'}\n${server.said()}`,
      )
    await sleep(10)
  }
}

const killOnce = async (victim: Victim, site: Site, server: Server, load: Load): Promise<number> => {
  const pids = pidsOf(victim, site, server)
  const at = performance.now()
  const known = load.confirmed.length
  killAll(pids)
  await sleep(300)
  await confirmedAgain(server, load, performance.now())
  await sleep(calmMs + Math.random() * 400)
  return recoveryAfter(at, load.confirmed.slice(known), performance.now())
}

/** Runs all rounds. Between two rounds the server is stopped and started in order, under load too. */
export const killAgainAndAgain = async (site: Site, first: Server, load: Load): Promise<readonly Kill[]> => {
  const kills: Kill[] = []
  let server = first
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, victim] of perRound.entries()) {
      const nth = perRound.slice(0, i + 1).filter((each) => each === victim).length
      kills.push({ victim, nth, recovery: await killOnce(victim, site, server, load) })
    }
    console.log(
      `round ${round + 1} of ${rounds}: ${kills.length} kills, ${load.confirmed.length} acts confirmed`,
    )
    if (round + 1 === rounds) break
    await server.stop()
    server = await startServer(site, 'start')
  }
  return kills
}
