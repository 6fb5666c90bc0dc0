/** Conveying: the one door between rooms. The mediator takes words out of a channel, as far as the sender allows. */
import type { Translation, Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { partyOf, type Room, seatOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import {
  type AnyRule,
  known,
  objectKind,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { adjournmentsIn, adjournmentsRef, isAdjourned } from './adjournment.ts'
import { type Links, linkRefs, linksHold, wellWorded } from './links.ts'
import {
  type Carrying,
  type Destination,
  type Manner,
  type Message,
  mayBeCarried,
  noteCarried,
  type Reference,
  type SendMessage,
} from './message.ts'
import { filesBrought, type Paper, type SubmitPaper } from './paper.ts'

/** What the mediator asks for: to which room, in which manner, and in which words unless verbatim. */
export interface Convey {
  readonly to: string
  readonly as: Manner
  readonly wording?: Wording | undefined
  /** What the words are about, and the question they answer, as objects of the room they go to. */
  readonly about?: Reference | undefined
  readonly answers?: string | undefined
}

/** The mediator's own note of a conveyance, kept in the office: what became what. */
export interface Conveyance {
  readonly from: Ref
  readonly to: Ref
  readonly as: Manner
  readonly at: string
}

/** The files that go along with a conveyed paper or released evidence: from which room, into which. */
export const filesCarried = (
  from: string,
  acts: readonly Act[],
): readonly { readonly from: string; readonly to: string; readonly file: string }[] =>
  acts
    .filter(({ kind, room }) => (kind === 'paper.submit' || kind === 'evidence.receive') && room !== from)
    .flatMap((act) => filesBrought(act).map(({ file }) => ({ from, to: act.room, file })))

const destination = (scene: Scene, room: Room): Destination => {
  const party = room.kind === 'channel' ? partyOf(scene.process, room)?.key : undefined
  return party === undefined ? { kind: room.kind } : { kind: room.kind, party }
}

const target = (scene: Scene, id: string): Outcome<Room> => {
  const room = scene.rooms.find((each) => each.id === id)
  if (!room) return refuse('convey.room-unknown')
  if (room.id === scene.room.id) return refuse('convey.same-room')
  return ['channel', 'plenary', 'working-group'].includes(room.kind)
    ? done(room)
    : refuse('convey.room-out-of-reach')
}

const partyVoice = (scene: Scene, seat: string | undefined): string | undefined =>
  seatOf(scene.process, seat ?? '')?.party ?? partyOf(scene.process, scene.room)?.key

/**
 * The three acts of one conveyance. In the channel: that it went, not in which words. In the room it goes to:
 * an ordinary message of the mediator's, so that nothing tells it from one; only `verbatim` carries the party's voice.
 * In the office: what became what.
 */
const threefold = (act: Act<Convey>, scene: Scene, room: Room, placed: Placed): readonly Act[] => {
  const { as } = act.payload
  const office = scene.rooms.find((each) => each.kind === 'office')
  if (!office) throw new Error('a mediator without an office')
  const carried: Act<Carrying> = { ...act, payload: { at: act.at, as, to: destination(scene, room) } }
  const there = { ...act, ...placed, id: scene.fresh(), room: room.id, object: scene.fresh() }
  const kind = objectKind(placed.kind)
  const note: Conveyance = {
    from: { room: act.room, kind: objectKind(act.kind), object: act.object },
    to: { room: room.id, kind, object: there.object },
    as,
    at: act.at,
  }
  const noted = {
    id: scene.fresh(),
    room: office.id,
    object: scene.fresh(),
    kind: 'conveyance.note',
    payload: note,
  }
  return [carried, there, { ...act, ...noted }]
}

/** Words that answer a question there are an answer, whatever they were here; an answer to nothing there is a statement. */
const natureThere = (message: Message, asked: Convey): Message['nature'] => {
  if (asked.answers !== undefined) return 'answer'
  return message.nature === 'answer' ? 'statement' : message.nature
}

/** Translations that were signed off go along with the party's own words; when that was done stays behind. */
const signedAt = <T extends Translation>(translations: readonly T[], at: string): readonly T[] =>
  translations.flatMap((each) =>
    each.signedOff ? [{ ...each, signedOff: { by: each.signedOff.by, at } }] : [],
  )

/** Links that are there, and no empty ones: an object holds no name without a value. */
const linked = ({ about, answers }: Links): Links => ({
  ...(about ? { about } : {}),
  ...(answers === undefined ? {} : { answers }),
})

const wordsFor = (message: Message, asked: Convey, voice: string | undefined, at: string): SendMessage => {
  const links = { nature: natureThere(message, asked), ...linked(asked) }
  if (asked.wording) return { ...asked.wording, ...links }
  const signed = signedAt(message.translations, at)
  return {
    original: message.original,
    words: message.words,
    ...links,
    ...(voice === undefined ? {} : { voice }),
    ...(signed.length > 0 ? { translations: signed } : {}),
  }
}

const paperFor = (paper: Paper, voice: string | undefined, at: string): SubmitPaper => ({
  original: paper.original,
  words: paper.words,
  form: paper.form,
  files: paper.files,
  nonPaper: paper.nonPaper,
  ...(voice === undefined || paper.nonPaper ? {} : { voice }),
  ...(paper.translations.length > 0 ? { translations: signedAt(paper.translations, at) } : {}),
})

/** The room the words go to, and the office. */
const touched = (posted: Posted<Convey>, scene: Pick<Scene, 'rooms'>): readonly string[] => [
  posted.payload.to,
  ...scene.rooms.filter((room) => room.kind === 'office').map((room) => room.id),
]

const guardConvey = (
  posted: Posted<Convey>,
  scene: Scene,
  kept: Message | Paper | undefined,
): Outcome<void> => {
  if (isAdjourned(adjournmentsIn(scene))) return refuse('adjournment.on')
  const room = target(scene, posted.payload.to)
  if (!room.ok) return room
  const { as, wording } = posted.payload
  const carried = mayBeCarried(known(kept), as, wording)
  if (!carried.ok) return carried
  const worded = wording ? wellWorded(scene, wording) : done(undefined)
  return worded.ok ? linksHold(scene, posted.payload.to, posted.payload) : worded
}

/** What stands in the room the words go to: by which kind of act, and whether by nobody, as a non-paper. */
interface Placed extends Pick<Act, 'kind' | 'payload'> {
  readonly by?: null
}

const placeMessage = (message: Message, act: Act<Convey>, scene: Scene): Placed => {
  const voice = act.payload.as === 'verbatim' ? partyVoice(scene, message.author.seat) : undefined
  return { kind: 'message.send', payload: wordsFor(message, act.payload, voice, act.at) }
}

/** A paper goes as it stands, or the mediator says in a message what there is to say of it. */
const placePaper = (paper: Paper, act: Act<Convey>, scene: Scene): Placed => {
  const { wording, about, answers } = act.payload
  if (wording) {
    const nature = answers === undefined ? ('statement' as const) : ('answer' as const)
    return { kind: 'message.send', payload: { ...wording, nature, ...linked({ about, answers }) } }
  }
  const payload = paperFor(paper, partyVoice(scene, paper.author?.seat), act.at)
  return { kind: 'paper.submit', payload, ...(paper.nonPaper ? { by: null } : {}) }
}

const conveying = <T extends Message | Paper>(
  place: (kept: T, act: Act<Convey>, scene: Scene) => Placed,
): AnyRule =>
  rule<Convey, T>({
    begins: 'known',
    // What is recorded in the channel is a carrying: that it went, and not in which words.
    apply: (state, act) => noteCarried(known(state), act.payload as unknown as Carrying),
    reaches: ({ payload }, scene) => [...adjournmentsRef(scene), ...linkRefs(scene, payload.to, payload)],
    touches: touched,
    guard: guardConvey,
    plan: (act, scene, state) => {
      const room = target(scene, act.payload.to)
      return room.ok ? done(threefold(act, scene, room.value, place(known(state), act, scene))) : room
    },
  })

/** The acts that convey. */
export const conveyActs: Readonly<Record<string, AnyRule>> = {
  'message.convey': conveying(placeMessage),
  'paper.convey': conveying(placePaper),
}
