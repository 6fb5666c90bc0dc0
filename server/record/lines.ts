/** How the log reaches its witnesses: over the network, or inside this server for an exercise. */
import { join } from 'node:path'
import type { VerifierKey } from '#domain/record/key.ts'
import type { RecordKeys } from './keys.ts'
import type { LineOf } from './recorder.ts'
import type { Appointed } from './roster.ts'
import { type LineOptions, lineTo, lineWithin, type WitnessLine } from './witness/line.ts'
import { openWitness, type WitnessBody } from './witness/witness.ts'

/** What the lines stand on. */
export interface LinesOptions extends LineOptions {
  /** Where the witnesses that this server plays keep what they have seen. */
  readonly folder: string
  readonly keys: RecordKeys
  readonly clock: () => Date
}

/** The lines to all witnesses. */
export interface Lines {
  readonly of: LineOf
  readonly close: () => Promise<void>
}

/** Opens lines as they are asked for; a witness that this server plays is opened once. */
export const openLines = ({ folder, keys, clock, ...network }: LinesOptions): Lines => {
  const played = new Map<string, Promise<WitnessBody>>()
  const logs = new Map<string, readonly VerifierKey[]>()
  const playedBy = (process: string, { seat }: Appointed): Promise<WitnessBody> => {
    const name = join(process, seat)
    const known = played.get(name)
    if (known) return known
    const signing = keys.exerciseWitness(process, seat)
    const opened = openWitness({
      folder: join(folder, name),
      signing,
      logs: () => logs.get(name) ?? [],
      clock,
    })
    played.set(name, opened)
    opened.catch(() => played.delete(name))
    return opened
  }
  const within = (process: string, witness: Appointed): WitnessLine => ({
    ask: async (body) => lineWithin(await playedBy(process, witness)).ask(body),
  })
  return {
    of: (process, witness, heads) => {
      const seen = heads.filter(({ seats }) => seats.includes(witness.seat))
      logs.set(
        join(process, witness.seat),
        seen.map(({ log }) => keys.log(log).key),
      )
      return witness.url === null ? within(process, witness) : lineTo(witness.url, network)
    },
    close: async () => {
      const open = await Promise.allSettled(played.values())
      played.clear()
      for (const each of open) if (each.status === 'fulfilled') await each.value.close()
    },
  }
}
