/** The recorder: at every tick the logs of every process are signed, anchored and offered to their witnesses. */
import type pg from 'pg'
import type { Installation } from '../installation.ts'
import { alarming, type Said } from './asking.ts'
import { offer } from './offering.ts'
import { type Appointed, readRoster } from './roster.ts'
import { openSequencer, type SignedHead } from './sequencer.ts'
import type { WitnessLine } from './witness/line.ts'

/** How a witness of this process is reached. */
export type LineOf = (process: string, witness: Appointed, heads: readonly SignedHead[]) => WitnessLine

/** What the recorder stands on. */
export interface RecorderOptions {
  readonly installation: Installation
  readonly clock: () => Date
  readonly lineOf: LineOf
  readonly tickSeconds: number
  /** A line for whoever runs the server. */
  readonly tell?: (line: string) => void
}

/** Signs and offers; one tick at a time. */
export interface Recorder {
  /**
   * One tick of every process. Resolves when every witness has answered or has been given up for this time.
   * With a process that is still being founded, of that one too.
   */
  readonly tick: (founding?: string) => Promise<void>
}

interface Mediator {
  readonly process: string
  readonly role: string
}

const mediators = async (door: pg.Pool, founding: string | undefined): Promise<readonly Mediator[]> => {
  const { rows } = await door.query<Mediator>(
    `select p.process_id as process, min(s.role::text) as role from door.processes p join door.seats s using (process_id)
     where (p.ready or p.process_id = $1) and s.kind = 'mediator' group by p.process_id order by p.process_id`,
    [founding ?? null],
  )
  return rows
}

/** What whoever runs the server should know at once: a witness says that this is not the log it saw. */
const alarms = (said: readonly Said[]): readonly string[] =>
  said.flatMap(({ log, witness, answer }) =>
    'trouble' in answer && alarming.includes(answer.trouble)
      ? [`the witness of ${witness.seat} knows another log under the name of ${log} (${answer.trouble})`]
      : [],
  )

/** The moment of the tick to which a time belongs: whole periods since 1970, so that moments of lost ticks are known too. */
export const tickAt = (now: Date, everySeconds: number): string => {
  const period = everySeconds * 1000
  return new Date(Math.floor(now.getTime() / period) * period).toISOString()
}

/** Opens the recorder. */
export const openRecorder = ({
  installation,
  clock,
  lineOf,
  tickSeconds,
  tell,
}: RecorderOptions): Recorder => {
  const { pools, keys, names, door } = installation
  const pool = pools.of(names.record)
  const sequencer = openSequencer({
    pool,
    keys,
    onGap: (log, index) => tell?.(`the log ${log} lacks the entry ${index}: it cannot go on`),
  })
  const known = new Map<string, number>()
  const record = async ({ process, role }: Mediator): Promise<void> => {
    const roster = await readRoster(pools.of(role))
    const heads = await sequencer.sign(process, roster, tickAt(clock(), tickSeconds))
    const lines = (of: string, witness: Appointed) => lineOf(of, witness, heads)
    const said = await offer({ pool, keys, lineOf: lines, known, clock }, process, heads, roster)
    for (const alarm of alarms(said)) tell?.(alarm)
  }
  let last: Promise<unknown> = Promise.resolve()
  const tick = async (founding?: string): Promise<void> => {
    const done = await Promise.allSettled((await mediators(door, founding)).map(record))
    const failed = done.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  }
  return {
    tick: (founding) => {
      const next = last.then(
        () => tick(founding),
        () => tick(founding),
      )
      last = next.catch(() => undefined)
      return next
    },
  }
}

/** Ticks at fixed moments of the clock on the wall, whatever happens; returns how to stop. */
export const startTicks = (
  recorder: Recorder,
  everySeconds: number,
  onFault: (error: unknown) => void,
): (() => Promise<void>) => {
  const period = everySeconds * 1000
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  const wait = (): void => {
    if (!isStopped) timer = setTimeout(go, period - (Date.now() % period))
  }
  const go = (): void => {
    running = recorder.tick().catch(onFault).finally(wait)
  }
  go()
  return () => {
    isStopped = true
    clearTimeout(timer)
    return running
  }
}
