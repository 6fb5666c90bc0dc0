/** The mediator's private notes on interlocutors: they lie in the office, beside nobody's card but on the mediator's screen. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import { type AnyRule, actorOf, known, type Posted, type Ref, rule, type Scene } from '#domain/record/rule.ts'
import type { Language } from './localised.ts'
import type { Member } from './member.ts'

/** What `note.write` says: on whom, and the words in the language they were written in. */
export interface WriteNote {
  readonly seat: string
  readonly member: string
  readonly language: Language
  readonly words: string
}

/** A note as it stands. Taken back it keeps no words; the log of the office keeps all that was ever written. */
export interface Note extends WriteNote {
  readonly by: Actor
  /** When it was first written, ISO 8601 in UTC. */
  readonly at: string
  readonly changedAt?: string | undefined
  readonly withdrawnAt?: string | undefined
}

/** A note is written, or other words take the place of its words; on whom it is does not change. */
export const writeNote = (
  note: Note | undefined,
  written: WriteNote,
  by: Actor,
  at: string,
): Outcome<Note> => {
  if (!note) return done({ ...written, by, at })
  if (note.withdrawnAt !== undefined) return refuse('note.withdrawn')
  if (note.member !== written.member || note.seat !== written.seat) return refuse('note.other-member')
  return done({ ...note, ...written, by, changedAt: at })
}

/** A note is taken back. */
export const withdrawNote = (note: Note, at: string): Outcome<Note> =>
  note.withdrawnAt === undefined ? done({ ...note, words: '', withdrawnAt: at }) : refuse('note.withdrawn')

/** Where the card of the interlocutor could lie, as the mediator may see it. */
const cards = ({ payload }: Posted<WriteNote>, scene: Pick<Scene, 'rooms'>): readonly Ref[] =>
  scene.rooms
    .filter(({ kind }) => kind === 'plenary' || kind === 'gallery')
    .map(({ id }) => ({ room: id, kind: 'member', object: payload.member }))

const guardWrite = (posted: Posted<WriteNote>, scene: Scene): Outcome<void> => {
  const { seat, language } = posted.payload
  if (seat === scene.member?.seat) return refuse('note.own')
  if (!scene.process.languages.includes(language)) return refuse('wording.language', { language })
  const found = cards(posted, scene).some((ref) => scene.find<Member>(ref)?.state.seat === seat)
  return found ? done(undefined) : refuse('object.unknown')
}

/** The rules, by kind of act. */
export const noteActs: Readonly<Record<string, AnyRule>> = {
  'note.write': rule<WriteNote, Note>({
    begins: 'either',
    apply: (note, act) => writeNote(note, act.payload, actorOf(act), act.at),
    reaches: cards,
    guard: guardWrite,
  }),
  'note.withdraw': rule<Record<string, never>, Note>({
    begins: 'known',
    apply: (note, act) => withdrawNote(known(note), act.at),
  }),
}
