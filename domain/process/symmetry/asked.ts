/** What a party asked of the mediator and of the procedure, and how soon it was met. */
import type { Act } from '#domain/record/act.ts'
import { type Carrying, type Manner, manners, type SendMessage } from '#domain/rooms/message.ts'
import type { ProposeSilence } from '#domain/rooms/silence.ts'
import { type Elapsed, longestOf, type Met, medianOf, metIn, type Span } from './elapsed.ts'
import type { PartyRecord } from './recorded.ts'
import { isOfParty, messagesIn, papersIn } from './spoken.ts'

/** Words carried to one place: another party by its key, or `table` for the plenary and working groups. */
export interface CarriedTo {
  readonly to: string
  readonly carried: number
  readonly median: number | null
  readonly longest: number | null
}

/** What the party let the mediator carry, and what became of it. */
export interface Conveyed extends Met {
  /** Messages and papers that the party allowed nobody to carry: for the mediator only. */
  readonly kept: number
  readonly papers: number
  readonly papersCarried: number
  /** How often words were carried in each manner; what went to two places went twice. */
  readonly manners: Readonly<Record<Manner, number>>
  readonly to: readonly CarriedTo[]
}

const span = (act: Act, met: Act | undefined): Span => ({ from: act.at, to: met?.at ?? null })

const placeOf = ({ to }: Carrying): string => to.party ?? 'table'

/** What was carried from the party's channel, and how soon. */
export const conveyedFrom = (record: PartyRecord, elapsed: Elapsed, places: readonly string[]): Conveyed => {
  const messages = messagesIn(record, 'channel').filter((act) => isOfParty(record, act))
  const papers = papersIn(record, 'channel').filter((act) => isOfParty(record, act))
  const all = [...messages, ...papers]
  const entrusted = all.filter(({ payload }) => payload.use !== undefined && payload.use !== 'mediator-only')
  const went = (act: Act): readonly Act<Carrying>[] =>
    record.on(act, 'message.convey', 'paper.convey') as readonly Act<Carrying>[]
  const carryings = entrusted.flatMap(went)
  const to = places.map((place) => {
    const taken = entrusted.flatMap((act) => {
      const first = went(act).find(({ payload }) => placeOf(payload) === place)
      return first ? [elapsed(act.at, first.at)] : []
    })
    return { to: place, carried: taken.length, median: medianOf(taken), longest: longestOf(taken) }
  })
  const isEntrusted = new Set<Act>(entrusted)
  const entrustedPapers = papers.filter((act) => isEntrusted.has(act))
  return {
    ...metIn(
      entrusted.map((act) => span(act, went(act)[0])),
      elapsed,
      record.at,
    ),
    kept: all.length - entrusted.length,
    papers: entrustedPapers.length,
    papersCarried: entrustedPapers.filter((act) => went(act).length > 0).length,
    manners: Object.fromEntries(
      manners.map((manner) => [manner, carryings.filter(({ payload }) => payload.as === manner).length]),
    ) as Record<Manner, number>,
    to,
  }
}

/** Pauses that the party asked for, met when the mediator grants one. */
export const pausesOf = (record: PartyRecord, elapsed: Elapsed): Met =>
  metIn(
    record.of('pause.ask', 'channel').map((act) => span(act, record.on(act, 'pause.grant')[0])),
    elapsed,
    record.at,
  )

/** Questions of the party in its channel, met by the first answer that is not its own. */
export const questionsOf = (record: PartyRecord, elapsed: Elapsed): Met => {
  const all = messagesIn(record, 'channel')
  const asked = all.filter((act) => record.isOwn(act) && act.payload.nature === 'question')
  const answer = ({ object }: Act): Act | undefined =>
    all.find((act) => act.payload.answers === object && !record.isOwn(act))
  return metIn(
    asked.map((act) => span(act, answer(act))),
    elapsed,
    record.at,
  )
}

/** Wordings that the party asked to see before its words go, met when the mediator puts the first before it. */
export const wordingsOf = (record: PartyRecord, elapsed: Elapsed): Met =>
  metIn(
    messagesIn(record, 'channel')
      .filter((act) => record.isOwn(act) && act.payload.askFirst === true)
      .map((act) => span(act, record.on(act, 'message.offer')[0])),
    elapsed,
    record.at,
  )

/** Messages of the party at the table that lacked a language, met when the last of the languages is there. */
export const translationsOf = (record: PartyRecord, elapsed: Elapsed): Met => {
  const lacking = ({ payload }: Act<SendMessage>): readonly string[] =>
    record.languages.filter((language) => payload.words[language] === undefined)
  const whole = (act: Act<SendMessage>): Act | undefined => {
    const missing = new Set(lacking(act))
    return (record.on(act, 'message.translate') as readonly Act<{ readonly language: string }>[]).find(
      ({ payload }) => missing.delete(payload.language) && missing.size === 0,
    )
  }
  return metIn(
    messagesIn(record, 'table')
      .filter((act) => record.isOwn(act) && lacking(act).length > 0)
      .map((act) => span(act, whole(act))),
    elapsed,
    record.at,
  )
}

/** Silence procedures that the party could break, and those that it broke. */
export interface Silences {
  readonly named: number
  readonly objected: number
}

/** How often the party was among the objectors, and how often it objected. */
export const silencesOf = (record: PartyRecord, seats: readonly string[]): Silences => ({
  named: (record.of('silence.propose', 'table') as readonly Act<ProposeSilence>[]).filter(({ payload }) =>
    payload.objectors.some((seat) => seats.includes(seat)),
  ).length,
  objected: record.of('silence.object', 'table').filter(record.isOwn).length,
})
