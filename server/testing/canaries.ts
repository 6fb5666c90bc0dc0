/** Canaries: words and ids that belong to one room, so that finding one anywhere else proves a hole in a wall. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'
import { layBackground } from './background-canaries.ts'
import { layBargaining } from './bargaining-canaries.ts'
import { layCommitments } from './commitments-canaries.ts'
import { layConfidence } from './confidence-canaries.ts'
import { akoma, wordFile } from './files.ts'
import { layMeetings } from './meetings-canaries.ts'
import { layCredentials, layNotes, layStakeholders, passLeadership } from './parties-canaries.ts'
import { smallProcess } from './process.ts'
import { layProcess } from './process-canaries.ts'
import type { Answer, Person, TestTable } from './table.ts'
import { layTexts } from './text-canaries.ts'

/** One canary: where it may be read (keys of rooms; none at all for what nobody may ever see again), and what it was. */
export interface Canary {
  readonly word: string
  readonly what: string
  readonly rooms: readonly string[]
}

/** A place to lay canaries in. */
export interface Aviary {
  readonly all: Map<string, Canary>
  /** A new word that occurs nowhere else, readable in these rooms. */
  readonly word: (what: string, ...rooms: readonly string[]) => string
  /** An id that the server made, readable in these rooms. */
  readonly id: (id: string, what: string, ...rooms: readonly string[]) => void
}

/** What a canary looks like in any output: our words, our fractions and totals, UUIDs, and the SHA-256 of files. */
export const canaryPattern =
  /zq[0-9a-f]{18}zq|\b[0-9]{2}\.[0-9]{6}\b|\b[0-9]{6}\/[0-9]{6}\b|\b1[0-9]{6}\b|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** An empty aviary. */
export const makeAviary = (): Aviary => {
  const all = new Map<string, Canary>()
  return {
    all,
    word: (what, ...rooms) => {
      const word = `zq${randomBytes(9).toString('hex')}zq`
      all.set(word, { word, what, rooms })
      return word
    },
    id: (word, what, ...rooms) => void all.set(word, { word, what, rooms }),
  }
}

/** The small process, no exercise, with canaries in the names of its rooms, its agenda and its caucus-only members. */
export const canaryProcess = (aviary: Aviary): z.infer<typeof Founding> => ({
  ...smallProcess,
  exercise: false,
  agenda: [
    {
      key: 'one',
      title: { en: aviary.word('agenda', 'plenary'), ru: aviary.word('agenda', 'plenary') },
      note: { en: aviary.word('note of the agenda', 'plenary') },
    },
  ],
  rooms: smallProcess.rooms.map((room) => ({
    ...room,
    name: { en: aviary.word('name of a room', room.key), ru: aviary.word('name of a room', room.key) },
  })),
  members: smallProcess.members.map((member) =>
    member.visibleIn === undefined
      ? member
      : {
          ...member,
          name: {
            en: aviary.word('name of an unseen member', member.visibleIn),
            ru: aviary.word('name of an unseen member', member.visibleIn),
          },
          title: {
            en: aviary.word('title of an unseen member', member.visibleIn),
            ru: aviary.word('title of an unseen member', member.visibleIn),
          },
        },
  ),
})

/** A paper that was laid into a room. */
export interface LaidPaper {
  readonly room: string
  readonly paper: string
}

interface Hand {
  readonly table: TestTable
  readonly aviary: Aviary
  readonly as: (member: string) => Promise<Person>
}

const good = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer
}

const writers: Readonly<Record<string, string>> = {
  plenary: 'us-head',
  'us-caucus': 'us-head',
  'ru-caucus': 'ru-head',
  'us-channel': 'us-head',
  'ru-channel': 'ru-head',
  group: 'ru-head',
  office: 'mediator-head',
  mission: 'verifier-head',
  gallery: 'mediator-head',
}

const interpreterOf = (room: string): string =>
  room.endsWith('caucus')
    ? `${room.slice(0, 2)}-interpreter`
    : room === 'mission'
      ? 'verifier-interpreter'
      : 'mediator-interpreter'

