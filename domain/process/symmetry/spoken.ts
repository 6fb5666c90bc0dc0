/** What a party said, where, how much of it, and in which language it was first written. */
import type { Act } from '#domain/record/act.ts'
import type { Nature, SendMessage } from '#domain/rooms/message.ts'
import type { SubmitPaper } from '#domain/rooms/paper.ts'
import type { PartyRecord, Where } from './recorded.ts'

/** The floor: what a party said and put before the others, in the plenary and in working groups. */
export interface Floor {
  readonly statements: number
  readonly questions: number
  readonly answers: number
  /** Words of all these, in the language in which each was written. */
  readonly words: number
  /** Days (UTC) on which the party spoke there. */
  readonly days: number
  readonly papers: number
  /** What the mediator read out there in the party's name: messages and papers carried verbatim. */
  readonly voiced: number
}

/** Proximity talks: what went each way between a party and the mediator, and on how many days (UTC) anything did. */
export interface Channel {
  readonly given: number
  readonly received: number
  readonly days: number
}

/** Words taken back count nowhere. */
const standing = (record: PartyRecord, kind: 'message' | 'paper', where: Where): readonly Act[] =>
  record
    .of(kind === 'message' ? 'message.send' : 'paper.submit', where)
    .filter((act) => record.on(act, `${kind}.withdraw`).length === 0)

/** The messages in these rooms that nobody took back. */
export const messagesIn = (record: PartyRecord, where: Where): readonly Act<SendMessage>[] =>
  standing(record, 'message', where) as readonly Act<SendMessage>[]

/** The papers in these rooms that nobody took back. */
export const papersIn = (record: PartyRecord, where: Where): readonly Act<SubmitPaper>[] =>
  standing(record, 'paper', where) as readonly Act<SubmitPaper>[]

/** A party's paper in its channel may be a non-paper and name nobody; only a party says how its words may be used. */
export const isOfParty = (record: PartyRecord, act: Act<SendMessage | SubmitPaper>): boolean =>
  record.isOwn(act) || (act.by === null && act.payload.use !== undefined)

/** Runs of anything but white space: space, tab, line feed, carriage return, no-break space and narrow no-break space. */
const wordCount = (words: string): number => words.match(/[^ \t\n\r\u00a0\u202f]+/g)?.length ?? 0

const daysOf = (acts: readonly Act[]): number => new Set(acts.map(({ at }) => at.slice(0, 10))).size

/** What the party had of the floor. */
export const floorOf = (record: PartyRecord): Floor => {
  const said = messagesIn(record, 'table')
  const own = said.filter(record.isOwn)
  const papers = papersIn(record, 'table')
  const count = (nature: Nature): number => own.filter(({ payload }) => payload.nature === nature).length
  return {
    ...{ statements: count('statement'), questions: count('question'), answers: count('answer') },
    words: own.reduce((sum, { payload }) => sum + wordCount(payload.words[payload.original] ?? ''), 0),
    days: daysOf(own),
    papers: papers.filter(record.isOwn).length,
    voiced: [...said, ...papers].filter(({ payload }) => payload.voice === record.party).length,
  }
}

/** What went each way in the party's channel. */
export const channelOf = (record: PartyRecord): Channel => {
  const all = messagesIn(record, 'channel')
  const given = all.filter(record.isOwn).length
  return { given, received: all.length - given, days: daysOf(all) }
}

/** How many of the party's own messages and papers were first written in each language of the process. */
export const writtenIn = (record: PartyRecord): Readonly<Record<string, number>> => {
  const own = (['table', 'channel'] as const).flatMap((where) =>
    [...messagesIn(record, where), ...papersIn(record, where)].filter((act) => isOfParty(record, act)),
  )
  return Object.fromEntries(
    record.languages.map((language) => [
      language,
      own.filter(({ payload }) => payload.original === language).length,
    ]),
  )
}
