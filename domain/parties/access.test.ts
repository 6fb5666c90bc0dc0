import { describe, expect, it } from 'vitest'
import { access, mayPerform } from './access.ts'
import { type Member, memberFunctions } from './member.ts'
import { roomKinds, seatKinds } from './process.ts'

const at = '2026-11-22T10:00:00.000Z'
const member = (more: Partial<Member> = {}): Member => ({
  id: 'm',
  seat: 's',
  name: { en: 'N' },
  function: 'adviser',
  title: { en: 'T' },
  authority: [],
  language: 'en',
  from: '2026-01-01',
  visibility: 'table',
  ...more,
})
const code = (
  who: Member,
  seat: (typeof seatKinds)[number],
  act: string,
  room: (typeof roomKinds)[number],
  seats = ['s', 'other'],
  when = at,
) => {
  const outcome = mayPerform(who, seat, act, { kind: room, seats }, when)
  return outcome.ok ? 'yes' : outcome.refusal.code
}
const kinds = Object.keys(access)
const every = kinds.flatMap((act) =>
  roomKinds.flatMap((room) => seatKinds.map((seat) => ({ act, room, seat }))),
)

describe('mayPerform', () => {
  it.each(kinds)(
    'agrees with the table for %s, in every room, from every seat, with every authority and function',
    (act) => {
      const authorities = ['speak', 'propose', 'convey', undefined] as const
      for (const { room, seat } of every.filter((each) => each.act === act))
        for (const authority of authorities)
          for (const role of memberFunctions) {
            const ways = (access[act] ?? []).filter(({ rooms }) => rooms.includes(room))
            const way = ways.some(
              (each) =>
                each.seats.includes(seat) &&
                (each.authority === undefined || each.authority === authority) &&
                (each.functions === undefined || each.functions.includes(role)),
            )
            const expected = ways.length === 0 ? 'act.not-here' : way ? 'yes' : 'act.not-yours'
            const who = member({ function: role, authority: authority ? [authority] : [] })
            expect(code(who, seat, act, room)).toBe(expected)
          }
    },
  )

  it('lets nobody act who is not serving, not in the room, or unseen in a room of others: nearest reason first', () => {
    for (const { act, room, seat } of every) {
      expect(code(member({ until: '2026-11-21' }), seat, act, room)).toBe('act.not-serving')
      expect(code(member({ from: '2026-11-23' }), seat, act, room)).toBe('act.not-serving')
      expect(code(member({ removedAt: at }), seat, act, room)).toBe('act.not-serving')
      expect(code(member(), seat, act, room, ['other'])).toBe('act.not-in-room')
      expect(code(member({ visibility: 'delegation' }), seat, act, room)).toBe('act.unseen-member')
      expect(code(member({ visibility: 'delegation' }), seat, act, room, ['s'])).not.toBe('act.unseen-member')
    }
  })

  it('gives the public and every act that is not listed nothing at all', () => {
    const all = member({ function: 'head', authority: ['speak', 'propose', 'convey', 'sign'] })
    for (const { act, room } of every) expect(code(all, 'public', act, room)).not.toBe('yes')
    for (const seat of seatKinds)
      for (const act of ['silence.adopt', 'conveyance.note', 'process.found', ''])
        for (const room of roomKinds) expect(code(all, seat, act, room)).toBe('act.not-here')
  })

  it('lets the mediator alone convey, and never from a caucus', () => {
    const all = member({ function: 'head', authority: ['speak', 'propose', 'convey'] })
    for (const act of ['message.convey', 'paper.convey', 'message.offer', 'pause.grant'])
      for (const { room, seat } of every.filter((each) => each.act === act))
        expect(code(all, seat, act, room) === 'yes').toBe(seat === 'mediator' && room === 'channel')
  })
})
