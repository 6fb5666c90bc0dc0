/** How exactly a source knows where and when an event was: its codes, and what each of them allows to be said. */
import type { Localised } from '#domain/parties/localised.ts'
import { dayNumber, dayOf } from '../sequence/calendar.ts'
import type { EventSource } from './sources.ts'

/** What the point of an event stands for: the place itself, or the area in which it was somewhere. */
export const areas = [
  'point',
  'town',
  'around',
  'district',
  'province',
  'part-of-country',
  'country',
  'water-or-air',
  'region',
] as const
export type Area = (typeof areas)[number]

/** What each area is called. */
export const areaNames: Readonly<Record<Area, Localised>> = {
  point: { en: 'exact place', ru: 'точное место' },
  town: { en: 'named town', ru: 'названный населённый пункт' },
  around: { en: 'near the named place', ru: 'вблизи названного места' },
  district: { en: 'somewhere in the district', ru: 'где-то в районе' },
  province: { en: 'somewhere in the province', ru: 'где-то в области' },
  'part-of-country': { en: 'somewhere in a part of the country', ru: 'где-то в части страны' },
  country: { en: 'somewhere in the country', ru: 'где-то в стране' },
  'water-or-air': { en: 'at sea or in the air', ru: 'на море или в воздухе' },
  region: { en: 'somewhere in a larger region', ru: 'где-то в обширном регионе' },
}

/** How well a place is known: the source's own code, the area, and how far off the point may be (km); null if unsaid. */
export interface PlacePrecision {
  readonly code: number
  readonly area: Area
  readonly radiusKm: number | null
}

/**
 * The place codes of a source, from 1. UCDP GED `where_prec`: 2 is an area of about 25 km around a place, from 3 the
 * point is the middle of a unit (UCDP GED codebook). ACLED `geo_precision`: 2 is a town that stands for what is near it,
 * 3 a town or natural feature that stands for a larger region (ACLED codebook); neither says how far.
 */
const placeCodes: Readonly<Record<EventSource, readonly (readonly [Area, number | null])[]>> = {
  'ucdp-ged': [
    ['point', 0],
    ['around', 25],
    ['district', null],
    ['province', null],
    ['part-of-country', null],
    ['country', null],
    ['water-or-air', null],
  ],
  acled: [
    ['town', 0],
    ['around', null],
    ['region', null],
  ],
}

/** What a place code of a source means; undefined for a number that is no code of its. */
export const placePrecisionOf = (source: EventSource, code: number): PlacePrecision | undefined => {
  const found = placeCodes[source][code - 1]
  return found && { code, area: found[0], radiusKm: found[1] }
}

/** How long the time is within which an event was. */
export const spans = ['day', 'days', 'week', 'month', 'year'] as const
export type Span = (typeof spans)[number]

/** What each span is called. */
export const spanNames: Readonly<Record<Span, Localised>> = {
  day: { en: 'on that day', ru: 'в этот день' },
  days: { en: 'within a few days', ru: 'в течение нескольких дней' },
  week: { en: 'within a week', ru: 'в течение недели' },
  month: { en: 'within a month', ru: 'в течение месяца' },
  year: { en: 'within a year', ru: 'в течение года' },
}

/**
 * The time codes of a source, from 1. UCDP GED `date_prec`: a day, two to six days, a week, a month, longer but within a
 * year. ACLED `time_precision`: a day, some day of a week, some day of a month.
 */
const timeCodes: Readonly<Record<EventSource, readonly Span[]>> = {
  'ucdp-ged': ['day', 'days', 'week', 'month', 'year'],
  acled: ['day', 'week', 'month'],
}

/** What a time code of a source means; undefined for a number that is no code of its. */
export const spanOf = (source: EventSource, code: number): Span | undefined => timeCodes[source][code - 1]

/** How many codes a source has. */
export const codesOf = (source: EventSource): { readonly place: number; readonly time: number } => ({
  place: placeCodes[source].length,
  time: timeCodes[source].length,
})

/** The first and the last day on which something may have been, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string
  readonly to: string
}

const around = (day: string, days: number): Days => {
  const number = dayNumber(day) ?? 0
  return { from: dayOf(number - days) ?? day, to: dayOf(number + days) ?? day }
}

/** The first and the last day of the month of a day: the last is the one before which no later one is a day. */
const monthOf = (day: string): Days => {
  const month = day.slice(0, 7)
  const last = [31, 30, 29, 28].find((each) => dayNumber(`${month}-${each}`) !== null) ?? 28
  return { from: `${month}-01`, to: `${month}-${last}` }
}

/**
 * The days on which an event may have been. What the source gives as an interval stands. Where it gives a single day
 * for an event known less exactly, the days are all that the code leaves open: any few days or week with that day in
 * it, the month or the year of that day.
 */
export const daysOf = (span: Span, from: string, to: string): Days => {
  if (from !== to || span === 'day') return { from, to }
  if (span === 'days') return around(from, 5)
  if (span === 'week') return around(from, 6)
  if (span === 'month') return monthOf(from)
  return { from: `${from.slice(0, 4)}-01-01`, to: `${from.slice(0, 4)}-12-31` }
}
