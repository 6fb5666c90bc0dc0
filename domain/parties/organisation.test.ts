import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Member } from './member.ts'
import { organisationOf, type Post, wouldCircle } from './organisation.ts'
import { Delegations } from './testing/delegations.ts'

const at = '2026-11-22T10:00:00.000Z'
const member = (id: string, more: Partial<Member> = {}): Member => ({
  ...{ id, seat: 'us', name: { en: id }, title: { en: id }, function: 'adviser', authority: [] },
  ...{ language: 'en', from: '2026-01-01', visibility: 'table' },
  ...more,
})
/** A tree as `head(deputy(legal) secretary)`. */
const written = (posts: readonly Post[]): string =>
  posts.map(({ member: { id }, under }) => (under.length > 0 ? `${id}(${written(under)})` : id)).join(' ')
const ids = (posts: readonly Post[]): readonly string[] =>
  posts.flatMap(({ member: { id }, under }) => [id, ...ids(under)])

describe('the organisation of a delegation', () => {
  const head = member('head', { function: 'head' })
  const deputy = member('deputy', { function: 'deputy' })

  it('is a tree under its head, in the order of functions', () => {
    const legal = member('legal', { function: 'legal-adviser', reportsTo: 'deputy' })
    const secretary = member('secretary', { function: 'secretary' })
    expect(written(organisationOf([secretary, legal, deputy, head], 'us', at))).toBe(
      'head(deputy(legal) secretary)',
    )
  })

  it('puts under the head who reports to somebody gone or unseen; without a head all stand side by side', () => {
    const gone = member('gone', { removedAt: at })
    const one = member('one', { reportsTo: 'gone' })
    const two = member('two', { reportsTo: 'nobody' })
    expect(written(organisationOf([head, gone, one, two], 'us', at))).toBe('head(one two)')
    expect(written(organisationOf([gone, one, two], 'us', at))).toBe('one two')
  })

  it('holds every serving member once, whatever the cards say', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const card = fc.record({
      head: fc.boolean(),
      reportsTo: fc.option(fc.constantFrom(...names, 'nobody')),
      removed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.tuple(card, card, card, card, card), (cards) => {
        const members = cards.map(({ head: leads, reportsTo, removed }, i) =>
          member(names[i] ?? '', {
            ...(leads ? { function: 'head' as const } : {}),
            ...(reportsTo === null ? {} : { reportsTo }),
            ...(removed ? { removedAt: at } : {}),
          }),
        )
        const serving = members.filter(({ removedAt }) => removedAt === undefined).map(({ id }) => id)
        expect([...ids(organisationOf(members, 'us', at))].sort()).toEqual([...serving].sort())
      }),
    )
  })
})

describe('a place in it', () => {
  const place = (reportsTo: string | null) => ({ reportsTo, languages: ['en', 'ru'] })
  const code = (talks: Delegations, by: string, whom: string, reportsTo: string | null) => {
    const outcome = talks.post(by, 'member.place', whom, place(reportsTo))
    return outcome.ok ? 'done' : outcome.refusal.code
  }

  it('is given by the stewards of the seat, within the seat, and never in a circle', () => {
    const talks = new Delegations()
    expect(code(talks, 'us-secretary', 'us-legal', 'us-deputy')).toBe('done')
    expect(talks.card('us-legal')).toMatchObject({ reportsTo: 'us-deputy', languages: ['en', 'ru'] })
    expect(code(talks, 'us-head', 'us-deputy', 'us-legal')).toBe('member.reports-in-circle')
    expect(code(talks, 'us-head', 'us-legal', 'us-legal')).toBe('member.reports-in-circle')
    expect(code(talks, 'us-head', 'us-legal', 'ru-deputy')).toBe('member.superior-unknown')
    expect(code(talks, 'ru-head', 'us-legal', null)).toBe('member.not-yours')
    expect(code(talks, 'us-head', 'us-legal', null)).toBe('done')
    expect(talks.card('us-legal')?.reportsTo).toBeUndefined()
  })

  it('never ends in a circle, in whatever order places are given', () => {
    const people = ['us-head', 'us-deputy', 'us-legal', 'us-secretary']
    const given = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people))
    fc.assert(
      fc.property(fc.array(given, { maxLength: 20 }), (steps) => {
        const talks = new Delegations()
        for (const [whom, superior] of steps) talks.post('us-head', 'member.place', whom, place(superior))
        const cards = talks.everybody()
        for (const { id, reportsTo } of cards)
          if (reportsTo !== undefined) expect(wouldCircle(cards, id, reportsTo)).toBe(false)
      }),
    )
  })
})