const inEnglish = (en: string) => ({ original: 'en', words: { en } })

/** Lays a message and gives its id. */
const say = async (
  hand: Hand,
  by: string,
  room: string,
  payload: Record<string, unknown>,
): Promise<string> => {
  const object = randomUUID()
  const person = await hand.as(by)
  good(await person.act(room, 'message.send', object, 0, { nature: 'statement', ...payload }))
  return object
}

const upload = async (
  hand: Hand,
  by: string,
  room: string,
  bytes: Uint8Array,
  ...more: readonly string[]
) => {
  const person = await hand.as(by)
  const name = `${hand.aviary.word('name of a file')}.bin`
  const { names: _, ...file } = good(await person.upload(room, bytes, name)).json
  hand.aviary.id(file.file, 'hash of a file', room, ...more)
  return file
}

const submit = async (hand: Hand, room: string, payload: Record<string, unknown>): Promise<LaidPaper> => {
  const paper = randomUUID()
  const person = await hand.as(writers[room] ?? '')
  const use = room.endsWith('channel') ? { use: 'verbatim' } : {}
  good(
    await person.act(room, 'paper.submit', paper, 0, { nonPaper: false, form: 'file', ...use, ...payload }),
  )
  return { room, paper }
}

/** Into one room: words in both languages, words taken back, two translations, marks, a paper, a file, a non-paper. */
const fillRoom = async (hand: Hand, room: string): Promise<readonly LaidPaper[]> => {
  const { aviary, as } = hand
  const by = writers[room] ?? ''
  const use = room.endsWith('channel') ? { use: 'mediator-only' } : {}
  const word = (what: string) => aviary.word(what, room)
  const person = await as(by)
  await say(hand, by, room, { original: 'ru', words: { en: word('message'), ru: word('message') }, ...use })
  const taken = await say(hand, by, room, { ...inEnglish(word('withdrawn message')), ...use })
  good(await person.act(room, 'message.withdraw', taken, 1, {}))
  const interpreter = await as(interpreterOf(room))
  for (const signOff of [true, false]) {
    const object = await say(hand, by, room, { ...inEnglish(word('message to translate')), ...use })
    const rendering = { language: 'ru', words: word('translation'), signOff }
    good(await interpreter.act(room, 'message.translate', object, 1, rendering))
  }
  good(await person.act(room, 'marks.move', person.member, null, { read: 1 }))
  const en = await upload(hand, by, room, akoma(word('clause')))
  const ru = await upload(hand, by, room, akoma(word('clause'), 'rus'))
  const title = { original: 'en', words: { en: word('title of a paper'), ru: word('title of a paper') } }
  const bilingual = await submit(hand, room, { ...title, form: 'bilingual', files: { en, ru } })
  const docx = await upload(hand, by, room, wordFile(word('words of a file'), word('creator of a file')))
  const file = await submit(hand, room, { ...inEnglish(word('title of a file')), files: { en: docx } })
  // Handed in and never submitted: whoever did it changed their mind, and nobody reads it.
  const unused = wordFile(aviary.word('words of a file that was never submitted'))
  aviary.id(good(await person.upload(room, unused, 'f.bin')).json.file, 'hash of a file never submitted')
  const plain = await upload(hand, by, room, akoma(word('words of a non-paper')))
  const words = inEnglish(word('title of a non-paper'))
  const nonPaper = await submit(hand, room, { ...words, nonPaper: true, files: { en: plain } })
  return [bilingual, file, nonPaper]
}

/** What only an unseen member does: words in the caucus. Their id is a canary of the caucus too. */
const unseenSpeak = async (hand: Hand, seat: string): Promise<void> => {
  const room = `${seat}-caucus`
  const unseen = await hand.as(`${seat}-unseen`)
  hand.aviary.id(unseen.member, 'id of an unseen member', room)
  await say(hand, `${seat}-unseen`, room, inEnglish(hand.aviary.word('message of an unseen member', room)))
  good(await unseen.act(room, 'marks.move', unseen.member, null, { read: 1 }))
}

