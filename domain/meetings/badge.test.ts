import { expect, it } from 'vitest'
import { type Accreditation, badgeText, findBadge, type Listed } from './accreditation.ts'

const both = (words: string) => ({ en: words, ru: words })
const person = (id: string): Listed => ({ id, name: both(id), title: both('Driver'), category: 'technical' })
const term = { from: '2026-11-20', until: '2026-12-20' }
const noteOf = (id: string) => `${badgeText('talks', 'us', person(id), term)}\n\u2014 log AAAA\n`
const by = { seat: 'mediator', member: 'm' }
const at = '2026-11-20T10:00:00.000Z'
const list: Accreditation = {
  ...{ ...term, people: [person('a'), person('b')], submitted: { by, at } },
  decisions: [
    { person: 'a', badge: noteOf('a'), by, at },
    { person: 'b', badge: null, by, at },
  ],
}
const found = (words: string, day = '2026-11-23') => findBadge(words, [list], day)

it('a badge stands where the list holds exactly its words, whatever a scanner makes of its line ends', () => {
  expect(found(noteOf('a'))).toMatchObject({ kind: 'stands', person: { id: 'a' }, term: 'running' })
  expect(found(noteOf('a').replaceAll('\n', '\r\n').trim())).toMatchObject({ kind: 'stands' })
  expect(found(noteOf('a'), '2026-11-19')).toMatchObject({ term: 'ahead' })
  expect(found(noteOf('a'), '2026-12-20')).toMatchObject({ term: 'running' })
  expect(found(noteOf('a'), '2026-12-21')).toMatchObject({ term: 'over' })
})

it('a badge that was withdrawn, or whose words or signature are others, does not stand', () => {
  expect(found(noteOf('b'))).toMatchObject({ kind: 'withdrawn', person: { id: 'b' } })
  expect(found(noteOf('a').replace('AAAA', 'AAAB'))).toMatchObject({ kind: 'withdrawn' })
  expect(found(noteOf('a').replace('2026-12-20', '2027-12-20'))).toMatchObject({ kind: 'withdrawn' })
  expect(found(noteOf('c'))).toEqual({ kind: 'unknown' })
  expect(found('')).toEqual({ kind: 'unknown' })
})

it('tells nothing of a list that the reader may not read', () => {
  expect(findBadge(noteOf('a'), [], '2026-11-23')).toEqual({ kind: 'unknown' })
})
