/** The acts of a case before the joint commission, and of the periodic monitoring report. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import { type AnyRule, actorOf, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import { inAllLanguages, inName, partiesOf, speaksFor } from '#domain/text/guards.ts'
import {
  acceptRemedy,
  type Case,
  type Closing,
  closeCase,
  dissentInCase,
  findInCase,
  type InWords,
  mandate,
  type Notice,
  proposeRemedy,
  type Remedy,
  replyInCase,
} from './case.ts'
import {
  dissentFromReport,
  type IssueReport,
  type MonitoringReport,
  periodHolds,
} from './monitoring-report.ts'
import { stipulationRefs } from './rooms.ts'
import { stipulationsKnown } from './sighting-acts.ts'

type WithParty = InWords & { readonly party: string }

const worded = ({ payload }: Posted<InWords>, scene: Scene): Outcome<void> =>
  inAllLanguages(scene, payload.words)

const partyKnown = (scene: Scene, party: string): Outcome<void> =>
  partiesOf(scene).includes(party) ? done(undefined) : refuse('stipulation.actor-unknown', { actor: party })

const guardNotify = ({ payload }: Posted<Notice>, scene: Scene): Outcome<void> => {
  const own = speaksFor(scene)
  return allHold(
    partyKnown(scene, payload.against),
    own.ok && own.value === payload.against ? refuse('case.against-oneself') : done(undefined),
    payload.replyBy < scene.at.slice(0, 10) ? refuse('case.reply-past') : done(undefined),
    inAllLanguages(scene, payload.title, payload.words),
    stipulationsKnown(scene, payload.stipulations),
  )
}

const guardReply = (posted: Posted<InWords>, scene: Scene, state: Case | undefined): Outcome<void> => {
  const party = speaksFor(scene)
  if (!party.ok) return party
  return party.value === known(state).against ? worded(posted, scene) : refuse('case.not-against-you')
}

const guardClose = (posted: Posted<Closing>, scene: Scene, state: Case | undefined): Outcome<void> => {
  // Only who brought a case takes it back; every other end is the chair's to note.
  const { outcome } = posted.payload
  const isOwn = known(state).by.seat === scene.member?.seat
  const isParty = speaksFor(scene).ok
  if (outcome === 'withdrawn' ? !isOwn : isParty) return refuse('case.not-yours-to-close')
  return worded(posted, scene)
}

const answering: Readonly<Record<string, AnyRule>> = {
  'case.reply': rule<InWords, Case>({
    begins: 'known',
    apply: (state, act) =>
      replyInCase(known(state), { words: act.payload.words, by: actorOf(act), at: act.at }),
    guard: guardReply,
  }),
  'case.mandate': rule<{ readonly party: string }, Case>({
    begins: 'known',
    blind: true,
    apply: (state, act) => mandate(known(state), { party: act.payload.party, by: actorOf(act), at: act.at }),
    plan: inName,
  }),
  'case.dissent': rule<WithParty, Case>({
    begins: 'known',
    blind: true,
    apply: (state, { payload, ...act }) =>
      dissentInCase(known(state), { ...payload, by: actorOf({ payload, ...act }), at: act.at }),
    guard: worded,
    plan: inName,
  }),
  // A finding was released into the case; it comes with the releasing.
  'case.find': rule<{ readonly finding: string }, Case>({
    begins: 'known',
    blind: true,
    apply: (state, act) => findInCase(known(state), act.payload.finding, act.at),
  }),
}

const remedying: Readonly<Record<string, AnyRule>> = {
  'case.remedy': rule<Remedy & { readonly party?: string }, Case>({
    begins: 'known',
    apply: (state, act) => {
      const { party, ...remedy } = act.payload
      return proposeRemedy(known(state), { ...remedy, by: actorOf(act), at: act.at }, party)
    },
    guard: (posted, scene) => {
      const held = partyKnown(scene, posted.payload.bound)
      if (!held.ok) return held
      return posted.payload.due < scene.at.slice(0, 10)
        ? refuse('case.remedy-past')
        : inAllLanguages(scene, posted.payload.words)
    },
    plan: (act, scene) => {
      const party = speaksFor(scene)
      return done([party.ok ? { ...act, payload: { ...act.payload, party: party.value } } : act])
    },
  }),
  'case.accept': rule<{ readonly remedy: string; readonly party: string }, Case>({
    begins: 'known',
    blind: true,
    apply: (state, act) => acceptRemedy(known(state), act.payload.remedy, act.payload.party, act.at),
    plan: inName,
  }),
  'case.close': rule<Closing & { readonly parties: readonly string[] }, Case>({
    begins: 'known',
    apply: (state, act) => {
      const { parties, ...closing } = act.payload
      return closeCase(known(state), { ...closing, by: actorOf(act), at: act.at }, parties)
    },
    guard: guardClose,
    plan: (act, scene) => done([{ ...act, payload: { ...act.payload, parties: partiesOf(scene) } }]),
  }),
}

/** The rules, by kind of act. */
export const caseActs: Readonly<Record<string, AnyRule>> = {
  'case.notify': rule<Notice, Case>({
    begins: 'new',
    apply: (_, act) =>
      done({
        ...{ ...act.payload, by: actorOf(act), at: act.at },
        ...{ mandates: [], findings: [], remedies: [], dissents: [] },
      }),
    reaches: ({ payload }, scene) => stipulationRefs(scene, payload.stipulations),
    guard: guardNotify,
  }),
  ...answering,
  ...remedying,
  'monitoring-report.issue': rule<IssueReport, MonitoringReport>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at, dissents: [] }),
    guard: ({ payload }, scene) => {
      const period = periodHolds(payload, scene.at.slice(0, 10))
      return period.ok ? inAllLanguages(scene, payload.remarks) : period
    },
  }),
  'monitoring-report.dissent': rule<WithParty, MonitoringReport>({
    begins: 'known',
    blind: true,
    apply: (state, act) => dissentFromReport(known(state), { ...act.payload, by: actorOf(act), at: act.at }),
    guard: worded,
    plan: inName,
  }),
}