const silences = async ({ as, aviary }: Hand): Promise<void> => {
  const mediator = await as('mediator-head')
  for (const room of ['plenary', 'group']) {
    const object = randomUUID()
    const word = (what: string) => aviary.word(what, room)
    const title = { en: word('title of a silence'), ru: word('title of a silence') }
    const deadline = '2027-01-01T00:00:00.000Z'
    const proposal = { ...inEnglish(word('silence')), title, deadline, objectors: ['us', 'ru'] }
    good(await mediator.act(room, 'silence.propose', object, 0, proposal))
    const head = await as('us-head')
    if (room === 'group')
      good(await head.act(room, 'silence.object', object, null, { reason: word('reason of an objection') }))
  }
}

const pauses = async ({ as, aviary }: Hand): Promise<void> => {
  const mediator = await as('mediator-head')
  for (const seat of ['us', 'ru']) {
    const room = `${seat}-channel`
    const object = randomUUID()
    const head = await as(`${seat}-head`)
    good(await head.act(room, 'pause.ask', object, 0, inEnglish(aviary.word('pause', room))))
    if (seat === 'us') good(await mediator.act(room, 'pause.grant', object, 1, {}))
  }
  good(await mediator.act('plenary', 'adjournments.end', 'adjournments', 1, {}))
}

/** Out of one channel, in every manner: what it leaves behind there and what arrives where. */
const conveyances = async (hand: Hand, from: string, to: string): Promise<readonly LaidPaper[]> => {
  const { as, aviary, table } = hand
  const mediator = await as('mediator-head')
  const by = writers[from] ?? ''
  const sender = await as(by)
  const there = table.room(to)
  const never = inEnglish(aviary.word('original that was not conveyed', from))
  const none = await say(hand, by, from, { ...never, use: 'paraphrase', askFirst: true })
  good(await mediator.act(from, 'message.offer', none, 1, inEnglish(aviary.word('declined wording', from))))
  good(await sender.act(from, 'message.decline', none, 2, { remark: aviary.word('remark', from) }))
  const asked = inEnglish(aviary.word('original of a paraphrase', from))
  const first = await say(hand, by, from, { ...asked, use: 'paraphrase', askFirst: true })
  const wording = inEnglish(aviary.word('approved wording', from, to))
  good(await mediator.act(from, 'message.offer', first, 1, wording))
  good(await sender.act(from, 'message.approve', first, 2, {}))
  good(await mediator.act(from, 'message.convey', first, 3, { to: there, as: 'paraphrase', wording }))
  const verbatim = inEnglish(aviary.word('verbatim', from, to))
  const second = await say(hand, by, from, { ...verbatim, use: 'verbatim' })
  const interpreter = await as('mediator-interpreter')
  const signed = { language: 'ru', words: aviary.word('signed-off translation', from, to), signOff: true }
  good(await interpreter.act(from, 'message.translate', second, 1, signed))
  good(await mediator.act(from, 'message.convey', second, 2, { to: there, as: 'verbatim' }))
  const draft = inEnglish(aviary.word('verbatim with a draft', from, to))
  const third = await say(hand, by, from, { ...draft, use: 'verbatim' })
  const unsigned = { language: 'ru', words: aviary.word('draft translation', from), signOff: false }
  good(await interpreter.act(from, 'message.translate', third, 1, unsigned))
  good(await mediator.act(from, 'message.convey', third, 2, { to: there, as: 'verbatim' }))
  const question = inEnglish(aviary.word('original of a question', from))
  const fourth = await say(hand, by, from, { ...question, nature: 'question', use: 'as-mediator' })
  const own = inEnglish(aviary.word("mediator's wording", to))
  good(await mediator.act(from, 'message.convey', fourth, 1, { to: there, as: 'as-mediator', wording: own }))
  return [await conveyPaper(hand, from, to), ...(await conveyTitle(hand, from, to))]
}

