/** What a mission writes down in its own room: an observation, a denial of access, an incident; and what it lets go of. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import {
  blurPlace,
  blurTime,
  isNoFiner,
  type Place,
  type PlacePrecision,
  type Span,
  type TimePrecision,
  type ToldPlace,
} from './blur.ts'
import { wordsName } from './source.ts'

/** How it was observed. */
export const observationMeans = ['seen', 'heard', 'camera', 'uav', 'instrument', 'satellite'] as const
export type ObservationMeans = (typeof observationMeans)[number]

/** A number that is not known to the last one: both ends belong to it. */
export interface Interval {
  readonly least: number
  readonly most: number
}

/** What every record of a mission has: where, when, in which words, and which stipulations it bears on. */
interface Recorded {
  readonly place: Place
  readonly when: Span
  readonly what: Localised
  readonly stipulations: readonly string[]
  /** Sources of the mission's own room that stand behind it. They are never told. */
  readonly sources?: readonly string[] | undefined
}

/**
 * An observation as monitors write it. `place` is where the observer stood. `controls` is a party's key, `contested` or
 * `unknown`. Bearing in degrees from true north, range in metres. Who did it is not a field: that is for investigation.
 */
export interface Observation extends Recorded {
  readonly controls: string
  readonly means: ObservationMeans
  readonly count?: Interval | undefined
  readonly bearing?: { readonly from: number; readonly to: number } | undefined
  readonly range?: Interval | undefined
  /** Whether a second look, by another means or person, stands behind it. */
  readonly assessed: boolean
}

/** Access denied: where, by whom, for which reason they gave, and whether the side was told. */
export interface Denial extends Recorded {
  readonly by: Localised
  readonly controls: string
  readonly reason?: Localised | undefined
  readonly notified?: { readonly at: string; readonly how: Localised } | undefined
}

/** What an incident was. */
export const incidentKinds = [
  'firing',
  'movement',
  'flight',
  'interference',
  'casualties',
  'damage',
  'detention',
  'other',
] as const

/** Something that happened. Casualties are given as they were counted, with what is not sure. */
export interface Incident extends Recorded {
  readonly kind: (typeof incidentKinds)[number]
  readonly casualties?: Interval | undefined
}

/** Any of the three. */
export type Sighting = Observation | Denial | Incident

/** To which room, how precisely, and in which words; `name` is what the place is called where it is told less exactly. */
export interface ReleaseSighting {
  readonly to: string
  readonly place: PlacePrecision
  readonly time: TimePrecision
  readonly what: Localised
  readonly name?: Localised | undefined
}

/** That it went: the mission keeps which object it has become there. */
export interface Released extends Pick<ReleaseSighting, 'to' | 'place' | 'time'> {
  readonly at: string
  readonly object: string
}

/** A record in the mission's room. */
export type Kept<T extends Sighting> = T & {
  readonly author: Actor
  readonly at: string
  readonly released: readonly Released[]
  readonly withdrawnAt?: string | undefined
}

/** A record as another room has it: told as exactly as the mission decided, and nothing that would give away the rest. */
export type Told<T extends Sighting> = Omit<T, 'place' | 'sources'> & {
  readonly place: ToldPlace
  readonly author: Actor
  readonly at: string
  readonly told: Pick<ReleaseSighting, 'place' | 'time'>
}

/** Taken back by the mission as mistaken; what went out of the room before stays there. */
export const withdrawSighting = <T extends Sighting>(state: Kept<T>, at: string): Outcome<Kept<T>> =>
  state.withdrawnAt === undefined ? done({ ...state, withdrawnAt: at }) : refuse('sighting.withdrawn')

/** Notes that it went. */
export const noteReleased = <T extends Sighting>(state: Kept<T>, released: Released): Outcome<Kept<T>> =>
  done({ ...state, released: [...state.released, released] })

/**
 * Whether a record may be told so. A blurred place is not called by its exact name, in any language; a source is named
 * nowhere; the public learns nothing more exactly than the table did.
 */
export const mayTell = <T extends Sighting>(
  state: Kept<T>,
  asked: ReleaseSighting,
  where: { readonly isGallery: boolean; readonly plenary: string | undefined },
  sources: readonly Localised[],
): Outcome<void> => {
  if (state.withdrawnAt !== undefined) return refuse('sighting.withdrawn')
  if (state.released.some(({ to }) => to === asked.to)) return refuse('sighting.released-already')
  const blurred = asked.place !== 'exact'
  if (blurred && asked.name === undefined) return refuse('sighting.name-missing')
  const others = otherWords(state)
  if (blurred && wordsName([asked.what, asked.name, ...others], state.place.names))
    return refuse('sighting.names-place')
  if (wordsName([asked.what, asked.name, ...others], sources)) return refuse('sighting.names-source')
  if (!where.isGallery) return done(undefined)
  const before = state.released.find(({ to }) => to === where.plenary)
  if (!before) return refuse('release.table-first')
  return isNoFiner(asked, before) ? done(undefined) : refuse('sighting.finer-than-table')
}

/** The words of a record that go along as they are. */
const otherWords = (state: Sighting): readonly (Localised | undefined)[] =>
  'reason' in state || 'by' in state ? [state.by, state.reason, state.notified?.how] : []

/** The record as it is told: bearing and range only with the exact place, for with them the cell would be given away. */
export const tell = <T extends Sighting>(
  state: Kept<T>,
  asked: ReleaseSighting,
): Omit<Told<T>, 'author' | 'at'> => {
  const {
    author: _a,
    at: _t,
    released: _r,
    withdrawnAt: _w,
    sources: _s,
    ...kept
  } = state as Kept<Observation>
  const { bearing, range, ...rest } = kept
  const exact = asked.place === 'exact'
  const place: ToldPlace = {
    names: exact ? state.place.names : asked.name ? [asked.name] : [],
    ...blurPlace(state.place, asked.place),
  }
  const notified = 'notified' in rest ? (rest.notified as Denial['notified']) : undefined
  return {
    ...rest,
    ...(exact && bearing ? { bearing } : {}),
    ...(exact && range ? { range } : {}),
    ...(notified ? { notified: { ...notified, at: blurTime(moment(notified.at), asked.time).from } } : {}),
    what: asked.what,
    place,
    when: blurTime(state.when, asked.time),
    told: { place: asked.place, time: asked.time },
  } as unknown as Omit<Told<T>, 'author' | 'at'>
}

const moment = (at: string): Span => ({ from: at, to: at })
