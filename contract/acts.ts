/** Acts on the wire: one envelope, and the payload of each kind that a member can post. */
import { z } from 'zod'
import { onlyOnes } from '#domain/record/only-ones.ts'
import { objectKind } from '#domain/record/rule.ts'
import {
  AcceptFacts,
  EnterEvent,
  EnterLesson,
  ProposeFacts,
  TellEvent,
  WriteReading,
} from './background-acts.ts'
import {
  AnswerSuggestion,
  GiveAnswer,
  MakeDisclosure,
  PrepareSuggestion,
  PutBallot,
  ReleaseSuggestion,
  SetAgenda,
  SetBudget,
  SetRatification,
  SetWorth,
} from './bargaining-acts.ts'
import {
  AcceptForce,
  AcceptRemedy,
  CloseCase,
  ConcludeInspection,
  EnterSource,
  EnterStipulation,
  ExamineEvidence,
  GiveAccount,
  HandEvidence,
  InWords,
  IssueReport,
  LodgeEvidence,
  MakeReport,
  NotifyCase,
  ProposeFinding,
  ProposeForce,
  ProposeRemedy,
  RecordDenial,
  RecordIncident,
  RecordObservation,
  Release,
  ReleaseEvidence,
  ReleaseFinding,
  ReplyToInspection,
  RequestInspection,
} from './commitments-acts.ts'
import {
  AcceptMeasure,
  EndGrievance,
  EndMeasure,
  EnterGrievance,
  ProposeMeasure,
  PutGrievance,
  SeePart,
  TellPart,
} from './confidence-acts.ts'
import { ChangeLeadership, LodgeCredentials } from './leadership.ts'
import {
  AcceptMinutes,
  CancelSession,
  DeclineBadge,
  GrantBadges,
  PlanSession,
  SetArrangements,
  SubmitList,
  WriteMinutes,
} from './meetings-acts.ts'
import { WriteNote } from './notes.ts'
import { LoadOutside } from './outside.ts'
import { AuthoriseMember, JoinMember, LeaveSeat, PlaceMember, SetQuietHours } from './parties.ts'
import {
  EndMandate,
  GiveConsent,
  MakeHandover,
  MarkItem,
  MoveTrack,
  ReadRipeness,
  RecordMandate,
  WithdrawConsent,
} from './process-acts.ts'
import { AppointWitness } from './record.ts'
import {
  AskPause,
  Convey,
  DeclineWording,
  MoveMarks,
  ObjectToSilence,
  OfferWording,
  ProposeSilence,
  SendMessage,
  SignOff,
  SubmitPaper,
  Translate,
  TranslatePaper,
} from './rooms.ts'
import { StakeholderMap } from './stakeholders.ts'
import {
  AddAlternative,
  AdoptAlternative,
  AgreeClause,
  AnnounceLapse,
  CertifyClause,
  ClauseSeed,
  EnterProposal,
  LiftReservation,
  LinkClauses,
  MakeProposal,
  MergeClauses,
  MoveClause,
  NumberClause,
  OnAlternative,
  OnWording,
  OpenBracket,
  OpenText,
  ReserveClause,
  ReturnProposal,
  SplitClause,
  TakeOutProposal,
  TakeStance,
  TranslateClause,
  UnlinkClauses,
  WriteClause,
} from './text-acts.ts'
import { CorrectVersion, FreezeVersion, MarkVersion, ObjectToVersion } from './text-versions.ts'
import { Id, Key, Nothing, ObjectId } from './words.ts'

