import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyWhen } from './testing/events.ts'
import { whenOf } from './when.ts'

const read = (written: string) => {
  const when = whenOf(written)
  return when.ok
    ? [when.value.first, when.value.last, when.value.uncertain, when.value.approximate]
    : when.refusal.code
}

it('reads years, months, days, intervals and doubts as ISO 8601-2 means them', () => {
  expect(read('1945')).toEqual(['1945-01-01', '1945-12-31', false, false])
  expect(read('1945-02')).toEqual(['1945-02-01', '1945-02-28', false, false])
  expect(read('1944-02~')).toEqual(['1944-02-01', '1944-02-29', false, true])
  expect(read('1945-02-04?')).toEqual(['1945-02-04', '1945-02-04', true, false])
  expect(read('1948-06-24/1949-05-12')).toEqual(['1948-06-24', '1949-05-12', false, false])
  expect(read('1979%/1989-02')).toEqual(['1979-01-01', '1989-02-28', true, true])
  expect(read('2014/..')).toEqual(['2014-01-01', null, false, false])
  // A century is a leap year only when it can be divided by four hundred.
  expect([read('1900-02-29'), read('2000-02-29')]).toEqual([
    'when.unread',
    ['2000-02-29', '2000-02-29', false, false],
  ])
})

it('refuses what is no time, and a time that runs backwards', () => {
  for (const wrong of [
    '',
    '45',
    '1945-13',
    '1945-00',
    '1945-02-30',
    '0000',
    '1945/',
    '/1945',
    '../1945',
    '1/2/3',
  ])
    expect([wrong, read(wrong)]).toEqual([wrong, 'when.unread'])
  expect(read('1949/1948-06')).toBe('when.backwards')
})

it('never ends before it begins, and lies within every coarser time of the same words', () => {
  fc.assert(
    fc.property(anyWhen, (written) => {
      const when = whenOf(written)
      if (!when.ok) {
        expect(when.refusal.code).toBe('when.backwards')
        return
      }
      const { first, last } = when.value
      if (last !== null) expect(last >= first).toBe(true)
      const year = whenOf(first.slice(0, 4))
      expect(year.ok && year.value.first <= first).toBe(true)
    }),
  )
})

it('answers to any words at all', () => {
  fc.assert(
    fc.property(fc.string(), (written) => {
      expect(typeof whenOf(written).ok).toBe('boolean')
    }),
  )
})
