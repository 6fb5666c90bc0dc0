/** `parley meetings check`, as a secretariat uses it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, describe, expect, it } from 'vitest'
import type { MeetingsFile } from '#contract/meetings-file.ts'
import { usualInterpreting } from '#domain/meetings/arrangements.ts'
import { called } from '../testing/called.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-meetings-'))
afterAll(() => rm(folder, { recursive: true }))

const both = (en: string, ru: string) => ({ en, ru })
const ida = { member: 'ida', languages: ['en', 'ru'] }
type Session = MeetingsFile['sessions'][number]
const session = (key: string, from: string, to: string, rest: Partial<Session> = {}): Session => ({
  ...{
    key,
    title: both(`Session ${key}`, `Заседание ${key}`),
    venue: 'hall',
    attends: [],
    languages: ['en'],
  },
  ...{ begin: `2026-03-27T${from}:00.000Z`, end: `2026-03-27T${to}:00.000Z` },
  ...rest,
})
const week = (...sessions: readonly Session[]): MeetingsFile => ({
  format: 'parley-meetings-1',
  name: both('A week', 'Неделя'),
  seats: [
    { key: 'a', name: both('Side A', 'Сторона А'), party: 'a' },
    { key: 'b', name: both('Side B', 'Сторона Б'), party: 'b' },
  ],
  members: [
    { key: 'anna', seat: 'a', name: both('Anna', 'Анна') },
    { key: 'ida', seat: 'a', name: both('Ida', 'Ида') },
  ],
  arrangements: {
    ...{ timeZone: 'Europe/Vienna', apartMinutes: 15, turnaroundMinutes: 10, parityMinutes: 60 },
    entrances: [{ key: 'north', name: both('North entrance', 'Северный вход') }],
    venues: [
      {
        ...{ key: 'hall', name: both('Hall', 'Зал'), kind: 'meeting-room', entrance: 'north' },
        allotted: 'common',
      },
    ],
    interpreting: usualInterpreting,
  },
  sessions,
})
const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('a timetable', () => {
  it('ends with 0 where everything goes together', async () => {
    const path = await file(
      'sound.json',
      week(session('one', '09:00', '10:00'), session('two', '10:00', '11:00')),
    )
    const { code, out } = await called(['meetings', 'check', path])
    expect([code, out]).toEqual([
      0,
      [
        'A week (Europe/Vienna)',
        '  2026-03-27 10:00–11:00  Session one',
        '  2026-03-27 11:00–12:00  Session two',
        '',
      ].join('\n'),
    ])
  })

  it('ends with 1 and gives every reason, in either language', async () => {
    const come = (seat: string, at: string) => ({ seat, entrance: 'north', at: `2026-03-27T${at}:00.000Z` })
    const clash = week(
      session('one', '09:00', '10:00', {
        attends: ['anna'],
        arrivals: [come('a', '08:30'), come('b', '08:40')],
      }),
      session('two', '09:30', '10:30', { attends: ['anna'], languages: ['en', 'ru'] }),
      session('off', '09:00', '10:00', { attends: ['anna'], cancelled: true }),
    )
    const path = await file('clash.json', clash)
    const english = await called(['meetings', 'check', path])
    expect(english.code).toBe(1)
    for (const sentence of [
      '! Session one: Hall is also taken by “Session two”.',
      '! Session one: Anna is wanted at the same time in “Session two”.',
      '! Session one: Side A and Side B come by North entrance 10 minutes apart; 15 are wanted.',
      '! Session two: For this length 2 interpreters are wanted in English; assigned: 0.',
    ])
      expect(english.out).toContain(sentence)
    expect(english.out).not.toContain('Session off is')
    const russian = await called(['meetings', 'check', path, '--lang', 'ru'])
    expect(russian.out).toContain('! Заседание one: Зал: занято также под «Заседание two».')
    const json = JSON.parse((await called(['meetings', 'check', path, '--json'])).out)
    expect(json.conflicts.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      ...['crossing', 'person', 'team', 'team', 'venue'],
    ])
  })

  it('becomes a calendar that another library reads', async () => {
    const path = await file(
      'week.json',
      week(
        session('one', '09:00', '10:00', { changes: 2 }),
        session('off', '12:00', '13:00', { cancelled: true }),
      ),
    )
    const ics = join(folder, 'week.ics')
    const { code, err } = await called(['meetings', 'check', path, '--ics', ics])
    expect([code, err]).toEqual([0, `${ics}: 2 sessions\n`])
    const read = new ICAL.Component(ICAL.parse(await readFile(ics, 'utf8')))
    const events = read.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
    expect(events.map(({ uid, summary, sequence }) => [uid, summary, sequence])).toEqual([
      ['one.a-week@parley', 'Session one', 2],
      ['off.a-week@parley', 'Session off', 0],
    ])
  })
})

it('says what is wrong with a file, and where', async () => {
  const wrong = [
    ['{', /is not JSON/],
    [{ format: 'parley-meetings-1' }, /is not a file of meetings: .* at \/name/],
    [week(session('one', '10:00', '09:00')), /one must end after it begins/],
    [week(session('one', '09:00', '10:00', { venue: 'x' })), /one: there is no venue x/],
    [week(session('one', '09:00', '10:00', { attends: ['x'] })), /one: there is no member x/],
    [week(session('one', '09:00', '10:00'), session('one', '09:00', '10:00')), /one stands there twice/],
    [week(session('one', '09:00', '10:00', { interpreters: [ida, ida] })), /one: ida stands there twice/],
  ] as const
  for (const [content, words] of wrong) {
    const { code, err } = await called(['meetings', 'check', await file('wrong.json', content)])
    expect(code).toBe(2)
    expect(err).toMatch(words)
  }
  const { code, err } = await called(['meetings', 'check', join(folder, 'nothing.json')])
  expect([code, err]).toEqual([2, expect.stringMatching(/cannot be read/)])
})
