/** The symmetry report: the same figures for each party, from the record alone. It judges nothing and adds nothing up. */
import type { Language } from '#domain/parties/localised.ts'
import { type Access, accessOf } from './access.ts'
import {
  type Conveyed,
  conveyedFrom,
  pausesOf,
  questionsOf,
  type Silences,
  silencesOf,
  translationsOf,
  wordingsOf,
} from './asked.ts'
import { type Badges, badgesOf } from './badges.ts'
import { type Proposals, proposalsOf, type TextLanguages, textLanguages } from './drafted.ts'
import { elapsedIn, type Met } from './elapsed.ts'
import { partyRecord, type Recorded } from './recorded.ts'
import { type Sessions, sessionsOf } from './sessions.ts'
import { type Channel, channelOf, type Floor, floorOf, writtenIn } from './spoken.ts'

/** The figures of one party; how each is worked out stands in docs/symmetry.md. */
export interface PartyFigures {
  readonly party: string
  readonly access: Access
  readonly badges: Badges
  readonly floor: Floor
  readonly channel: Channel
  readonly sessions: Sessions
  readonly conveyed: Conveyed
  readonly pauses: Met
  readonly questions: Met
  readonly wordings: Met
  readonly translations: Met
  readonly silences: Silences
  readonly proposals: Proposals
  /** Messages and papers of the party by the language in which they were first written. */
  readonly written: Readonly<Record<Language, number>>
}

/** The report at a moment (ISO 8601, UTC): a row for each party in the order of the process, and the languages of the text. */
export interface Symmetry {
  readonly at: string
  readonly languages: readonly Language[]
  readonly parties: readonly PartyFigures[]
  readonly text: TextLanguages
}

/** The kinds of act that the figures are worked out from. Every other act can be left out without changing one. */
export const symmetryActs: readonly string[] = [
  ...['message.send', 'message.withdraw', 'message.translate', 'message.offer', 'message.convey'],
  ...['paper.submit', 'paper.withdraw', 'paper.convey', 'pause.ask', 'pause.grant'],
  ...['adjournments.begin', 'adjournments.end', 'silence.propose', 'silence.object'],
  ...['proposal.make', 'proposal.enter', 'proposal.return', 'proposal.withdraw'],
  ...['clause.enter', 'clause.bracket', 'clause.alternative', 'clause.adopt'],
  ...['member.join', 'member.leave', 'member.remove', 'member.authorise'],
  ...['member.relieve', 'member.succeed'],
  ...['arrangements.set', 'session.convene', 'session.change', 'session.cancel'],
  ...['minutes.write', 'minutes.accept'],
  ...['accreditation.submit', 'accreditation.grant', 'accreditation.decline'],
]

const figuresOf = (recorded: Recorded, party: string): PartyFigures => {
  const { process } = recorded
  const record = partyRecord(recorded, party)
  const elapsed = elapsedIn(record)
  const places = [...process.parties.map(({ key }) => key).filter((key) => key !== party), 'table']
  const seats = process.seats.flatMap((seat) => (seat.party === party ? [seat.key] : []))
  return {
    party,
    access: accessOf(record, process),
    badges: badgesOf(record, elapsed),
    floor: floorOf(record),
    channel: channelOf(record),
    sessions: sessionsOf(record, process),
    conveyed: conveyedFrom(record, elapsed, places),
    pauses: pausesOf(record, elapsed),
    questions: questionsOf(record, elapsed),
    wordings: wordingsOf(record, elapsed),
    translations: translationsOf(record, elapsed),
    silences: silencesOf(record, seats),
    proposals: proposalsOf(record, elapsed),
    written: writtenIn(record),
  }
}

/**
 * The figures of these parties. Each party's depend only on rooms in which it sits with the mediator, so that it can
 * work out its own; the languages of the text depend on the plenary alone. Acts after `at` are left out.
 */
export const symmetryOf = (recorded: Recorded, parties: readonly string[]): Symmetry => {
  const { process, rooms, acts, at } = recorded
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  return {
    at,
    languages: process.languages,
    parties: parties.map((party) => figuresOf(recorded, party)),
    text: textLanguages(
      process.languages,
      acts.filter((act) => act.room === plenary && act.at <= at),
    ),
  }
}

/**
 * Whose figures a seat may read: the mediator's all, a party's its own, everybody else's none. The rooms it sits in
 * would let no seat work out more.
 */
export const mayReadFigures = ({ parties, seats }: Recorded['process'], seat: string): readonly string[] => {
  const found = seats.find(({ key }) => key === seat)
  if (found?.kind === 'mediator') return parties.map(({ key }) => key)
  return found?.party === undefined ? [] : [found.party]
}
