/** The acts of rooms: speaking, conveying, translating, silence, pauses, papers. */
import {
  addTranslation,
  signOffTranslation,
  type Translatable,
  type Wording,
} from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { seatOf } from '#domain/parties/process.ts'
import { type AnyRule, actorOf, known, type Posted, type Ref, rule, type Scene } from '#domain/record/rule.ts'
import {
  type Adjournments,
  adjourn,
  adjournmentsIn,
  adjournmentsRef,
  askPause,
  grantPause,
  isAdjourned,
  type Pause,
  resume,
  theAdjournments,
} from './adjournment.ts'
import { type Conveyance, conveyActs } from './conveyance.ts'
import { inLanguagesOf, linkRefs, linksHold, wellWorded } from './links.ts'
import { type Marks, moveMarks } from './marks.ts'
import {
  answerOffer,
  type Conveyable,
  type Message,
  offerWording,
  openMessage,
  type SendMessage,
  withdraw,
} from './message.ts'
import {
  type FileReference,
  filesOf,
  type HeldFile,
  openPaper,
  type Paper,
  type SubmitPaper,
} from './paper.ts'
import {
  closeSilence,
  object,
  openSilence,
  type ProposeSilence,
  type Silence,
  silenceDueAt,
} from './silence.ts'

/** A party's words in its channel must say what may be done with them; nobody else's words can. */
const rightUse = (scene: Scene, sent: Pick<SendMessage, 'use' | 'voice'>): Outcome<void> => {
  if (sent.voice !== undefined) return refuse('message.voice')
  const shuttle =
    scene.room.kind === 'channel' && seatOf(scene.process, scene.member?.seat ?? '')?.kind === 'party'
  if (shuttle === (sent.use !== undefined)) return done(undefined)
  return refuse(shuttle ? 'message.use-missing' : 'message.use-out-of-place')
}

const guardMessage = (posted: Posted<SendMessage>, scene: Scene): Outcome<void> => {
  const { answers, nature, translations } = posted.payload
  const worded = wellWorded(scene, posted.payload)
  if (!worded.ok) return worded
  if (translations?.length) return refuse('message.voice')
  if ((nature === 'answer') !== (answers !== undefined)) return refuse('message.answer-to-nothing')
  const links = linksHold(scene, posted.room, posted.payload)
  if (!links.ok) return links
  return rightUse(scene, posted.payload)
}

const ofOwnSeat = (
  _: unknown,
  scene: Scene,
  state: { readonly author: { seat: string } | null } | undefined,
) => (state?.author?.seat === scene.member?.seat ? done(undefined) : refuse('conveyable.not-yours'))

const translating = <T extends Translatable>(
  byAuthor: (text: T, language: Language) => boolean = (text, language) => text.words[language] !== undefined,
): Readonly<Record<'translate' | 'signOff', AnyRule>> => ({
  translate: rule<
    {
      readonly language: Language
      readonly words: string
      readonly signOff: boolean
      readonly file?: FileReference
    },
    T
  >({
    begins: 'known',
    apply: (state, act) => {
      const { signOff, ...rendering } = act.payload
      const by = actorOf(act).member
      const signedOff = signOff ? { signedOff: { by, at: act.at } } : {}
      const text = known(state)
      return addTranslation(text, { ...rendering, by, ...signedOff }, byAuthor(text, rendering.language))
    },
    reaches: ({ room, payload }) => fileRefs(room, payload.file ? [payload.file] : []),
    guard: ({ room, payload }, scene, state) => {
      const languages = inLanguagesOf(scene, [payload.language])
      if (!languages.ok || !payload.file) return languages
      const nameless = (state as { nonPaper?: boolean } | undefined)?.nonPaper === true
      return heldFiles(room, [payload.file], scene, nameless, false)
    },
  }),
  signOff: rule<{ readonly language: Language }, T>({
    begins: 'known',
    apply: (state, act) =>
      signOffTranslation(known(state), act.payload.language, actorOf(act).member, act.at),
  }),
})

const taking = <
  T extends Conveyable & { readonly author: { seat: string; member: string } | null },
>(): AnyRule =>
  rule<Record<string, never>, T>({
    begins: 'known',
    apply: (state, act) => withdraw(known(state), act.at),
    guard: ofOwnSeat,
  })

const messageTranslations = translating<Message>()
const silenceTranslations = translating<Silence>()
const pauseTranslations = translating<Pause>()
// Of a paper the author gave a language when its file is there; the title alone is little.
const paperTranslations = translating<Paper>((paper, language) => paper.files[language] !== undefined)