const conveyPaper = async (hand: Hand, from: string, to: string): Promise<LaidPaper> => {
  const { aviary } = hand
  const words = wordFile(aviary.word('words of a conveyed file', from, to))
  const en = await upload(hand, writers[from] ?? '', from, words, to)
  const title = inEnglish(aviary.word('title of a conveyed paper', from, to))
  const laid = await submit(hand, from, { ...title, files: { en } })
  const mediator = await hand.as('mediator-head')
  const conveyed = { to: hand.table.room(to), as: 'verbatim' }
  good(await mediator.act(from, 'paper.convey', laid.paper, 1, conveyed))
  return laid
}

const conveyTitle = async (hand: Hand, from: string, to: string): Promise<readonly LaidPaper[]> => {
  const { aviary } = hand
  const en = await upload(
    hand,
    writers[from] ?? '',
    from,
    wordFile(aviary.word('words of a paraphrased file', from)),
  )
  const title = inEnglish(aviary.word('title of a paraphrased paper', from))
  const laid = await submit(hand, from, { ...title, use: 'paraphrase', files: { en } })
  const mediator = await hand.as('mediator-head')
  const wording = inEnglish(aviary.word('paraphrase of a paper', to))
  const conveyed = { to: hand.table.room(to), as: 'paraphrase', wording }
  good(await mediator.act(from, 'paper.convey', laid.paper, 1, conveyed))
  return [laid]
}

/** Takes down every id that the logs of the rooms hold, as canaries of their rooms. */
const takeIds = async ({ as, aviary, table }: Hand): Promise<readonly LaidPaper[]> => {
  const everybody = new Set(Object.values(table.founded.members))
  const papers: LaidPaper[] = []
  for (const [room, by] of Object.entries(writers)) {
    const person = await as(by)
    aviary.id(table.room(room), 'id of a room', room)
    const { acts } = good(await person.get(`rooms/${table.room(room)}/acts`)).json
    for (const act of acts) {
      aviary.id(act.id, `id of ${act.kind}`, room)
      // A ballot is known by one id in every room in which it is put and answered, a reading by that of its event.
      const others = /^(?:ballot|answer|reading)\./.test(act.kind)
        ? (aviary.all.get(act.object)?.rooms ?? [])
        : []
      if (!everybody.has(act.object) && act.object.length === 36)
        aviary.id(act.object, `object of ${act.kind}`, room, ...others)
      if (act.kind === 'paper.submit') papers.push({ room, paper: act.object })
    }
  }
  return papers
}

/** Fills every room of the table; gives back every paper there is, conveyed ones included. */
export const fillRooms = async (
  table: TestTable,
  aviary: Aviary,
  as: (member: string) => Promise<Person>,
): Promise<readonly LaidPaper[]> => {
  const hand = { table, aviary, as }
  for (const room of Object.keys(writers)) await fillRoom(hand, room)
  for (const seat of ['us', 'ru']) await unseenSpeak(hand, seat)
  await silences(hand)
  await pauses(hand)
  await conveyances(hand, 'us-channel', 'ru-channel')
  await conveyances(hand, 'ru-channel', 'group')
  await conveyances(hand, 'us-channel', 'plenary')
  await layTexts(hand)
  await layBargaining(hand)
  await layBackground(hand)
  await layConfidence(hand)
  const inMission = (what: string, ...rooms: readonly string[]) =>
    upload(hand, 'verifier-head', 'mission', akoma(aviary.word(what, 'mission', ...rooms)), ...rooms)
  for (const room of ['plenary', 'us-caucus']) {
    const file = await upload(hand, 'us-head', room, akoma(aviary.word('words of credentials', room)))
    await layCredentials(hand, room, file)
  }
  await layCommitments(hand, {
    file: await inMission('words of evidence'),
    copy: await inMission('words of a copy of evidence', 'plenary'),
  })
  await layProcess(hand)
  await layMeetings(hand)
  await layNotes(hand)
  await layStakeholders(hand)
  await passLeadership(hand)
  return takeIds(hand)
}
