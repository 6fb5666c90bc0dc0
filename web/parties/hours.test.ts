import { expect, test } from 'vitest'
import { hoursOf } from './hours.ts'

test('two times of day are hours, two empty fields are none, anything else is not ready', () => {
  expect(hoursOf('22:00', ' 07:00 ')).toEqual({ hours: { from: '22:00', to: '07:00' } })
  expect(hoursOf('', ' ')).toEqual({ hours: null })
  expect(hoursOf('22:00', '')).toBeNull()
  expect(hoursOf('24:00', '07:00')).toBeNull()
  expect(hoursOf('9:00', '07:00')).toBeNull()
})
