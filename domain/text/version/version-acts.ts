/** The acts on versions: freezing, initialling, signing, confirming, correcting an error and objecting to that. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { toHex } from '#domain/record/bytes.ts'
import {
  type AnyRule,
  actorOf,
  anyObject,
  known,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { sha256 } from '#domain/record/sha256.ts'
import type { Clause } from '../clause.ts'
import { partiesOf, speaksFor, textRef, theText } from '../guards.ts'
import type { TextState, VersionLine } from '../negotiation.ts'
import { leaderships, mayGiveWord } from '../successor.ts'
import { passkeyBytes } from './assertion.ts'
import { type Before, correct, type Frozen, freeze } from './freezing.ts'
import { type MarkKind, markKinds, type Statement, sealText } from './statement.ts'
import {
  type Assertion,
  type Correction,
  declineVersion,
  type Mark,
  mayMark,
  type Objection,
  objectTo,
  openSignatureOf,
  type PasskeyKey,
  putMark,
  standingOf,
  type Version,
} from './version.ts'

/** The object of a version in a room: its number is its name. */
export const versionRef = (room: string, number: number): Ref => ({
  room,
  kind: 'version',
  object: String(number),
})

const lastOf = (text: TextState | undefined): VersionLine | undefined => text?.versions.at(-1)

const textOf = (scene: Scene): TextState | undefined => scene.find<TextState>(textRef(scene.room.id))?.state

const beforeOf = (scene: Scene): Before => {
  const last = lastOf(textOf(scene))
  return last ? { number: last.number, hash: last.hash } : null
}

const frozenNow = (scene: Scene, part: 'agreed' | undefined): Outcome<Frozen> => {
  const text = textOf(scene)
  if (!text) return refuse('text.none')
  const clauses = scene.all<Clause>(scene.room.id, 'clause').map(({ state }) => state)
  const { languages } = scene.process
  const source = { room: scene.room.id, title: text.title, languages, parties: partiesOf(scene), clauses }
  const frozen = freeze(source, beforeOf(scene), part)
  return frozen.record.clauses > 0 ? done(frozen) : refuse('version.empty')
}

/** What is asked: the hash of what the actor saw, so that nothing changes under the pen. */
interface Seen {
  readonly hash: string
}

interface Freeze extends Seen {
  readonly part?: 'agreed' | undefined
}

const isNext = (posted: Posted<Seen>, frozen: Frozen): Outcome<void> => {
  if (posted.object !== String(frozen.record.number))
    return refuse('version.number', { number: frozen.record.number })
  return posted.payload.hash === frozen.hash ? done(undefined) : refuse('version.other-hash')
}

/** What is recorded of a freezing; the version can be read from this act alone. */
type Recorded = Omit<Version, 'by' | 'at' | 'marks' | 'objections'>

const asRecorded = (
  act: Act<unknown>,
  frozen: Frozen,
  scene: Scene,
  correction?: Version['correction'],
): readonly Act[] => {
  const index = scene.size
  const { number } = frozen.record
  const line: VersionLine = {
    number,
    hash: frozen.hash,
    at: act.at,
    size: index,
    ...(frozen.record.corrects === undefined ? {} : { corrects: frozen.record.corrects }),
  }
  const payload: Recorded = { ...frozen, index, ...(correction ? { correction } : {}) }
  const noted = { ...act, id: scene.fresh(), kind: 'text.version', object: theText, payload: line }
  return [{ ...act, payload }, noted]
}

const begin = (act: Act<Recorded>): Outcome<Version> =>
  done({ ...act.payload, by: actorOf(act), at: act.at, marks: [], objections: [] })

interface Correct extends Seen {
  readonly of: number
  readonly corrections: readonly Correction[]
  readonly reason: Readonly<Record<string, string>>
}

const correctedNow = ({ payload }: Pick<Posted<Correct>, 'payload'>, scene: Scene): Outcome<Frozen> => {
  const faulty = scene.find<Version>(versionRef(scene.room.id, payload.of))?.state
  const before = beforeOf(scene)
  if (!faulty || !before) return refuse('version.unknown', { number: payload.of })
  const parties = partiesOf(scene)
  if (standingOf(faulty, parties) === 'frozen') return refuse('version.not-authenticated')
  const frozen = correct(faulty, payload.corrections, before)
  if (!frozen.ok) return frozen
  return frozen.value.record.root === faulty.record.root ? refuse('version.nothing-corrected') : frozen
}

/** What a member posts when putting a mark, and what the server adds once the passkey has been checked. */
interface Put extends Seen {
  readonly assertion: Assertion
  readonly key: PasskeyKey
  readonly rp: string
}

const statementOf = (kind: MarkKind, posted: Posted<Seen>, party: string, member: string): Statement => ({
  kind,
  number: Number(posted.object),
  hash: posted.payload.hash,
  party,
  member,
})

/** The place up to which the log must be vouched for: the freezing for initials, every party's initials for a signature. */
const lastNeeded = (kind: MarkKind, version: Version): number =>
  kind === 'initial' ? version.index : Math.max(version.index, ...version.marks.map(({ index }) => index))

