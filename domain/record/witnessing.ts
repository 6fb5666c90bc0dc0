/** Who watches the record: each seat names the key of its own witness, in front of everybody, as an act in the plenary. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { sameBytes } from './bytes.ts'
import { parseVerifierKey, type VerifierKey } from './key.ts'
import { type AnyRule, known, type Posted, type Ref, rule, type Scene } from './rule.ts'
import { sha256 } from './sha256.ts'

/** What a seat says of its witness. */
export interface AppointWitness {
  /** The witness's public key, `name+id+key`. */
  readonly key: string
  /** Where the log asks it; null in an exercise, where the server plays the witness itself. */
  readonly url: string | null
}

/** A seat's witness. It cosigns the logs of the rooms in which its seat sits, and the anchor log. */
export interface Witness extends AppointWitness {
  readonly seat: string
  /** When it was appointed, ISO 8601 in UTC. */
  readonly since: string
  readonly dismissedAt?: string | undefined
}

const otherWitnesses = ({ room, object }: Posted, { process }: Pick<Scene, 'process'>): readonly Ref[] =>
  process.seats.filter(({ key }) => key !== object).map(({ key }) => ({ room, kind: 'witness', object: key }))

const secure = /^https:\/\/[^\s/?#@]+/
const onThisMachine = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/

const isReachable = (url: string | null, isExercise: boolean): boolean =>
  url === null ? isExercise : secure.test(url) || (isExercise && onThisMachine.test(url))

const isOwn = ({ object }: Posted, { member }: Scene): Outcome<void> =>
  object === member?.seat ? done(undefined) : refuse('record.witness-not-yours')

/** Whether a witness may be called so: plain characters, so that a policy can name it, and no log's name. */
const isWitnessName = (name: string): boolean =>
  /^[!-~]{1,200}$/.test(name) && !name.startsWith('parley/log/')

/** Whether two keys could be taken for one another: the same name, or the same key under two names. */
const isAlike = (key: VerifierKey, other: VerifierKey): boolean =>
  key.name === other.name || sameBytes(key.publicKey, other.publicKey)

const guardAppointment = (posted: Posted<AppointWitness>, scene: Scene): Outcome<void> => {
  const own = isOwn(posted, scene)
  if (!own.ok) return own
  const key = parseVerifierKey(posted.payload.key, sha256)
  if (!key.ok) return key
  const { name, use } = key.value
  if (use !== 'cosignature') return refuse('record.key-use', { name })
  if (!isWitnessName(name)) return refuse('record.witness-name')
  if (!isReachable(posted.payload.url, scene.process.exercise)) return refuse('record.witness-url')
  const isTaken = otherWitnesses(posted, scene)
    .map((ref) => scene.find<Witness>(ref)?.state)
    .filter((other) => other !== undefined && !other.dismissedAt)
    .map((other) => parseVerifierKey(other?.key ?? '', sha256))
    .some((other) => other.ok && isAlike(key.value, other.value))
  return isTaken ? refuse('record.witness-shared') : done(undefined)
}

/** The rules, by kind of act. */
export const witnessActs: Readonly<Record<string, AnyRule>> = {
  'witness.appoint': rule<AppointWitness, Witness>({
    begins: 'either',
    apply: (_, { payload, object, at }) => done({ ...payload, seat: object, since: at }),
    reaches: otherWitnesses,
    guard: guardAppointment,
  }),
  'witness.dismiss': rule<Record<string, never>, Witness>({
    begins: 'known',
    apply: (witness, act) => done({ ...known(witness), dismissedAt: act.at }),
    guard: (posted, scene, witness) => {
      const own = isOwn(posted, scene)
      if (!own.ok) return own
      return witness?.dismissedAt ? refuse('record.witness-dismissed') : own
    },
  }),
}
