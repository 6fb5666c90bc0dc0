/** `parley mirror`: keeps on a machine of one's own what one's seat may read of the record, and verifies it as it comes. */
import { statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { BadUsage, type Call, type Command, type Ending, jsonOption, tell, textOf } from './command.ts'
import { DiskTrouble, openDisk } from './mirror/disk.ts'
import { givenPolicies } from './mirror/given.ts'
import { readMirrorKey } from './mirror/key.ts'
import { openLine, Unanswered } from './mirror/line.ts'
import { takePlace } from './mirror/place.ts'
import { type Round, type RoundOptions, runRound } from './mirror/round.ts'
import { type Account, accountOf, jsonLineOf, lineOf, troubleJson, warningsOf } from './mirror/said.ts'
import { openServer } from './mirror/server.ts'
import { settledRound } from './mirror/settled.ts'

const usualSeconds = 30
const longestSeconds = 86_400

const secondsOf = (call: Call): number => {
  const text = textOf(call, 'every')
  if (text !== undefined && call.values.once) throw new BadUsage('--once and --every exclude each other')
  const seconds = Number(text ?? usualSeconds)
  if (text !== undefined && !/^\d{1,5}$/.test(text))
    throw new BadUsage(`--every ${text}: a number of seconds is wanted`)
  if (seconds >= 1 && seconds <= longestSeconds) return seconds
  throw new BadUsage(`--every ${text}: from 1 to ${longestSeconds} seconds`)
}

const processOf = (call: Call): string => {
  const id = textOf(call, 'process')
  if (id === undefined) throw new BadUsage('mirror wants --process ID')
  if (!z.uuid().safeParse(id).success) throw new BadUsage(`--process ${id}: the id of a process is a UUID`)
  return id.toLowerCase()
}

const policiesOf = (call: Call): RoundOptions['given'] => {
  const folder = textOf(call, 'policy-dir')
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new BadUsage(`--policy-dir ${folder}: there is no such folder`)
  return givenPolicies(folder, (log) =>
    tell(
      `${folder} holds no policy for the log ${log}: the server's own is taken, with the key that was seen first`,
    ),
  )
}

/** Says how far a long round has come, every few seconds. */
const sayingHowFar = (): RoundOptions['onProgress'] => {
  let last = Date.now()
  return (seen, all) => {
    if (Date.now() - last < 5_000 || seen === all) return
    last = Date.now()
    tell(`${seen.toLocaleString('en')} of ${all.toLocaleString('en')} new entries looked at`)
  }
}

/** A mirror at work. */
interface Session {
  readonly call: Call
  readonly options: RoundOptions
  readonly stop: AbortSignal
  /** What was last said of how things stand, which is not said again. */
  said: string
}

const standingOf = ({ rooms, witnesses, missing }: Account): string =>
  JSON.stringify([rooms, witnesses, missing])

const tellRound = (session: Session, round: Round): Ending => {
  const account = accountOf(round)
  const at = session.options.clock().toISOString()
  const standing = standingOf(account)
  if (session.call.values.json) console.log(jsonLineOf(at, account, round))
  else if (account.entries > 0 || standing !== session.said) console.log(lineOf(account))
  session.said = standing
  for (const warning of warningsOf(account)) tell(warning)
  return account.findings.length > 0 ? 1 : 0
}

const tellTrouble = (session: Session, trouble: string): Ending => {
  const at = session.options.clock().toISOString()
  const after = session.call.values.once ? '' : '; trying again at the next round'
  if (session.call.values.json) console.log(troubleJson(at, trouble))
  else if (trouble !== session.said) tell(`${trouble}${after}`)
  session.said = trouble
  return 2
}

const oneRound = async (session: Session): Promise<Ending> => {
  const { options, stop } = session
  try {
    const pause = (milliseconds: number) => wait(milliseconds, undefined, { signal: stop })
    return tellRound(session, await settledRound(() => runRound(options), pause))
  } catch (error) {
    if (stop.aborted) return 0
    if (error instanceof Unanswered || error instanceof DiskTrouble)
      return tellTrouble(session, error.message)
    throw error
  }
}

const everySoOften = async (session: Session, seconds: number): Promise<Ending> => {
  for (;;) {
    const next = wait(seconds * 1000, undefined, { signal: session.stop }).catch(() => undefined)
    await oneRound(session)
    await next
    if (session.stop.aborted) return 0
  }
}

const stopSignals = ['SIGINT', 'SIGTERM'] as const

/** Does work that is told when somebody asks the command to stop. */
const untilAskedToStop = async (work: (stop: AbortSignal) => Promise<Ending>): Promise<Ending> => {
  const asked = new AbortController()
  const stop = () => asked.abort()
  for (const signal of stopSignals) process.on(signal, stop)
  try {
    return await work(asked.signal)
  } finally {
    for (const signal of stopSignals) process.removeListener(signal, stop)
  }
}

const run = async (call: Call): Promise<Ending> => {
  const [address, folder] = call.positionals
  if (address === undefined || folder === undefined)
    throw new BadUsage('mirror wants the address of the server and a folder')
  const [seconds, id, given] = [secondsOf(call), processOf(call), policiesOf(call)]
  const key = readMirrorKey(textOf(call, 'key-file'), process.env)
  return untilAskedToStop(async (stop) => {
    const server = openServer(openLine(address, key, stop), id)
    const place = await takePlace(folder)
    const options: RoundOptions = {
      disk: openDisk(place.folder),
      server,
      given,
      clock: () => new Date(),
      onProgress: call.values.json ? () => undefined : sayingHowFar(),
      known: new Map(),
    }
    const session: Session = { call, options, stop, said: '' }
    return (call.values.once ? oneRound(session) : everySoOften(session, seconds)).finally(place.release)
  })
}

/** The command. */
export const mirrorCommand: Command = {
  name: 'mirror',
  words: 2,
  usage: 'URL FOLDER --process ID --key-file FILE [--every SECONDS | --once] [--policy-dir DIR] [--json]',
  summary: 'keep in FOLDER, verified, what your seat may read of the record, until it is told to stop',
  options: {
    process: { type: 'string' },
    'key-file': { type: 'string' },
    every: { type: 'string' },
    once: { type: 'boolean' },
    'policy-dir': { type: 'string' },
    ...jsonOption,
  },
  run,
}