const guardMark =
  (kind: MarkKind) =>
  (posted: Posted<Put>, scene: Scene, state: Version | undefined): Outcome<void> => {
    const version = known(state)
    const party = speaksFor(scene)
    if (!party.ok) return party
    if (posted.payload.hash !== version.hash) return refuse('version.other-hash')
    const last = lastOf(textOf(scene))
    if (kind === 'initial' && last && last.number > version.record.number)
      return refuse('version.superseded', { number: last.number })
    const may = mayMark(version, kind, party.value, partiesOf(scene))
    if (!may.ok) return may
    // A full signature would also be the word on an earlier one ad referendum.
    const word = kind === 'initial' ? may : mayGiveWord(scene, openSignatureOf(version, party.value))
    if (!word.ok) return word
    if (posted.payload.key === undefined) return refuse('version.passkey-needed')
    return scene.vouched > lastNeeded(kind, version) ? done(undefined) : refuse('version.not-vouched')
  }

const planMark =
  (kind: MarkKind) =>
  (act: Act<Put>, scene: Scene): Outcome<readonly Act[]> => {
    const party = speaksFor(scene)
    if (!party.ok) return party
    const posted = { ...act, base: null }
    const statement = statementOf(kind, posted, party.value, actorOf(act).member)
    const passkey = toHex(sha256(passkeyBytes(act.payload.assertion.signature)))
    const seal = scene.seal(sealText(statement, act.at, passkey))
    return done([{ ...act, payload: { ...act.payload, party: party.value, seal, index: scene.size } }])
  }

type RecordedMark = Put & Pick<Mark, 'party' | 'seal' | 'index'>

const marking = (kind: MarkKind): AnyRule =>
  rule<RecordedMark, Version>({
    begins: 'known',
    blind: true,
    apply: (version, act) => {
      const { party, assertion, key, rp, seal, index } = act.payload
      const mark: Mark = { kind, party, by: actorOf(act), at: act.at, assertion, key, rp, seal, index }
      return putMark(known(version), mark)
    },
    reaches: ({ room }, scene) => [textRef(room), ...leaderships(scene)],
    guard: guardMark(kind),
    plan: planMark(kind) as never,
  })

/** The kinds of act that a passkey must be shown for, besides being signed in. */
export const withPasskey: Readonly<Record<string, MarkKind>> = Object.fromEntries(
  markKinds.map((kind) => [`version.${kind}`, kind]),
)

/** The statement that a member makes by posting such an act; null for any other act. */
export const statementOfAct = (posted: Posted, party: string, member: string): Statement | null => {
  const kind = Object.hasOwn(withPasskey, posted.kind) ? withPasskey[posted.kind] : undefined
  return kind === undefined ? null : statementOf(kind, posted as Posted<Seen>, party, member)
}

/** The rules, by kind of act. */
export const versionActs: Readonly<Record<string, AnyRule>> = {
  'version.freeze': rule<Recorded & Freeze, Version>({
    begins: 'new',
    apply: (_, act) => begin(act),
    reaches: ({ room }) => [textRef(room), { room, kind: 'clause', object: anyObject }],
    guard: (posted, scene) => {
      const frozen = frozenNow(scene, posted.payload.part)
      return frozen.ok ? isNext(posted, frozen.value) : frozen
    },
    plan: (act, scene) => {
      const frozen = frozenNow(scene, act.payload.part)
      return frozen.ok ? done(asRecorded(act, frozen.value, scene)) : frozen
    },
  }),
  'version.correct': rule<Recorded & Correct, Version>({
    begins: 'new',
    apply: (_, act) => begin(act),
    reaches: ({ room, payload }) => [textRef(room), versionRef(room, payload.of)],
    guard: (posted, scene) => {
      const frozen = correctedNow(posted, scene)
      return frozen.ok ? isNext(posted, frozen.value) : frozen
    },
    plan: (act, scene) => {
      const frozen = correctedNow(act, scene)
      const { of, corrections, reason } = act.payload
      return frozen.ok ? done(asRecorded(act, frozen.value, scene, { of, corrections, reason })) : frozen
    },
  }),
  ...Object.fromEntries(Object.entries(withPasskey).map(([name, kind]) => [name, marking(kind)])),
  'version.decline': rule<{ readonly party: string }, Version>({
    begins: 'known',
    blind: true,
    apply: (version, act) =>
      declineVersion(known(version), { party: act.payload.party, by: actorOf(act), at: act.at }),
    reaches: (_, scene) => leaderships(scene),
    guard: (_, scene, version) => {
      const party = speaksFor(scene)
      return party.ok ? mayGiveWord(scene, openSignatureOf(known(version), party.value)) : party
    },
    plan: (act, scene) => {
      const party = speaksFor(scene)
      return party.ok ? done([{ ...act, payload: { ...act.payload, party: party.value } }]) : party
    },
  }),
  'version.object': rule<Pick<Objection, 'party' | 'words'>, Version>({
    begins: 'known',
    blind: true,
    apply: (version, act) => objectTo(known(version), { ...act.payload, by: actorOf(act), at: act.at }),
    plan: (act, scene) => {
      const party = speaksFor(scene)
      return party.ok ? done([{ ...act, payload: { ...act.payload, party: party.value } }]) : party
    },
  }),
  // That the text has a further version: what follows from freezing one; nobody posts it.
  'text.version': rule<VersionLine, TextState>({
    begins: 'known',
    blind: true,
    apply: (text, { payload }) => done({ ...known(text), versions: [...known(text).versions, payload] }),
  }),
}