/** The payload of every act a member can post, by kind. */
export const payloads = {
  'message.send': SendMessage,
  'message.withdraw': Nothing,
  'message.offer': OfferWording,
  'message.approve': Nothing,
  'message.decline': DeclineWording,
  'message.convey': Convey,
  'message.translate': Translate,
  'message.sign-off': SignOff,
  'paper.submit': SubmitPaper,
  'paper.withdraw': Nothing,
  'paper.convey': Convey,
  'paper.translate': TranslatePaper,
  'paper.sign-off': SignOff,
  'silence.propose': ProposeSilence,
  'silence.object': ObjectToSilence,
  'silence.lift': Nothing,
  'silence.translate': Translate,
  'silence.sign-off': SignOff,
  'pause.ask': AskPause,
  'pause.grant': Nothing,
  'pause.translate': Translate,
  'pause.sign-off': SignOff,
  'adjournments.begin': Nothing,
  'adjournments.end': Nothing,
  'marks.move': MoveMarks,
  'member.join': JoinMember,
  'member.leave': LeaveSeat,
  'member.remove': Nothing,
  'member.invite': Nothing,
  'member.authorise': AuthoriseMember,
  'member.place': PlaceMember,
  'leadership.change': ChangeLeadership,
  'credentials.lodge': LodgeCredentials,
  'credentials.receive': Nothing,
  'stakeholders.set': StakeholderMap,
  'note.write': WriteNote,
  'note.withdraw': Nothing,
  'quiet-hours.set': SetQuietHours,
  'text.open': OpenText,
  'text.link': LinkClauses,
  'text.unlink': UnlinkClauses,
  'clause.enter': ClauseSeed,
  'clause.bracket': OpenBracket,
  'clause.alternative': AddAlternative,
  'clause.translate': TranslateClause,
  'clause.write': WriteClause,
  'clause.support': OnAlternative,
  'clause.withdraw': OnAlternative,
  'clause.retract': OnAlternative,
  'clause.adopt': AdoptAlternative,
  'clause.announce-lapse': AnnounceLapse,
  'clause.lapse': OnAlternative,
  'clause.move': MoveClause,
  'clause.number': NumberClause,
  'clause.split': SplitClause,
  'clause.merge': MergeClauses,
  'clause.agree': AgreeClause,
  'clause.decline': OnWording,
  'clause.reopen': OnWording,
  'clause.certify': CertifyClause,
  'clause.reserve': ReserveClause,
  'clause.lift': LiftReservation,
  'proposal.make': MakeProposal,
  'proposal.withdraw': Nothing,
  'proposal.enter': EnterProposal,
  'proposal.return': ReturnProposal,
  'proposal.take-out': TakeOutProposal,
  'stance.take': TakeStance,
  'version.freeze': FreezeVersion,
  'version.correct': CorrectVersion,
  'version.initial': MarkVersion,
  'version.sign-ad-referendum': MarkVersion,
  'version.sign': MarkVersion,
  'version.confirm': MarkVersion,
  'version.decline': Nothing,
  'version.object': ObjectToVersion,
  'agenda.set': SetAgenda,
  'worth.set': SetWorth,
  'ratification.set': SetRatification,
  'disclosure.make': MakeDisclosure,
  'disclosure.withdraw': Nothing,
  'budget.set': SetBudget,
  'suggestion.prepare': PrepareSuggestion,
  'suggestion.release': ReleaseSuggestion,
  'suggestion.answer': AnswerSuggestion,
  'ballot.put': PutBallot,
  'answer.give': GiveAnswer,
  'stipulation.enter': EnterStipulation,
  'stipulation.change': EnterStipulation,
  'stipulation.withdraw': Nothing,
  'stipulation.accept': Nothing,
  'force.propose': ProposeForce,
  'force.withdraw': Nothing,
  'force.accept': AcceptForce,
  'report.make': MakeReport,
  'account.give': GiveAccount,
  'source.enter': EnterSource,
  'observation.record': RecordObservation,
  'observation.withdraw': Nothing,
  'observation.release': Release,
  'denial.record': RecordDenial,
  'denial.withdraw': Nothing,
  'denial.release': Release,
  'incident.record': RecordIncident,
  'incident.withdraw': Nothing,
  'incident.release': Release,
  'inspection.request': RequestInspection,
  'inspection.reply': ReplyToInspection,
  'inspection.conclude': ConcludeInspection,
  'evidence.lodge': LodgeEvidence,
  'evidence.hand': HandEvidence,
  'evidence.examine': ExamineEvidence,
  'evidence.release': ReleaseEvidence,
  'finding.propose': ProposeFinding,
  'finding.confirm': Nothing,
  'finding.dissent': InWords,
  'finding.withdraw': Nothing,
  'finding.release': ReleaseFinding,
  'case.notify': NotifyCase,
  'case.reply': InWords,
  'case.mandate': Nothing,
  'case.remedy': ProposeRemedy,
  'case.accept': AcceptRemedy,
  'case.dissent': InWords,
  'case.close': CloseCase,
  'monitoring-report.issue': IssueReport,
  'monitoring-report.dissent': InWords,
  'arrangements.set': SetArrangements,
  'session.convene': PlanSession,
  'session.change': PlanSession,
  'session.cancel': CancelSession,
  'accreditation.submit': SubmitList,
  'accreditation.grant': GrantBadges,
  'accreditation.decline': DeclineBadge,
  'minutes.write': WriteMinutes,
  'minutes.accept': AcceptMinutes,
  'outside.load': LoadOutside,
  'outside.withdraw': Nothing,
  'event.enter': EnterEvent,
  'event.change': EnterEvent,
  'event.withdraw': Nothing,
  'event.tell': TellEvent,
  'event.propose-facts': ProposeFacts,
  'event.accept-facts': AcceptFacts,
  'lesson.enter': EnterLesson,
  'lesson.change': EnterLesson,
  'lesson.withdraw': Nothing,
  'reading.write': WriteReading,
  'grievance.enter': EnterGrievance,
  'grievance.change': EnterGrievance,
  'grievance.put': PutGrievance,
  'grievance.end': EndGrievance,
  'measure.propose': ProposeMeasure,
  'measure.change': ProposeMeasure,
  'measure.accept': AcceptMeasure,
  'measure.tell': TellPart,
  'measure.see': SeePart,
  'measure.end': EndMeasure,
  'consent.give': GiveConsent,
  'consent.withdraw': WithdrawConsent,
  'mandate.record': RecordMandate,
  'mandate.end': EndMandate,
  'track.move': MoveTrack,
  'ripeness.read': ReadRipeness,
  'fundamental.mark': MarkItem,
  'handover.make': MakeHandover,
  'witness.appoint': AppointWitness,
  'witness.dismiss': Nothing,
} as const satisfies Record<string, z.ZodType>

