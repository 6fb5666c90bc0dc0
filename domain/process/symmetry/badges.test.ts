import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Accreditation, type Listed, reciprocityOf } from '#domain/meetings/accreditation.ts'
import { accreditationActs } from '#domain/meetings/accreditation-acts.ts'
import type { Act } from '#domain/record/act.ts'
import { badgesOf } from './badges.ts'
import { partyRecord } from './recorded.ts'

const name = { en: 'x' }
const process = {
  languages: ['en'],
  parties: [{ key: 'a', name, short: name, hue: 'a' as const }],
  seats: [{ key: 'sa', name, timeZone: 'UTC', kind: 'party' as const, party: 'a' }],
}
const rooms = [{ id: 'ca', key: 'ca', kind: 'channel' as const, name, seats: ['sa', 'med'] }]

const person = (id: string, title = 'x'): Listed => ({ id, name, title: { en: title }, category: 'press' })
const hour = (hours: number): string => new Date(Date.UTC(2026, 2, 2) + hours * 3_600_000).toISOString()
const act = (hours: number, kind: string, payload: unknown): Act => ({
  ...{ id: `${hours}${kind}`, room: 'ca', object: 'accreditation', kind: `accreditation.${kind}`, payload },
  ...{ at: hour(hours), by: { seat: 'sa', member: 'm' } },
})
const submit = (hours: number, people: readonly Listed[], until = '2026-04-01') =>
  act(hours, 'submit', { from: '2026-03-01', until, people })
const grant = (hours: number, ...ids: readonly string[]) =>
  act(hours, 'grant', { badges: ids.map((id) => ({ person: id, badge: `badge of ${id}` })) })
const decline = (hours: number, id: string) => act(hours, 'decline', { person: id })

const elapsed = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000
const badges = (...acts: readonly Act[]) =>
  badgesOf(partyRecord({ process, rooms, acts, at: hour(100) }, 'a'), elapsed)

it('waits for a badge since the list that first named somebody so, for the same days', () => {
  const first = submit(1, [person('ann'), person('bob')])
  const kept = submit(5, [person('ann'), person('bob', 'other')])
  expect(badges(first, grant(3, 'ann'))).toMatchObject({ asked: 2, met: 1, median: 2, longestWait: 99 })
  expect(badges(first, grant(3, 'ann', 'bob'), kept)).toMatchObject({ met: 1, median: 2, longestWait: 95 })
  expect(badges(first, kept, grant(7, 'ann', 'bob'))).toMatchObject({ met: 2, median: 4, longest: 6 })
  expect(badges(first, grant(3, 'ann'), submit(6, [person('ann')], '2026-05-01'))).toMatchObject({
    ...{ asked: 1, met: 0, longestWait: 94 },
  })
})

it('leaves out who was declined or lost the badge, and counts the first badge of who has one again', () => {
  const list = submit(1, [person('ann'), person('bob')])
  expect(badges(list, decline(2, 'ann'), grant(3, 'bob'), decline(9, 'bob'))).toMatchObject({
    ...{ asked: 0, met: 0, waiting: 0, declined: 2 },
  })
  expect(badges(list, grant(3, 'bob'), decline(9, 'bob'), grant(20, 'bob'))).toMatchObject({
    ...{ asked: 2, met: 1, declined: 0, longest: 2 },
  })
})

it('counts as many as reciprocity under Meetings does, whatever was submitted and decided', () => {
  const step = fc.record({
    kind: fc.constantFrom('submit', 'grant', 'decline'),
    ids: fc.subarray(['ann', 'bob', 'cid'], { minLength: 1 }),
    title: fc.constantFrom('x', 'other'),
    until: fc.constantFrom('2026-04-01', '2026-05-01'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const acts: Act[] = []
      let state: Accreditation | undefined
      for (const [i, { kind, ids, title, until }] of steps.entries()) {
        if (kind !== 'submit' && !state) continue
        const people = ids.map((id) => person(id, title))
        const given =
          kind === 'submit'
            ? submit(i, people, until)
            : kind === 'grant'
              ? grant(i, ...ids)
              : decline(i, ids[0] ?? '')
        const next = accreditationActs[given.kind]?.apply(state as never, given as never)
        if (!next?.ok) continue
        state = next.value as Accreditation
        acts.push(given)
      }
      const { asked, met, waiting, declined } = badges(...acts)
      const { submitted, accredited, ...rest } = reciprocityOf('a', state)
      expect({ submitted: asked + declined, accredited: met, declined, waiting }).toEqual({
        ...{ submitted, accredited, declined: rest.declined, waiting: rest.waiting },
      })
    }),
  )
})
