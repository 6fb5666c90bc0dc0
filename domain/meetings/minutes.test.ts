import fc from 'fast-check'
import { expect, it } from 'vitest'
import { acceptMinutes, isAgreed, type Minutes, writeMinutes } from './minutes.ts'

const by = (seat: string) => ({ seat, member: seat })
const parties = ['us', 'ru', 'third']
const step = fc.oneof(
  fc.record({ words: fc.constantFrom('a', 'b') }),
  fc.record({ party: fc.constantFrom(...parties), wording: fc.integer({ min: 0, max: 4 }) }),
)

it('minutes are agreed exactly when every party has accepted the words that stand, and then stand for good', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let minutes: Minutes | undefined
      const accepted = new Map<string, string>()
      for (const given of steps) {
        if ('words' in given) {
          const wasAgreed = minutes !== undefined && isAgreed(minutes, parties)
          const written = writeMinutes(
            minutes,
            { words: { en: given.words }, by: by('mediator'), at: '' },
            parties,
          )
          expect(written.ok).toBe(!wasAgreed)
          if (!written.ok) continue
          minutes = written.value
          accepted.clear()
        } else if (minutes) {
          const { party, wording } = given
          const after = acceptMinutes(minutes, wording, { party, by: by(party), at: '' })
          expect(after.ok).toBe(wording === minutes.wordings.length && !accepted.has(party))
          if (!after.ok) continue
          minutes = after.value
          accepted.set(party, minutes.wordings.at(-1)?.words.en ?? '')
        }
        if (minutes)
          expect(isAgreed(minutes, parties)).toBe(
            parties.every((party) => accepted.get(party) === minutes?.wordings.at(-1)?.words.en),
          )
      }
    }),
  )
})

it('minutes of a room in which no party sits are never agreed', () => {
  expect(isAgreed({ accepted: [] }, [])).toBe(false)
})