const messageActs: Readonly<Record<string, AnyRule>> = {
  'message.send': rule<SendMessage, Message>({
    begins: 'new',
    apply: (_, act) => done(openMessage(act.payload, actorOf(act), act.at)),
    reaches: ({ room, payload }, scene) => linkRefs(scene, room, payload),
    guard: guardMessage,
  }),
  'message.withdraw': taking<Message>(),
  'message.offer': rule<Wording, Message>({
    begins: 'known',
    apply: (state, act) => offerWording(known(state), act.payload, act.at),
    guard: (posted, scene) => wellWorded(scene, posted.payload),
  }),
  'message.approve': rule<Record<string, never>, Message>({
    begins: 'known',
    apply: (state) => answerOffer(known(state), 'approved'),
    guard: ofOwnSeat,
  }),
  'message.decline': rule<{ readonly remark?: string }, Message>({
    begins: 'known',
    apply: (state, act) => answerOffer(known(state), 'declined', act.payload.remark),
    guard: ofOwnSeat,
  }),
  'message.translate': messageTranslations.translate,
  'message.sign-off': messageTranslations.signOff,
}

const isDue = (scene: Scene, silence: Silence): boolean => {
  const due = silenceDueAt(silence, adjournmentsIn(scene), scene.openSince)
  return due !== undefined && Date.parse(due) <= Date.parse(scene.at)
}

const silenceActs: Readonly<Record<string, AnyRule>> = {
  'silence.propose': rule<ProposeSilence, Silence>({
    begins: 'new',
    apply: (_, act) => done(openSilence(act.payload, actorOf(act), act.at)),
    reaches: (_, scene) => adjournmentsRef(scene),
    guard: (posted, scene) => {
      const { deadline, objectors } = posted.payload
      if (Date.parse(deadline) <= Date.parse(scene.at)) return refuse('silence.deadline-past')
      if (Date.parse(deadline) > Date.parse(scene.at) + 366 * 86_400_000)
        return refuse('silence.deadline-far')
      if (objectors.some((seat) => !scene.room.seats.includes(seat))) return refuse('silence.objectors')
      const parties = scene.process.seats.filter(
        ({ kind, key }) => kind === 'party' && scene.room.seats.includes(key),
      )
      if (parties.some(({ key }) => !objectors.includes(key))) return refuse('silence.every-party')
      const titled = wellWorded(scene, { original: posted.payload.original, words: posted.payload.title })
      if (!titled.ok) return titled
      return isAdjourned(adjournmentsIn(scene)) ? refuse('adjournment.on') : wellWorded(scene, posted.payload)
    },
  }),
  'silence.object': rule<{ readonly reason?: string }, Silence>({
    begins: 'known',
    blind: true,
    apply: (state, act) => object(known(state), actorOf(act), act.at, act.payload.reason),
    reaches: (_, scene) => adjournmentsRef(scene),
    guard: (_, scene, state) => (isDue(scene, known(state)) ? refuse('silence.too-late') : done(undefined)),
  }),
  'silence.lift': rule<Record<string, never>, Silence>({
    begins: 'known',
    apply: (state, act) => closeSilence(known(state), 'lifted', act.at),
    reaches: (_, scene) => adjournmentsRef(scene),
    guard: (_, scene, state) => (isDue(scene, known(state)) ? refuse('silence.too-late') : done(undefined)),
  }),
  'silence.adopt': rule<Record<string, never>, Silence>({
    begins: 'known',
    blind: true,
    apply: (state, act) => closeSilence(known(state), 'adopted', act.at),
    reaches: (_, scene) => adjournmentsRef(scene),
    guard: (_, scene, state) => (isDue(scene, known(state)) ? done(undefined) : refuse('silence.not-due')),
  }),
  'silence.translate': silenceTranslations.translate,
  'silence.sign-off': silenceTranslations.signOff,
}

