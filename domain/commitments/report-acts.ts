/** The acts of reporting: reports, accounts, the mission's sources. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type AnyRule, actorOf, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import { inAllLanguages, speaksFor } from '#domain/text/guards.ts'
import type { Account, GiveAccount, MakeReport, Report } from './report.ts'
import { caseRefs, stipulationRefs } from './rooms.ts'
import { stipulationsKnown } from './sighting-acts.ts'
import type { EnterSource, Source } from './source.ts'

const guardReport = ({ payload }: Posted<MakeReport>, scene: Scene): Outcome<void> => {
  const { period, stipulations, words, figures } = payload
  if (period && period.to < period.from) return refuse('report.period')
  if (figures.some(({ count }) => count.most < count.least)) return refuse('report.figure')
  const worded = inAllLanguages(scene, words, ...figures.map(({ what }) => what))
  return worded.ok ? stipulationsKnown(scene, stipulations) : worded
}

const guardAccount = ({ payload }: Posted<GiveAccount>, scene: Scene): Outcome<void> => {
  const about = payload.case
  if (payload.stipulations.length === 0 && about === undefined) return refuse('account.about-nothing')
  if (payload.asOf > scene.at.slice(0, 10)) return refuse('finding.ahead')
  if (about !== undefined && !caseRefs(scene, about).some((ref) => scene.find(ref)))
    return refuse('case.unknown')
  const worded = inAllLanguages(scene, payload.words)
  return worded.ok ? stipulationsKnown(scene, payload.stipulations) : worded
}

/** The rules, by kind of act. */
export const reportActs: Readonly<Record<string, AnyRule>> = {
  'report.make': rule<MakeReport, Report>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, author: actorOf(act), at: act.at }),
    reaches: ({ payload }, scene) => stipulationRefs(scene, payload.stipulations),
    guard: guardReport,
  }),
  'account.give': rule<GiveAccount & { readonly party: string }, Account>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, author: actorOf(act), at: act.at }),
    reaches: ({ payload }, scene) => [
      ...stipulationRefs(scene, payload.stipulations),
      ...caseRefs(scene, payload.case),
    ],
    guard: guardAccount,
    plan: (act, scene) => {
      const party = speaksFor(scene)
      return party.ok ? done([{ ...act, payload: { ...act.payload, party: party.value } }]) : party
    },
  }),
  'source.enter': rule<EnterSource, Source>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
    guard: ({ payload }, scene) => inAllLanguages(scene, payload.alias, payload.words),
  }),
}
