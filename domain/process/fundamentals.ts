/**
 * The eight fundamentals of the United Nations Guidance for Effective Mediation (2012) as lists of what to look at: some
 * items the process answers itself, and of every item the mediator says how it stands. The two are never mixed.
 */
import type { Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'

/** The fundamentals, in the order of the Guidance. */
export const fundamentals = [
  'preparedness',
  'consent',
  'impartiality',
  'inclusivity',
  'national-ownership',
  'international-law',
  'coherence',
  'quality-agreements',
] as const
export type FundamentalKey = (typeof fundamentals)[number]

/** What the process itself can tell of an item. */
export const factKinds = [
  'team',
  'mandate',
  'consents',
  'symmetry',
  'waiting',
  'seats',
  'delegations',
  'functions',
  'concordance',
  'tracks',
  'stipulations',
  'deadlines',
] as const
export type FactKind = (typeof factKinds)[number]

interface Item {
  readonly of: FundamentalKey
  readonly fact?: FactKind
}

/** The items, by their keys. */
export const items = {
  analysis: { of: 'preparedness' },
  strategy: { of: 'preparedness' },
  team: { of: 'preparedness', fact: 'team' },
  mandate: { of: 'preparedness', fact: 'mandate' },
  'consent-of-all': { of: 'consent', fact: 'consents' },
  'consent-tested': { of: 'consent' },
  confidentiality: { of: 'consent' },
  'equal-treatment': { of: 'impartiality', fact: 'symmetry' },
  'nobody-waits': { of: 'impartiality', fact: 'waiting' },
  transparency: { of: 'impartiality' },
  'who-is-missing': { of: 'inclusivity', fact: 'seats' },
  women: { of: 'inclusivity' },
  'civil-society': { of: 'inclusivity' },
  authority: { of: 'national-ownership', fact: 'delegations' },
  constituencies: { of: 'national-ownership', fact: 'functions' },
  language: { of: 'national-ownership', fact: 'concordance' },
  norms: { of: 'international-law' },
  amnesties: { of: 'international-law' },
  'one-lead': { of: 'coherence' },
  'tracks-together': { of: 'coherence', fact: 'tracks' },
  guarantors: { of: 'coherence', fact: 'seats' },
  precision: { of: 'quality-agreements', fact: 'stipulations' },
  timetable: { of: 'quality-agreements', fact: 'deadlines' },
  disputes: { of: 'quality-agreements' },
} as const satisfies Readonly<Record<string, Item>>
export type ItemKey = keyof typeof items

/** The keys of the items, in the order of their fundamentals. */
export const itemKeys = Object.keys(items) as readonly ItemKey[]

/** The fact that the process tells of an item, if there is one. */
export const factOf = (key: ItemKey): FactKind | undefined => (items[key] as Item).fact

/** The items of a fundamental. */
export const itemsOf = (fundamental: FundamentalKey): readonly ItemKey[] =>
  itemKeys.filter((key) => items[key].of === fundamental)

/** How the mediator says that an item stands. */
export const markAnswers = ['met', 'partly', 'not-met', 'not-applicable'] as const
export type MarkAnswer = (typeof markAnswers)[number]

/** What the mediator says of an item on a day (`YYYY-MM-DD`), and why. */
export interface MarkItem {
  readonly answer: MarkAnswer
  readonly on: string
  readonly note?: Wording | undefined
}

/** An item with everything that was said of it, oldest first. */
export interface MarkedItem {
  readonly marks: readonly (MarkItem & { readonly by: Actor; readonly at: string })[]
}

/** Says how an item stands; not for a day that has not come. */
export const markItem = (
  before: MarkedItem | undefined,
  mark: MarkedItem['marks'][number],
): Outcome<MarkedItem> =>
  mark.on > mark.at.slice(0, 10)
    ? refuse('process.day-ahead')
    : done({ marks: [...(before?.marks ?? []), mark] })
