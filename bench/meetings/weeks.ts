/** Made-up weeks of meetings, the same at every run: delegates, interpreters, venues, and hours that now and then collide. */
import { usualInterpreting } from '#domain/meetings/arrangements.ts'
import type { Figures } from '#domain/meetings/conflicts.ts'
import type { TimedSession } from '#domain/meetings/timed-session.ts'

/** The figures by which the made-up weeks are judged. */
export const figures: Figures = {
  ...{ timeZone: 'Europe/Vienna', apartMinutes: 15, turnaroundMinutes: 10, interpreting: usualInterpreting },
  venues: Array.from({ length: 9 }, (_, i) => ({ key: `venue ${i}`, allotted: i < 8 ? 'common' : 'us' })),
}

/** Numbers from 0 to 1 that look like chance and are the same every time (mulberry32). */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const monday = Date.parse('2026-11-23T07:00:00.000Z')
const quarter = 900_000
const perWeek = 40

/** A session of some week: forty a week, twelve delegates at each, two interpreters at two of three. */
export const sessionAt = (n: number, random: () => number): TimedSession => {
  const whole = (most: number): number => Math.floor(random() * most)
  const week = Math.floor(n / perWeek) * 7
  const begin = monday + (week + whole(5)) * 86_400_000 + whole(36) * quarter
  const interpreters = random() < 0.66 ? [...new Set([whole(8), whole(8)])] : []
  const delegates = new Set(Array.from({ length: 12 }, () => `delegate ${whole(60)}`))
  const assigned = interpreters.map((i) => ({ member: `interpreter ${i}`, languages: ['en', 'ru'] }))
  return {
    id: `session ${n}`,
    ...{ begin, end: begin + (2 + whole(10)) * quarter, venue: `venue ${whole(9)}` },
    people: [...delegates, ...assigned.map(({ member }) => member)],
    comings: ['us', 'ru'].map((party) => ({
      ...{ party, entrance: `entrance ${whole(3)}`, at: begin - whole(4) * quarter },
    })),
    venuesOf: ['us', 'ru', 'mediator', 'common'].slice(whole(2)),
    languages: assigned.length > 0 ? ['en', 'ru'] : ['en'],
    interpreters: assigned,
  }
}
