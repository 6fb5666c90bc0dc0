/** What waits for a side: what it may accept and has not, and nothing that is agreed, ended or somebody else's. */
import { expect, test } from 'vitest'
import type { Member } from '#domain/parties/member.ts'
import type { Process, Room } from '#domain/parties/process.ts'
import type { Measure } from './measure.ts'
import { awaitedFrom } from './waiting.ts'

const at = '2026-11-22T10:00:00.000Z'
const named = (key: string) => ({ en: key, ru: key })
const plenary: Room = { id: 'p', key: 'p', kind: 'plenary', name: named('p'), seats: ['us', 'ru', 'chair'] }
const process: Process = {
  ...{ key: 'x', name: named('x'), exercise: true, languages: ['en'], agenda: [], parties: [] },
  rules: { attribution: 'attributed', nothingAgreedUntilEverythingAgreed: true },
  seats: [
    { key: 'us', kind: 'party', party: 'us', name: named('us'), timeZone: 'UTC' },
    { key: 'ru', kind: 'party', party: 'ru', name: named('ru'), timeZone: 'UTC' },
    { key: 'chair', kind: 'mediator', name: named('chair'), timeZone: 'UTC' },
  ],
}
const member = (seat: string, authority: Member['authority']): Member => ({
  ...{ id: seat, seat, name: named(seat), title: named(seat), function: 'head', authority, language: 'en' },
  ...{ from: '2026-01-01', visibility: 'table' },
})
const by = { seat: 'chair', member: 'chair' }
const event = (accepted: readonly string[], more: object = {}) => ({
  ...{ room: 'p', kind: 'event', object: 'e', revision: 1 },
  state: { proposed: { id: 'l', words: named('w'), by, at, accepted }, ...more },
})
const measure = (accepted: readonly string[], more: Partial<Measure> = {}) => ({
  ...{ room: 'p', kind: 'measure', object: 'm', revision: 1 },
  state: {
    ...{ wording: 'w', name: named('m'), parts: {}, due: '2026-12-01', seen: named('s'), stipulations: [] },
    ...{ proposedBy: by, at, accepted: accepted.map((party) => ({ party, at })), told: [], seenBy: [] },
    ...more,
  },
})
const both = { events: [event(['ru'])], measures: [measure(['ru'])] }
const whys = (who: Member, proposed: Parameters<typeof awaitedFrom>[1]) =>
  awaitedFrom({ process, member: who, at, rooms: [plenary] }, proposed).map(({ why }) => why)
const head = (seat: string) => member(seat, ['speak', 'agree-ad-referendum'])

test('what another has accepted waits for the side that has not, and for those of it who may accept', () => {
  expect(whys(head('us'), both)).toEqual(['facts', 'measure'])
  expect(whys(head('ru'), both)).toEqual([])
  expect(whys(head('chair'), both)).toEqual([])
  expect(whys(member('us', ['speak']), both)).toEqual([])
})

test('what is agreed, withdrawn, ended or past its day waits for nobody', () => {
  const none = { events: [event([], { withdrawnAt: at }), { ...event([]), state: {} }] }
  const ended = { words: named('x'), by, at }
  const over = [measure([], { agreed: at }), measure([], { ended }), measure([], { due: '2026-11-01' })]
  expect(whys(head('us'), { ...none, measures: over })).toEqual([])
})
