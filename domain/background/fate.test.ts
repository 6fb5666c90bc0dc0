import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eventKinds } from './event.ts'
import { coursesOf, type Told } from './fate.ts'

const event = (object: string, when: string, kind: Told['kind'], of?: string): Told => ({
  ...{ object, when, kind },
  ...(of ? { of } : {}),
})

it('tells an agreement by the last word on it', () => {
  const events = [
    event('end', '2002-06-13', 'termination', 'abm'),
    event('abm', '1972-05-26', 'agreement'),
    event('force', '1972-10-03', 'entry-into-force', 'abm'),
    event('protocol', '1974-07-03', 'agreement', 'abm'),
    event('protocol-force', '1976-05-24', 'entry-into-force', 'protocol'),
    event('salt', '1979-06-18', 'agreement'),
  ]
  expect(
    coursesOf(events).map(({ agreement, after, fate }) => [
      agreement.object,
      after.map((each) => each.object),
      fate,
    ]),
  ).toEqual([
    ['abm', ['force', 'protocol', 'protocol-force', 'end'], 'ended'],
    ['salt', [], 'untold'],
  ])
})

it('ends whatever goes on with whatever, and leaves no agreement out but those that go on with another', () => {
  const any = fc.uniqueArray(
    fc.record({
      object: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      when: fc.integer({ min: 1940, max: 2020 }).map(String),
      kind: fc.constantFrom(...eventKinds),
      of: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'gone'), { nil: undefined }),
    }),
    { selector: ({ object }) => object },
  )
  fc.assert(
    fc.property(any, (events) => {
      const courses = coursesOf(events)
      const here = new Set<string>(events.map(({ object }) => object))
      const first = events.filter(
        ({ kind, of }) => (kind === 'agreement' || kind === 'alliance') && !(of && here.has(of)),
      )
      expect(new Set(courses.map(({ agreement }) => agreement.object))).toEqual(
        new Set(first.map(({ object }) => object)),
      )
      for (const { agreement, after } of courses) {
        expect(after).not.toContain(agreement)
        expect(new Set(after).size).toBe(after.length)
        for (const each of after)
          expect(each.of === agreement.object || after.some(({ object }) => object === each.of)).toBe(true)
      }
    }),
  )
})
