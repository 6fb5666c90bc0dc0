/** What can be asked of an analysis, and what is answered: plain values, so that a thread of its own can compute them. */

import type { AdvisedBy } from '#domain/bargaining/advise/advice.ts'
import type { OptionRole } from '#domain/bargaining/advise/options.ts'
import type { Package } from '#domain/bargaining/agenda.ts'
import type { Answer } from '#domain/bargaining/answer.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import type { Finding } from '#domain/bargaining/check/answer.ts'
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import type { Inverse, InverseNotion } from '#domain/bargaining/stability/inverse.ts'
import type { Meaning, Notion } from '#domain/bargaining/stability/notion.ts'
import type { Refusal } from '#domain/outcome.ts'

/** One issue settled otherwise; what this change alone is worth to each party, in its own points. */
export interface ChangeFound {
  readonly issue: string
  readonly from: string
  readonly to: string
  readonly gains: readonly number[]
}

/** A better package: what changes, and what all of it is worth to each party in its own points. */
export interface TradeFound {
  readonly package: Package
  readonly changes: readonly ChangeFound[]
  readonly gains: readonly number[]
}

/** How far a release moves one party on each issue, and how much it tells of that party's weights. */
export interface Telling {
  readonly about: string
  /** By issue: from -1 (from its best option to its worst) to 1; issues that do not move are left out. */
  readonly swings: readonly { readonly issue: string; readonly swing: number }[]
  /** The shares of all weights that are possible before and after. */
  readonly before: number
  readonly after: number
  readonly bits: number
}

/** A package put in the place of another. */
export interface Move {
  readonly from: Package
  readonly to: Package
}

interface OfCase {
  readonly case: BargainingCase
}

interface OfConflict {
  readonly conflict: Conflict
  readonly meaning: Meaning
}

/** States by their place from 0, for every notion; null where the notion says nothing of such a conflict. */
export type ByNotion = Readonly<Record<Notion, readonly number[] | null>>

/** One state: what it is called, what rank it has for each decider (1 is the worst), and where each can move from it. */
export interface StateFound {
  /** Positions of the options that are taken; empty in a conflict that names its states. */
  readonly taken: readonly number[]
  readonly ranks: readonly number[]
  readonly moves: readonly (readonly number[])[]
}

/** What was found of a conflict. */
export interface StabilityFound {
  readonly meaning: Meaning
  readonly count: number
  /** As many states as can be shown. */
  readonly states: readonly StateFound[]
  readonly equilibria: ByNotion
  readonly perDecider: readonly ByNotion[]
  /** When some act as one: who the players are, and where all of them stay. */
  readonly together: {
    readonly players: readonly (readonly number[])[]
    readonly equilibria: ByNotion
  } | null
}

/** The questions, by name. */
export interface Questions {
  readonly packages: OfCase
  readonly check: { readonly answer: Answer }
  readonly roles: OfCase
  /** What each of these packages is worth to each party. */
  readonly worth: OfCase & { readonly packages: readonly Package[] }
  readonly trades: OfCase & { readonly current: Package; readonly mostChanges: number }
  readonly nearest: OfCase & { readonly current: Package; readonly mostChanges: number }
  /** What is better for everybody than a package that all have already. */
  readonly settled: OfCase & { readonly package: Package }
  readonly firmness: OfCase & {
    readonly package: Package
    readonly by: AdvisedBy
    readonly error: number
  }
  readonly turning: OfCase & { readonly by: AdvisedBy }
  readonly lying: OfCase & { readonly by: AdvisedBy }
  readonly stability: OfConflict & { readonly coalition: readonly number[] }
  readonly inverse: OfConflict & {
    readonly decider: number
    readonly state: number
    readonly notion: InverseNotion
  }
  readonly telling: OfCase & Move & { readonly about: readonly string[]; readonly earlier: readonly Move[] }
}

/** A package weighed: in its figures, and over the reservation of each party. */
export interface Weighed {
  readonly worth: readonly number[]
  readonly gains: readonly number[]
  readonly isInZone: boolean
  /** The constraints and red lines in its way, by their number among all; and whose each is. */
  readonly forbiddenBy: readonly { readonly term: number; readonly party?: string }[]
}

/** The answers, by the name of their question. Lists by party are in the order of the case. */
export interface Answers {
  readonly packages: Answer
  readonly check: readonly Finding[]
  /** By issue and option. */
  readonly roles: Readonly<Record<string, Readonly<Record<string, OptionRole>>>>
  readonly worth: readonly (Weighed | null)[]
  readonly trades: readonly TradeFound[]
  readonly nearest: readonly TradeFound[]
  readonly settled: readonly TradeFound[]
  readonly firmness: {
    readonly draws: number
    readonly inZone: number
    readonly efficient: number
    readonly advised: number
    readonly gains: readonly { readonly least: number; readonly most: number }[]
    /** The largest error under which everybody is sure to be better off than without an agreement. */
    readonly tolerated: number
  }
  readonly turning: readonly {
    readonly party: string
    readonly issue: string
    readonly below?: number | undefined
    readonly above?: number | undefined
  }[]
  readonly lying: readonly {
    readonly party: string
    readonly honest: number
    readonly best: number
    readonly factors: Readonly<Record<string, number>>
  }[]
  readonly telling: readonly Telling[]
  readonly stability: StabilityFound
  readonly inverse: Inverse
}

/** The name of a question. */
export type What = keyof Questions

/** A question with its name, as it goes to the thread. */
export type Asked = { [W in What]: { readonly what: W } & Questions[W] }[What]

/** What the thread tells the page: how far it is, from 0 to 1, or what came of it. */
export type Told =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
