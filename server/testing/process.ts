/** A small process with every kind of seat and room, for tests. */
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'

const both = (en: string, ru: string) => ({ en, ru })
type Member = z.infer<typeof Founding>['members'][number]

const member = (
  key: string,
  seat: string,
  role: Member['function'],
  authority: Member['authority'],
  rest: Partial<Member> = {},
): Member => ({
  key,
  seat,
  name: both(`Name ${key}`, `Имя ${key}`),
  function: role,
  title: both(`Title ${key}`, `Должность ${key}`),
  authority,
  language: seat === 'ru' ? 'ru' : 'en',
  from: '2026-01-01',
  ...rest,
})

const delegation = (seat: string): readonly Member[] => [
  member(`${seat}-head`, seat, 'head', ['speak', 'propose', 'agree-ad-referendum', 'initial', 'sign'], {
    fullPowers: { from: '2026-01-01' },
  }),
  member(`${seat}-secretary`, seat, 'secretary', ['speak']),
  member(`${seat}-interpreter`, seat, 'interpreter', []),
  member(`${seat}-legislator`, seat, 'legislator', []),
  member(`${seat}-unseen`, seat, 'adviser', ['speak'], { visibleIn: `${seat}-caucus` }),
]

const seat = (
  key: string,
  kind: 'mediator' | 'observer' | 'guarantor' | 'verifier' | 'public',
  timeZone = 'UTC',
) => ({
  key,
  kind,
  name: both(`Seat ${key}`, `Место ${key}`),
  timeZone,
})

const table = ['us', 'ru', 'mediator', 'observer', 'guarantor', 'verifier']

/** The process. Nobody has quiet hours at 10:00 UTC. */
export const smallProcess: z.infer<typeof Founding> = {
  key: 'small',
  name: both('Small talks', 'Малые переговоры'),
  exercise: true,
  languages: ['en', 'ru'],
  rules: { attribution: 'attributed', nothingAgreedUntilEverythingAgreed: true },
  agenda: [{ key: 'one', title: both('First item', 'Первый вопрос') }],
  parties: [
    { key: 'us', name: both('Side A', 'Сторона А'), short: both('A', 'А'), hue: 'a' },
    { key: 'ru', name: both('Side B', 'Сторона Б'), short: both('B', 'Б'), hue: 'b' },
  ],
  seats: [
    {
      key: 'us',
      kind: 'party',
      party: 'us',
      name: both('Delegation A', 'Делегация А'),
      timeZone: 'America/New_York',
    },
    {
      key: 'ru',
      kind: 'party',
      party: 'ru',
      name: both('Delegation B', 'Делегация Б'),
      timeZone: 'Europe/Moscow',
    },
    seat('mediator', 'mediator'),
    seat('observer', 'observer'),
    seat('guarantor', 'guarantor'),
    seat('verifier', 'verifier'),
    seat('public', 'public'),
  ],
  rooms: [
    { key: 'plenary', kind: 'plenary', name: both('Plenary', 'Пленарное заседание'), seats: table },
    { key: 'us-caucus', kind: 'caucus', name: both('Room of A', 'Комната А'), seats: ['us'] },
    { key: 'ru-caucus', kind: 'caucus', name: both('Room of B', 'Комната Б'), seats: ['ru'] },
    { key: 'us-channel', kind: 'channel', name: both('Channel A', 'Канал А'), seats: ['us', 'mediator'] },
    { key: 'ru-channel', kind: 'channel', name: both('Channel B', 'Канал Б'), seats: ['ru', 'mediator'] },
    { key: 'group', kind: 'working-group', name: both('Group', 'Группа'), seats: ['us', 'ru', 'mediator'] },
    { key: 'office', kind: 'office', name: both('Office', 'Кабинет'), seats: ['mediator'] },
    { key: 'mission', kind: 'mission', name: both('Mission', 'Миссия'), seats: ['verifier'] },
    { key: 'gallery', kind: 'gallery', name: both('Gallery', 'Галерея'), seats: [...table, 'public'] },
  ],
  members: [
    ...delegation('us'),
    ...delegation('ru'),
    member('mediator-head', 'mediator', 'head', ['speak', 'propose', 'convey']),
    member('mediator-interpreter', 'mediator', 'interpreter', []),
    member('mediator-secretary', 'mediator', 'secretary', ['speak']),
    member('observer', 'observer', 'observer', ['speak']),
    member('guarantor', 'guarantor', 'guarantor', ['speak']),
    member('verifier-head', 'verifier', 'head', ['speak', 'propose']),
    member('verifier', 'verifier', 'verifier', ['speak', 'propose']),
    member('verifier-second', 'verifier', 'verifier', ['speak', 'propose']),
    member('verifier-interpreter', 'verifier', 'interpreter', []),
    member('public', 'public', 'public', []),
  ],
}

/** The key of a member's seat. */
export const seatOfMember = (member: string): string =>
  smallProcess.members.find(({ key }) => key === member)?.seat ?? ''

/** The keys of the rooms in which a seat sits. */
export const roomsOfSeat = (seat: string): readonly string[] =>
  smallProcess.rooms.filter(({ seats }) => seats.includes(seat)).map(({ key }) => key)

/** The seats that sit in a room of the small process. */
export const roomSeats = (room: string): readonly string[] =>
  smallProcess.rooms.find(({ key }) => key === room)?.seats ?? []
