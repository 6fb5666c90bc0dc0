/** A witness: cosigns a log's checkpoints as long as each continues the one before, and remembers through every crash. */
import { toUtf8 } from '#domain/record/bytes.ts'
import { claimedOrigin } from '#domain/record/checkpoint.ts'
import type { VerifierKey } from '#domain/record/key.ts'
import { cosignatureLine, cosignedMessage, formatNote } from '#domain/record/note.ts'
import {
  type AddCheckpoint,
  parseAddCheckpoint,
  sizeType,
  type Weighed,
  weighCheckpoint,
} from '#domain/record/witness.ts'
import { primitives, type SigningKey } from '../primitives.ts'
import { type Held, nameOf, openStore, type Store } from './store.ts'
import { openTurns } from './turns.ts'

/** What a witness stands on. */
export interface WitnessOptions {
  /** Where it keeps what it holds; its own, and never put back from a backup. */
  readonly folder: string
  /** A key for cosignatures. */
  readonly signing: SigningKey
  /** The keys of the logs it cosigns, looked up anew for every request. */
  readonly logs: () => readonly VerifierKey[]
  readonly clock: () => Date
  /** Told once when a log that signed one history signs another; the path is that of the second, the proof. */
  readonly onContradiction?: (origin: string, path: string) => void
}

/** An answer as it goes over HTTP. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** An open witness. */
export interface WitnessBody {
  readonly key: VerifierKey
  /**
   * Answers the body of an `add-checkpoint`. A cosignature is given only once the head it is for is on disk.
   * Rejects when that cannot be done, and then gives none.
   */
  readonly add: (body: Uint8Array) => Promise<Answer>
  /** Answers with the last checkpoint it cosigned of the log whose origin has this SHA-256, in hex. */
  readonly show: (name: string) => Promise<Answer>
  /** Resolves when every request has its answer; gives up the folder. */
  readonly close: () => Promise<void>
}

/** The type of all answers but one. */
export const plainText = 'text/plain; charset=utf-8'

const plain = (status: number, body: string): Answer => ({ status, type: plainText, body: `${body}\n` })

/** Never before the last one: a witness says what was the largest tree it had seen at that time. */
const timeOf = (now: Date, held: Held | undefined): number =>
  Math.max(Math.floor(now.getTime() / 1000), held?.time ?? 0)

const cosign = async (
  store: Store,
  { signing, clock }: WitnessOptions,
  origin: string,
  { head, text, signatures }: Extract<Weighed, { kind: 'cosign' }>,
): Promise<Answer> => {
  const time = timeOf(clock(), store.of(origin))
  const line = cosignatureLine(signing.key, time, signing.sign(toUtf8(cosignedMessage(text, time))))
  await store.keep(origin, { head, time }, formatNote(text, [...signatures, line]))
  return plain(200, line)
}

const decide = async (
  store: Store,
  options: WitnessOptions,
  origin: string,
  request: AddCheckpoint,
): Promise<Answer> => {
  const weighed = weighCheckpoint(store.of(origin)?.head, request, options.logs(), primitives)
  if (weighed.kind === 'cosign') return cosign(store, options, origin, weighed)
  if (weighed.kind === 'conflict') return { status: 409, type: sizeType, body: `${weighed.size}\n` }
  if (weighed.status === 409) {
    const path = await store.keepContradiction(origin, request.checkpoint)
    if (path !== undefined) options.onContradiction?.(origin, path)
  }
  return plain(weighed.status, weighed.refusal.code)
}

/** What is held of a log that is cosigned here; of another, nothing. */
const shown = async (store: Store, { logs }: WitnessOptions, name: string): Promise<Answer> => {
  const log = logs().find((key) => nameOf(key.name) === name)
  const note = log && (await store.note(log.name))
  return note === undefined ? plain(404, 'nothing is held') : { status: 200, type: plainText, body: note }
}

/** Opens the witness of a folder. Throws `CannotWitness` when the folder is in use or damaged. */
export const openWitness = async (options: WitnessOptions): Promise<WitnessBody> => {
  const store = await openStore(options.folder, options.signing.key)
  const turns = openTurns()
  let isOpen = true
  return {
    key: options.signing.key,
    add: async (body) => {
      if (!isOpen) return plain(503, 'closed')
      const request = parseAddCheckpoint(body)
      if (!request.ok) return plain(400, request.refusal.code)
      const origin = claimedOrigin(request.value.checkpoint)
      if (!origin.ok) return plain(400, origin.refusal.code)
      return turns.take(origin.value, () => decide(store, options, origin.value, request.value))
    },
    show: (name) => shown(store, options, name),
    close: async () => {
      isOpen = false
      await turns.ended()
      store.close()
    },
  }
}