/** A kind of act that a member can post. */
export type ActKind = keyof typeof payloads

/**
 * An object of which a room has only one is named by a word, one of which a seat, a party or a list has one by its key
 * there; any other by a UUID.
 */
const objectOf = (kind: string) => {
  if (kind.startsWith('adjournments.')) return z.literal('adjournments')
  if (kind.startsWith('text.')) return z.literal('text')
  const only = onlyOnes.find((each) => each === objectKind(kind))
  if (only) return z.literal(only)
  if (kind.startsWith('version.')) return z.string().regex(/^[1-9][0-9]{0,4}$/)
  // Clauses are cited by their ids, and those of a compiled text are short; alternatives have such ids too.
  if (kind.startsWith('clause.') || kind.startsWith('stance.')) return ObjectId
  return /^(?:leadership|quiet-hours|witness|track|ripeness|fundamental)\./.test(kind) ? Key : Id
}

const envelope = <K extends ActKind>(kind: K, payload: (typeof payloads)[K]) =>
  z.strictObject({
    id: Id,
    room: Id,
    kind: z.literal(kind),
    object: objectOf(kind),
    base: z.int().min(0).nullable(),
    payload,
  })

type Envelope = { [K in ActKind]: ReturnType<typeof envelope<K>> }[ActKind]

const envelopes = Object.entries(payloads).map(([kind, payload]) =>
  envelope(kind as ActKind, payload as never),
)

/** An act as it is posted: a client-made id, so that a retry is safe, and the revision its author saw. */
export const PostedAct = z.discriminatedUnion('kind', envelopes as unknown as [Envelope, ...Envelope[]])
export type PostedAct = { [K in ActKind]: z.infer<ReturnType<typeof envelope<K>>> & { kind: K } }[ActKind]

/** The answer to an act that was done, or had been done already: its place in the log of its room. */
export const ActDone = z.object({
  id: Id,
  room: Id,
  object: ObjectId,
  index: z.int(),
  revision: z.int(),
  at: z.iso.datetime(),
  /** The log's signed promise that the act will stand at this place (`domain/record/receipt.ts`): keep it. */
  receipt: z.string(),
})
export type ActDone = z.infer<typeof ActDone>

/**
 * What the event stream says, and nothing else: the log of this room now holds `size` acts. `table` says that one of
 * them changed who sits at the table or when, so that nobody else need ask again who does.
 */
export const RoomEvent = z.object({ room: Id, size: z.int(), table: z.literal(true).optional() })
export type RoomEvent = z.infer<typeof RoomEvent>