const pauseActs: Readonly<Record<string, AnyRule>> = {
  'pause.ask': rule<Wording, Pause>({
    begins: 'new',
    apply: (_, act) => done(askPause(act.payload, actorOf(act), act.at)),
    guard: (posted, scene) => wellWorded(scene, posted.payload),
  }),
  'pause.grant': rule<Record<string, never>, Pause>({
    begins: 'known',
    apply: (state, act) => grantPause(known(state), act.at),
    reaches: (_, scene) => adjournmentsRef(scene),
    plan: (act, scene) => {
      const [ref] = adjournmentsRef(scene)
      if (!ref) throw new Error('a mediator who does not sit in the plenary')
      if (isAdjourned(scene.find<Adjournments>(ref)?.state)) return done([act])
      const begin = {
        ...act,
        id: scene.fresh(),
        room: ref.room,
        object: ref.object,
        kind: 'adjournments.begin',
      }
      return done([act, begin])
    },
  }),
  'pause.translate': pauseTranslations.translate,
  'pause.sign-off': pauseTranslations.signOff,
  'adjournments.begin': rule<Record<string, never>, Adjournments>({
    begins: 'either',
    apply: (state, act) => adjourn(state, act.at),
    guard: (posted) => (posted.object === theAdjournments ? done(undefined) : refuse('object.unknown')),
  }),
  'adjournments.end': rule<Record<string, never>, Adjournments>({
    begins: 'known',
    apply: (state, act) => resume(state, act.at),
  }),
}

const guardPaper = (posted: Posted<SubmitPaper>, scene: Scene): Outcome<void> => {
  const { files, form, original } = posted.payload
  const worded = wellWorded(scene, posted.payload)
  if (!worded.ok) return worded
  if (posted.payload.translations?.length) return refuse('message.voice')
  if (!files[original]) return refuse('paper.no-original', { language: original })
  const missing =
    form === 'bilingual' ? scene.process.languages.find((language) => !files[language]) : undefined
  if (missing !== undefined) return refuse('paper.language-missing', { language: missing })
  const languages = inLanguagesOf(scene, Object.keys(files))
  if (!languages.ok) return languages
  const held = heldFiles(
    posted.room,
    filesOf(posted.payload),
    scene,
    posted.payload.nonPaper,
    form === 'bilingual',
  )
  return held.ok ? rightUse(scene, posted.payload) : held
}

const fileRefs = (room: string, files: readonly FileReference[]): readonly Ref[] =>
  files.map(({ file }) => ({ room, kind: 'file', object: file }))

/** The files must be in the room, as they are said to be; those of a non-paper must name nobody. */
const heldFiles = (
  room: string,
  files: readonly FileReference[],
  scene: Scene,
  nameless: boolean,
  xml: boolean,
): Outcome<void> => {
  for (const said of files) {
    const held = scene.find<HeldFile>({ room, kind: 'file', object: said.file })?.state
    if (!held || held.type !== said.type || held.bytes !== said.bytes) return refuse('paper.file-unknown')
    if (xml && held.type !== 'application/xml') return refuse('paper.not-bilingual')
    if (nameless && held.names.length > 0)
      return refuse('paper.names-inside', { names: held.names.map(({ name }) => name).join(', ') })
  }
  return done(undefined)
}

const paperActs: Readonly<Record<string, AnyRule>> = {
  'paper.submit': rule<SubmitPaper, Paper>({
    begins: 'new',
    apply: (_, act) => done(openPaper(act.payload, act.by, act.at)),
    reaches: (posted) => fileRefs(posted.room, filesOf(posted.payload)),
    guard: guardPaper,
    plan: (act) => done([act.payload.nonPaper ? { ...act, by: null } : act]),
  }),
  'paper.withdraw': taking<Paper>(),
  'paper.translate': paperTranslations.translate,
  'paper.sign-off': paperTranslations.signOff,
}

/** The rules, by kind of act. */
export const roomActs: Readonly<Record<string, AnyRule>> = {
  ...messageActs,
  ...silenceActs,
  ...pauseActs,
  ...paperActs,
  ...conveyActs,
  'conveyance.note': rule<Conveyance, Conveyance>({ begins: 'new', apply: (_, act) => done(act.payload) }),
  'marks.move': rule<{ readonly delivered?: number; readonly read?: number }, Marks>({
    begins: 'either',
    blind: true,
    apply: (state, act) => done(moveMarks(state, act.payload, actorOf(act).seat)),
    guard: (posted, scene, state) => {
      const furthest = Math.max(posted.payload.delivered ?? 0, posted.payload.read ?? 0)
      if (posted.object !== scene.member?.id) return refuse('member.not-yours')
      const { read = 0, delivered = 0 } = posted.payload
      if (state && read <= state.read && delivered <= state.delivered) return refuse('marks.nothing')
      return furthest <= scene.size ? done(undefined) : refuse('marks.beyond', { size: scene.size })
    },
  }),
}
