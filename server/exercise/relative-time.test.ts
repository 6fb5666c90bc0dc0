import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Acts } from './exercise.ts'
import { offsetOf, RelativeTime } from './relative-time.ts'

const minute = 60_000

it('a time counted from loading is the sum of its days, hours and minutes, to either side', () => {
  const part = fc.option(fc.nat(999), { nil: undefined })
  fc.assert(
    fc.property(fc.constantFrom(-1, 1), part, part, part, (sign, days, hours, minutes) => {
      fc.pre(days !== undefined || hours !== undefined || minutes !== undefined)
      const parts = [days, hours, minutes].map((n, i) => (n === undefined ? '' : `${n}${'dhm'[i]}`))
      const time = `${sign < 0 ? '-' : '+'}${parts.join('')}`
      expect(RelativeTime.safeParse(time).success).toBe(true)
      const all = (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0)
      expect(offsetOf(time) + 0).toBe(sign * all * minute + 0)
    }),
  )
})

it.each(['', '-', '7h', '-7', '-h', '-7h2d', '-7s', '-7h ', '-1.5d', '- 7h'])('“%s” is no time', (time) => {
  expect(RelativeTime.safeParse(time).success).toBe(false)
  expect(() => offsetOf(time)).toThrow(`“${time}”`)
})

it('acts out of order, or before the founding, are refused with their place and both times', () => {
  const act = (at: string) => ({ by: 'us-head', at, room: 'plenary', kind: 'message.send', payload: {} })
  const read = Acts.safeParse({ founded: '-2d', acts: [act('-49h'), act('-1d'), act('-1500m'), act('+1m')] })
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['acts.0.at', '-49h lies before -2d, the founding'],
    ['acts.2.at', '-1500m lies before -1d, the time of the act before'],
  ])
})
