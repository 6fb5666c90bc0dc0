import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSilence, silenceDueAt } from './silence.ts'

const author = { seat: 'mediator', member: 'm' }
const base = Date.parse('2026-11-22T10:00:00.000Z')
const moment = (minutes: number): string => new Date(base + minutes * 60_000).toISOString()

it('leaves at least fifteen minutes to object after an interruption, and changes nothing otherwise', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: -5_000, max: 5_000 }),
      (length, opened) => {
        const proposal = { title: { en: 't' }, original: 'en', words: { en: 'w' }, objectors: ['us'] }
        const silence = openSilence({ ...proposal, deadline: moment(length) }, author, moment(0))
        expect(silenceDueAt(silence, undefined, null)).toBe(moment(length))
        const due = silenceDueAt(silence, undefined, moment(opened))
        expect(due).toBe(opened <= 0 ? moment(length) : moment(Math.max(length, opened + 15)))
      },
    ),
  )
})
