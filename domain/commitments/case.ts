/** A case before the joint commission: notice, reply, finding, remedy, closed. Each side's account and dissent stay in it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/** What is brought: which obligations, against which party, and by which day it is asked to reply (`YYYY-MM-DD`). */
export interface Notice {
  readonly stipulations: readonly string[]
  readonly against: string
  readonly title: Localised
  readonly words: Localised
  readonly replyBy: string
}

type Said<T> = T & { readonly by: Actor; readonly at: string }

/** Something in words. */
export interface InWords {
  readonly words: Localised
}

/** What would put it right: by whom, by which day. It binds when every party has accepted it. */
export interface Remedy extends InWords {
  readonly id: string
  readonly bound: string
  readonly due: string
}

/** How a case ended. */
export interface Closing extends InWords {
  readonly outcome: 'remedied' | 'no-breach' | 'unresolved' | 'withdrawn'
}

/** A case as it stands. */
export interface Case extends Notice {
  readonly by: Actor
  readonly at: string
  readonly reply?: Said<InWords> | undefined
  /** The parties that want the mission to investigate. */
  readonly mandates: readonly { readonly party: string; readonly by: Actor; readonly at: string }[]
  readonly findings: readonly { readonly finding: string; readonly at: string }[]
  readonly remedies: readonly (Said<Remedy> & {
    readonly accepted: readonly { readonly party: string; readonly at: string }[]
  })[]
  readonly dissents: readonly Said<InWords & { readonly party: string }>[]
  readonly closed?: Said<Closing> | undefined
}

/** The stages of a case, in order. */
export const caseStages = ['notice', 'reply', 'finding', 'remedy', 'closed'] as const
export type CaseStage = (typeof caseStages)[number]

/** Whether every one of these parties has accepted a remedy. */
export const isAgreedRemedy = ({ accepted }: Case['remedies'][number], parties: readonly string[]): boolean =>
  parties.every((party) => accepted.some((each) => each.party === party))

/** How far the case has come: the last stage that something was said in. */
export const caseStageOf = ({
  closed,
  remedies,
  findings,
  reply,
}: Pick<Case, 'closed' | 'remedies' | 'findings' | 'reply'>): CaseStage => {
  if (closed) return 'closed'
  if (remedies.length > 0) return 'remedy'
  if (findings.length > 0) return 'finding'
  return reply ? 'reply' : 'notice'
}

/** Whether every party wants an investigation. */
export const isMandated = ({ mandates }: Pick<Case, 'mandates'>, parties: readonly string[]): boolean =>
  parties.length > 0 && parties.every((party) => mandates.some((each) => each.party === party))

/** What the case waits for, and by when, on a day: a reply that is owed, an agreed remedy that is due. */
export const owedIn = (
  state: Case,
  parties: readonly string[],
): { readonly what: 'reply' | 'remedy'; readonly by: string; readonly due: string } | null => {
  if (state.closed) return null
  const agreed = state.remedies.find((remedy) => isAgreedRemedy(remedy, parties))
  if (agreed) return { what: 'remedy', by: agreed.bound, due: agreed.due }
  return state.reply ? null : { what: 'reply', by: state.against, due: state.replyBy }
}

const open = (state: Case): Outcome<Case> => (state.closed ? refuse('case.closed') : done(state))

const step =
  (change: (state: Case) => Outcome<Case>) =>
  (state: Case): Outcome<Case> => {
    const now = open(state)
    return now.ok ? change(now.value) : now
  }

/** The party that the case is against replies, once. */
export const replyInCase = (state: Case, reply: Said<InWords>): Outcome<Case> =>
  step((now) => (now.reply ? refuse('case.replied') : done({ ...now, reply })))(state)

/** A party wants the mission to investigate. */
export const mandate = (state: Case, given: Case['mandates'][number]): Outcome<Case> =>
  step((now) =>
    now.mandates.some(({ party }) => party === given.party)
      ? refuse('case.mandated-already')
      : done({ ...now, mandates: [...now.mandates, given] }),
  )(state)

/** A released finding enters the case, also one that is closed: facts may come late. */
export const findInCase = (state: Case, finding: string, at: string): Outcome<Case> =>
  done({ ...state, findings: [...state.findings, { finding, at }] })

/** A remedy is proposed; who proposes it as a party has accepted it. */
export const proposeRemedy = (state: Case, remedy: Said<Remedy>, party: string | undefined): Outcome<Case> =>
  step((now) =>
    now.remedies.some(({ id }) => id === remedy.id)
      ? refuse('object.exists')
      : done({
          ...now,
          remedies: [
            ...now.remedies,
            { ...remedy, accepted: party === undefined ? [] : [{ party, at: remedy.at }] },
          ],
        }),
  )(state)

/** A party accepts a remedy. */
export const acceptRemedy = (state: Case, id: string, party: string, at: string): Outcome<Case> =>
  step((now) => {
    const found = now.remedies.find((remedy) => remedy.id === id)
    if (!found) return refuse('case.remedy-unknown')
    if (found.accepted.some((each) => each.party === party)) return refuse('stipulation.accepted-already')
    const accepted = { ...found, accepted: [...found.accepted, { party, at }] }
    return done({ ...now, remedies: now.remedies.map((each) => (each === found ? accepted : each)) })
  })(state)

/** A party's dissent; it stays in the case and in every report of it, also after the case is closed. */
export const dissentInCase = (state: Case, said: Case['dissents'][number]): Outcome<Case> =>
  done({ ...state, dissents: [...state.dissents, said] })

/** The case is closed. `remedied` needs a remedy that every party accepted; after a reply, or when its day has passed. */
export const closeCase = (state: Case, closing: Said<Closing>, parties: readonly string[]): Outcome<Case> =>
  step((now) => {
    if (closing.outcome === 'withdrawn') return done({ ...now, closed: closing })
    if (!now.reply && closing.at.slice(0, 10) <= now.replyBy) return refuse('case.reply-open')
    if (closing.outcome === 'remedied' && !now.remedies.some((each) => isAgreedRemedy(each, parties)))
      return refuse('case.no-remedy')
    return done({ ...now, closed: closing })
  })(state)
