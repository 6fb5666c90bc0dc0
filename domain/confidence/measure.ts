/**
 * Confidence-building measures: what each side does by the same day, and how the other sees that it was done. Reciprocal
 * by construction: a measure has a part for every party. (Helsinki Final Act 1975; UN Disarmament Commission guidelines,
 * A/S-15/3, annex.)
 */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/**
 * What is proposed. `wording` names these words; `parts` has an entry for every party; `by` is a day; `seen` says how it
 * is seen that it was done; `stipulations` are those of the common list that it belongs to.
 */
export interface ProposeMeasure {
  readonly wording: string
  readonly name: Localised
  readonly parts: Readonly<Record<string, Localised>>
  readonly by: string
  readonly seen: Localised
  readonly stipulations: readonly string[]
}

type Said<T> = T & { readonly by: Actor; readonly at: string }

/** A part that its own side says is done, on a day. */
export interface Told {
  readonly party: string
  readonly on: string
  readonly words: Localised
}

/** What somebody else saw of a part: that it was done, or that it was not. */
export interface Seen {
  readonly of: string
  readonly isSeen: boolean
  readonly words: Localised
}

/** A measure as it stands; `agreed` is the moment at which the last party accepted these words. */
export interface Measure extends Omit<ProposeMeasure, 'by'> {
  readonly due: string
  readonly proposedBy: Actor
  readonly at: string
  readonly accepted: readonly { readonly party: string; readonly at: string }[]
  readonly agreed?: string | undefined
  readonly told: readonly Said<Told>[]
  readonly seenBy: readonly Said<Seen>[]
  readonly ended?: Said<{ readonly words: Localised }> | undefined
}

const measureOf = ({ by: due, ...rest }: ProposeMeasure, proposedBy: Actor, at: string): Measure => ({
  ...rest,
  ...{ due, proposedBy, at, accepted: [], told: [], seenBy: [] },
})

/** A new one: nobody has accepted it. */
export const proposeMeasure = measureOf

/** Other words before it is agreed; whoever had accepted must do so again. Refusals: `measure.agreed`, `.ended`. */
export const changeMeasure = (
  state: Measure,
  proposed: ProposeMeasure,
  by: Actor,
  at: string,
): Outcome<Measure> => {
  if (state.ended) return refuse('measure.ended')
  return state.agreed === undefined ? done(measureOf(proposed, by, at)) : refuse('measure.agreed')
}

/** A party accepts the words it has read. Refusals: `measure.ended`, `.other-wording`, `.accepted-already`. */
export const acceptMeasure = (
  state: Measure,
  wording: string,
  party: string,
  parties: readonly string[],
  at: string,
): Outcome<Measure> => {
  if (state.ended) return refuse('measure.ended')
  if (state.wording !== wording) return refuse('measure.other-wording')
  if (state.accepted.some((each) => each.party === party)) return refuse('measure.accepted-already')
  const accepted = [...state.accepted, { party, at }]
  const isAgreed = parties.every((each) => accepted.some(({ party: one }) => one === each))
  return done({ ...state, accepted, ...(isAgreed ? { agreed: at } : {}) })
}

const inForce = (state: Measure): Outcome<Measure> => {
  if (state.ended) return refuse('measure.ended')
  return state.agreed === undefined ? refuse('measure.not-agreed') : done(state)
}

/**
 * A side says that its own part is done. Said anew it is seen anew: what others saw before was another word.
 * Refusals: `measure.ended`, `.not-agreed`, `.before-agreed`.
 */
export const tellPart = (state: Measure, told: Said<Told>): Outcome<Measure> => {
  const kept = inForce(state)
  if (!kept.ok) return kept
  if (told.on < (state.agreed ?? '').slice(0, 10)) return refuse('measure.before-agreed')
  return done({
    ...state,
    told: [...state.told.filter(({ party }) => party !== told.party), told],
    seenBy: state.told.some(({ party }) => party === told.party)
      ? state.seenBy.filter(({ of }) => of !== told.party)
      : state.seenBy,
  })
}

/**
 * Somebody else says what was seen of a part. The last word of a seat counts; said again it moves no day.
 * Refusals: `measure.ended`, `.not-agreed`, `.said-already`.
 */
export const seePart = (state: Measure, seen: Said<Seen>): Outcome<Measure> => {
  const kept = inForce(state)
  if (!kept.ok) return kept
  const isFrom = ({ of, by }: Said<Seen>) => of === seen.of && by.seat === seen.by.seat
  if (state.seenBy.find(isFrom)?.isSeen === seen.isSeen) return refuse('measure.said-already')
  return done({ ...state, seenBy: [...state.seenBy.filter((each) => !isFrom(each)), seen] })
}

/** A party ends it for all. Refusals: `measure.ended`. */
export const endMeasure = (state: Measure, ended: NonNullable<Measure['ended']>): Outcome<Measure> =>
  state.ended ? refuse('measure.ended') : done({ ...state, ended })

/** How a part stands: nothing said; told by its own side alone; seen by others; contested where one of them did not see it. */
export const partStandings = ['open', 'told', 'seen', 'contested'] as const
export type PartStanding = (typeof partStandings)[number]

/** How a party's part stands. What others saw counts with or without its own word. */
export const partStanding = (
  { told, seenBy }: Pick<Measure, 'told' | 'seenBy'>,
  party: string,
): PartStanding => {
  const sights = seenBy.filter(({ of }) => of === party)
  if (sights.some(({ isSeen }) => !isSeen)) return 'contested'
  if (sights.length > 0) return 'seen'
  return told.some((each) => each.party === party) ? 'told' : 'open'
}
