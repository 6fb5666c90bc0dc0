/** Asks the witnesses for their cosignatures of signed heads. */
import type pg from 'pg'
import { toUtf8 } from '#domain/record/bytes.ts'
import { openCheckpoint } from '#domain/record/checkpoint.ts'
import { isCanonicalNote } from '#domain/record/note.ts'
import { fromTiles } from '#domain/record/tiles.ts'
import { consistencyProof } from '#domain/record/tree.ts'
import { formatAddCheckpoint } from '#domain/record/witness.ts'
import type { RecordKeys } from './keys.ts'
import { withStoredTiles } from './ledgers.ts'
import { primitives } from './primitives.ts'
import { type Appointed, keyText } from './roster.ts'
import type { SignedHead } from './sequencer.ts'
import type { WitnessLine } from './witness/line.ts'

/**
 * Why a witness has not cosigned. `longer-history`, `other-history`: it has seen another log under this name;
 * `other-key`: it knows the log by another key. `clock`: the time it states is far from ours.
 */
export type Trouble =
  | 'silent'
  | 'unknown-log'
  | 'bad-signature'
  | 'clock'
  | 'other-key'
  | 'other-history'
  | 'longer-history'

/** The troubles that say that this log is not the one the witness knows. */
export const alarming: readonly Trouble[] = ['other-key', 'other-history', 'longer-history']

/** What one witness says of one head. */
export interface Said {
  readonly log: string
  readonly witness: Appointed
  /** The line of its cosignature and when it says it was made; or why there is none. */
  readonly answer:
    | { readonly line: string; readonly at: string }
    | { readonly trouble: Trouble; readonly size?: number }
}

/** What asking stands on. */
export interface AskingOptions {
  /** Where the tiles of the logs are read. */
  readonly pool: Pick<pg.ClientBase, 'query'>
  readonly keys: RecordKeys
  readonly lineOf: (process: string, witness: Appointed) => WitnessLine
  /** The size up to which a witness is known to have a log, by `sizeKey`; a guess that a conflict corrects. */
  readonly known: Map<string, number>
  /** Where it is given, a cosignature must bear a time that is not far from it. */
  readonly clock?: () => Date
}

const sizeKey = (log: string, witness: Appointed): string => `${log} ${keyText(witness)}`

const request = async (options: AskingOptions, head: SignedHead, old: number): Promise<Uint8Array> => {
  const proof = await withStoredTiles(options.pool, head.log, (readTile) =>
    fromTiles(head.size, readTile, primitives.sha256, (read) =>
      old === 0 || old === head.size ? [] : consistencyProof(old, head.size, read, primitives.sha256),
    ),
  )
  if (!proof.ok) throw new Error(`the tiles of a log are damaged: ${proof.refusal.code}`)
  return toUtf8(formatAddCheckpoint({ old, proof: proof.value, checkpoint: head.note }))
}

/** The time a witness states may be so far from ours, in seconds; no clock that is looked after is farther. */
const farthest = 900

/** A time that can be written as a date of four digits at all. */
const lastTime = 253_402_300_799

const isNear = (time: number, clock: AskingOptions['clock']): boolean =>
  time <= lastTime && (!clock || Math.abs(time - clock().getTime() / 1000) <= farthest)

/** A line that a witness gave, if it is its cosignature of this very head, written in the one canonical way. */
const accepted = (
  options: AskingOptions,
  head: SignedHead,
  witness: Appointed,
  lines: readonly string[],
): Said['answer'] => {
  const { key } = options.keys.log(head.log)
  for (const line of lines) {
    const note = `${head.note}${line}\n`
    const opened = openCheckpoint(note, { logs: [key], witnesses: [witness.key] }, primitives)
    const time = opened.ok ? opened.value.cosignatures[0]?.time : undefined
    if (time === undefined || !isCanonicalNote(note)) continue
    return isNear(time, options.clock)
      ? { line, at: new Date(time * 1000).toISOString() }
      : { trouble: 'clock' }
  }
  return { trouble: 'bad-signature' }
}

const troubles: Readonly<Record<number, Trouble>> = {
  403: 'other-key',
  404: 'unknown-log',
  409: 'other-history',
  422: 'other-history',
}

/** Asks one witness for one log; when it has seen less or more than was thought, once more with what it says. */
const ask = async (
  options: AskingOptions,
  line: WitnessLine,
  head: SignedHead,
  witness: Appointed,
): Promise<Said['answer']> => {
  const key = sizeKey(head.log, witness)
  for (let tries = 0; tries < 2; tries += 1) {
    const old = Math.min(options.known.get(key) ?? 0, head.size)
    const answer = await line.ask(await request(options, head, old))
    if (answer.kind === 'cosigned') {
      const said = accepted(options, head, witness, answer.lines)
      if ('line' in said) options.known.set(key, head.size)
      return said
    }
    if (answer.kind === 'silent') return { trouble: 'silent' }
    if (answer.kind === 'refused') return { trouble: troubles[answer.status] ?? 'silent' }
    if (answer.size > head.size) return { trouble: 'longer-history', size: answer.size }
    if (answer.size === old) return { trouble: 'other-history' }
    options.known.set(key, answer.size)
  }
  return { trouble: 'other-history' }
}

/** So long one witness may take for all its heads of one tick, in milliseconds: nobody keeps the others waiting longer. */
const patienceForAll = 6_000

const silent = { trouble: 'silent' } as const

/** What comes of the work, or silence when the time is up or the work fails. */
const inTime = async (work: Promise<Said['answer']>, until: number): Promise<Said['answer']> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Said['answer']>((resolve) => {
    timer = setTimeout(() => resolve(silent), until - Date.now())
  })
  return Promise.race([work.catch(() => silent), late]).finally(() => clearTimeout(timer))
}

/** So many questions are put to one witness side by side. */
const abreast = 4

/** The anchor first: what comes of it says the most. The anchor's head is the last that was signed. */
const inOrder = (heads: readonly SignedHead[], { seat }: Appointed): readonly SignedHead[] =>
  heads.toReversed().filter(({ seats }) => seats.includes(seat))

/** Asks one witness about every head it may see; one that is silent is asked no further. */
const askAbout = async (
  options: AskingOptions,
  process: string,
  witness: Appointed,
  heads: readonly SignedHead[],
): Promise<readonly Said[]> => {
  const line = options.lineOf(process, witness)
  const said: Said[] = []
  const until = Date.now() + patienceForAll
  const left = [...inOrder(heads, witness)]
  let isSilent = false
  const work = async (): Promise<void> => {
    for (let head = left.shift(); head; head = left.shift()) {
      const answer = isSilent ? silent : await inTime(ask(options, line, head, witness), until)
      isSilent ||= 'trouble' in answer && answer.trouble === 'silent'
      said.push({ log: head.log, witness, answer })
    }
  }
  await Promise.all(Array.from({ length: abreast }, work))
  return said
}

/** Asks every witness of a process about every head it may see, all witnesses side by side. */
export const askAll = async (
  options: AskingOptions,
  process: string,
  heads: readonly SignedHead[],
  roster: readonly Appointed[],
): Promise<readonly Said[]> =>
  (await Promise.all(roster.map((each) => askAbout(options, process, each, heads)))).flat()
