import { expect, test } from 'vitest'
import type { Member } from '#domain/parties/member.ts'
import type { Process, Room } from '#domain/parties/process.ts'
import type { Case } from './case.ts'
import type { Force } from './force.ts'
import { owedBy } from './waiting.ts'

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
  ...{ from: '2026-01-01', visibility: 'table', fullPowers: { from: '2026-01-01' } },
})
const by = { seat: 'chair', member: 'chair' }
const remedy = (id: string, accepted: readonly string[], when: string) => ({
  ...{ id, bound: 'us', due: '2026-12-01', words: named(id), by, at: when },
  accepted: accepted.map((party) => ({ party, at: when })),
})
const brought = (more: Partial<Case> = {}): Case => ({
  ...{ stipulations: [], against: 'us', title: named('t'), words: named('w'), replyBy: '2026-12-01', by, at },
  ...{ mandates: [], findings: [], remedies: [], dissents: [] },
  ...more,
})
const force = (accepted: readonly string[], more: Partial<Force> = {}): Force => ({
  ...{ version: 1, basis: 'entry-into-force', from: '2026-12-01', stipulations: [], by, at },
  accepted: accepted.map((party) => ({ party, by, at })),
  ...more,
})
const kept = <S>(kind: string, object: string, state: S) => ({ room: 'p', kind, object, revision: 1, state })
const owed = (who: Member, cases: readonly Case[], forces: readonly Force[] = []) =>
  owedBy(
    { process, member: who, at, rooms: [plenary] },
    {
      cases: cases.map((each, i) => kept('case', `c${i}`, each)),
      forces: forces.map((each, i) => kept('force', `f${i}`, each)),
    },
  ).map(({ why, object }) => `${why} ${object}`)

const us = member('us', ['propose', 'agree-ad-referendum', 'sign'])
const ru = member('ru', ['propose', 'agree-ad-referendum', 'sign'])

test('a case waits for the reply of the party it is against, until it has replied or the case is closed', () => {
  expect(owed(us, [brought()])).toEqual(['case-reply c0'])
  expect(owed(ru, [brought()])).toEqual([])
  expect(owed(us, [brought({ reply: { words: named('r'), by, at } })])).toEqual([])
  expect(owed(us, [brought({ closed: { outcome: 'unresolved', words: named('c'), by, at } })])).toEqual([])
})

test('each remedy waits for every party that has not accepted it, oldest first', () => {
  const later = '2026-11-22T11:00:00.000Z'
  const reply = { words: named('r'), by, at }
  const one = brought({ reply, remedies: [remedy('b', [], later), remedy('a', ['us'], at)] })
  expect(owed(us, [one])).toEqual(['remedy c0'])
  expect(owed(ru, [one])).toEqual(['remedy c0', 'remedy c0'])
})

test('an entry into force waits for who may sign in the name of a party that has not accepted', () => {
  expect(owed(us, [], [force([]), force(['us']), force([], { withdrawnAt: at })])).toEqual(['force f0'])
  expect(owed(member('us', ['propose']), [], [force([])])).toEqual([])
  expect(owed(member('chair', ['propose', 'sign']), [brought()], [force([])])).toEqual([])
})
