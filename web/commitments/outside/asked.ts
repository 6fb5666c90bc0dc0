/** The place and the period that are asked for of a file of events, as they are typed. */
import type { Asked } from '#domain/commitments/outside/series.ts'
import { dayNumber } from '#domain/commitments/sequence/calendar.ts'

export interface WrittenAsked {
  readonly from: string
  readonly to: string
  readonly latitude: string
  readonly longitude: string
  readonly km: string
}

export const nothingAsked: WrittenAsked = { from: '', to: '', latitude: '', longitude: '', km: '' }

const figure = (typed: string, least: number, most: number): number | null => {
  const value = Number(typed.trim().replace(',', '.').replace('−', '-'))
  return typed.trim() !== '' && Number.isFinite(value) && value >= least && value <= most ? value : null
}

/** What is asked for; null while a part of it is missing or is none. An open end of the period is open. */
export const askedOf = ({ from, to, latitude, longitude, km }: WrittenAsked): Asked | null => {
  const period = { from: from || '0001-01-01', to: to || '9999-12-31' }
  if (dayNumber(period.from) === null || dayNumber(period.to) === null || period.to < period.from) return null
  const asked: Asked = from || to ? { period } : {}
  if ([latitude, longitude, km].every((typed) => typed.trim() === '')) return asked
  const [north, east, wide] = [figure(latitude, -90, 90), figure(longitude, -180, 180), figure(km, 0, 20_100)]
  if (north === null || east === null || wide === null) return null
  return { ...asked, near: { latitude: north, longitude: east, km: wide } }
}
