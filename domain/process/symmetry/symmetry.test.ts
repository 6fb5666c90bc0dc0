import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from '#domain/record/act.ts'
import { medianOf } from './elapsed.ts'
import { differenceIn, figureLines } from './lines.ts'
import type { Recorded } from './recorded.ts'
import { mayReadFigures, type Symmetry, symmetryActs, symmetryOf } from './symmetry.ts'

const name = { en: 'x' }
const seat = (key: string, party?: string) => ({
  ...{ key, name, timeZone: 'UTC', kind: party ? ('party' as const) : ('mediator' as const) },
  ...(party ? { party } : {}),
})
const process = {
  languages: ['en', 'ru'],
  parties: ['a', 'b'].map((key) => ({ key, name, short: name, hue: key as 'a' | 'b' })),
  seats: [seat('sa', 'a'), seat('sb', 'b'), seat('med')],
}
const room = (id: string, kind: Recorded['rooms'][number]['kind'], ...seats: readonly string[]) => ({
  ...{ id, key: id, kind, name, seats },
})
const rooms = [
  room('p', 'plenary', 'sa', 'sb', 'med'),
  room('ca', 'channel', 'sa', 'med'),
  room('cb', 'channel', 'sb', 'med'),
  room('ka', 'caucus', 'sa'),
]

/** Acts as they might come: some follow each other, some are about nothing. */
const anAct = fc.record({
  room: fc.constantFrom('p', 'ca', 'cb', 'ka'),
  object: fc.constantFrom('1', '2', '3', '4', '5'),
  by: fc.constantFrom('sa', 'sb', 'med', null),
  what: fc.nat(18),
  pick: fc.nat(5),
  minute: fc.nat(50_000),
})
type Given = typeof anAct extends fc.Arbitrary<infer T> ? T : never

const dayOf = (minute: number, minutes = 0): string =>
  new Date(Date.UTC(2026, 0, 1) + (minute + minutes) * 60_000).toISOString()

/** What is said of a session and of a list, by turns of this number. */
const meetingOf = ({ minute, pick, object }: Given) => {
  const lead = pick % 2 ? 600 : 40_000
  const venue = (key: string, allotted: string) => ({ key, allotted })
  const people = ['x', 'y', 'z'].slice(pick % 3).map((id) => ({ id, name: {}, title: {}, category: 'press' }))
  return {
    plan: {
      ...{ begin: dayOf(minute, lead), end: dayOf(minute, lead + 60 * (pick + 1)), attends: [] },
      venue: ['hall', 'one', null][pick % 3],
    },
    venues: [venue('hall', 'common'), venue('one', pick % 2 ? 'sa' : 'sb')],
    list: { from: '2026-01-01', until: object, people },
  }
}

const payloadOf = (given: Given): readonly [string, unknown] => {
  const { what, pick } = given
  const { plan, venues, list } = meetingOf(given)
  const use = ['verbatim', 'paraphrase', 'mediator-only'][pick % 3]
  const said = {
    nature: pick % 2 ? 'question' : 'statement',
    original: pick % 2 ? 'en' : 'ru',
    words: { en: 'a b' },
  }
  return (
    (
      [
        ['message.send', { ...said, use, askFirst: pick > 2 }],
        ['message.send', { ...said, nature: 'answer', answers: `${pick}` }],
        ['message.convey', { as: 'paraphrase', to: { kind: 'channel', party: pick % 2 ? 'a' : 'b' } }],
        ['message.withdraw', {}],
        ['message.offer', {}],
        ['message.translate', { language: pick % 2 ? 'en' : 'ru' }],
        ['pause.ask', said],
        ['pause.grant', {}],
        ['paper.submit', { ...said, use, files: {} }],
        ['marks.move', { read: 1 }],
        ['session.convene', plan],
        ['session.change', plan],
        ['session.cancel', {}],
        ['minutes.write', {}],
        ['minutes.accept', { wording: 1, party: pick % 2 ? 'a' : 'b' }],
        ['arrangements.set', { venues }],
        ['accreditation.submit', list],
        ['accreditation.grant', { badges: [{ person: 'x' }, { person: 'y' }] }],
        ['accreditation.decline', { person: 'x' }],
      ] as const
    )[what] ?? ['x.y', {}]
  )
}

const openers = ['message.send', 'paper.submit', 'pause.ask', 'session.convene', 'accreditation.submit']

/** A log holds nothing about what is not there yet: neither a step on it nor an answer to it; and nothing is opened twice. */
const inOrder = (acts: readonly Act[]): readonly Act[] => {
  const open = new Set<string>()
  return acts.filter(({ room, kind, object, payload }) => {
    const { answers } = payload as { answers?: string }
    if (answers !== undefined && !open.has(`${room}/message/${answers}`)) return false
    const [word = ''] = kind.split('.')
    const thing = `${room}/${word === 'minutes' ? 'session' : word}/${object}`
    const isThere = open.has(thing)
    if (openers.includes(kind)) open.add(thing)
    if (['arrangements.set', 'accreditation.submit'].includes(kind)) return true
    return openers.includes(kind) !== isThere
  })
}

const actOf = (each: Given, i: number): Act => {
  const [kind, payload] = payloadOf(each)
  const by = each.by === null ? null : { seat: each.by, member: 'm' }
  return { id: `${i}`, room: each.room, object: each.object, kind, by, at: dayOf(each.minute), payload }
}

const history = fc
  .array(anAct, { maxLength: 60 })
  .map((given) => inOrder(given.toSorted((a, b) => a.minute - b.minute).map(actOf)))

const at = '2026-03-01T00:00:00.000Z'
const of = (acts: Recorded['acts'], parties = ['a', 'b'], given = rooms): Symmetry =>
  symmetryOf({ process, rooms: given, acts, at }, parties)

const swapped = (text: string): string =>
  text.replace(/"(s|c|k)?(a|b)"/g, (_, before = '', side) => `"${before}${side === 'a' ? 'b' : 'a'}"`)

/** The sessions of a party alone or at the table, each with its length by the last plan that was given. */
const sessionsThat = (acts: readonly Act[], party: string, isAlone: boolean) => {
  const room = isAlone ? `c${party}` : 'p'
  const found = new Map<string, { length: number; isOff: boolean }>()
  for (const { object, kind, payload } of acts.filter((act) => act.room === room)) {
    const before = found.get(object)
    const { begin, end } = payload as { begin: string; end: string }
    if (kind === 'session.convene' || kind === 'session.change')
      found.set(object, { length: Date.parse(end) - Date.parse(begin), isOff: before?.isOff ?? false })
    if (kind === 'session.cancel' && before) found.set(object, { ...before, isOff: true })
  }
  return [...found.values()]
}

describe('the figures of symmetry', () => {
  it('are exchanged when the parties are', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const mirrored = JSON.parse(swapped(JSON.stringify(acts)))
        const mirrorRooms = JSON.parse(swapped(JSON.stringify(rooms.slice(0, 3))))
        const [a, b] = of(acts, ['a', 'b'], rooms.slice(0, 3)).parties
        expect(JSON.parse(swapped(JSON.stringify([b, a])))).toEqual(
          of(mirrored, ['a', 'b'], mirrorRooms).parties,
        )
      }),
    )
  })

  it('of a party come from the rooms it shares with the mediator, and from acts of the kinds that are named', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const shown = acts.filter(
          ({ room, kind }) => ['p', 'ca'].includes(room) && symmetryActs.includes(kind),
        )
        expect(of(shown, ['a']).parties).toEqual([of(acts).parties[0]])
        expect(of(shown, ['a'], rooms.slice(0, 2)).parties).toEqual([of(acts).parties[0]])
      }),
    )
  })

  it('have everything that was asked either met or waiting, every session begun, ahead or called off, and no negative time', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const symmetry = of(acts)
        for (const row of symmetry.parties)
          for (const met of [
            row.conveyed,
            row.pauses,
            row.questions,
            row.wordings,
            row.translations,
            row.proposals,
            row.badges,
          ]) {
            expect(met.met + met.waiting).toBe(met.asked)
            expect([met.median === null, met.longestWait === null]).toEqual([
              met.met === 0,
              met.waiting === 0,
            ])
            expect(met.median ?? 0).toBeLessThanOrEqual(met.longest ?? 0)
          }
        for (const row of symmetry.parties)
          for (const [place, sat] of Object.entries(row.sessions)) {
            const convened = sessionsThat(acts, row.party, place === 'alone')
            const standing = convened.filter(({ isOff }) => !isOff)
            expect(sat.begun + sat.ahead + sat.calledOff).toBe(convened.length)
            expect(sat.time + sat.timeAhead).toBe(standing.reduce((all, { length }) => all + length, 0))
            expect(Object.values<number>(sat.venues).reduce((all, each) => all + each, 0)).toBe(sat.begun)
            expect(sat.agreed).toBeLessThanOrEqual(sat.minuted)
            expect(sat.minuted).toBeLessThanOrEqual(sat.begun)
            expect(sat.shortestNotice ?? 0).toBeLessThanOrEqual(sat.notice ?? 0)
          }
        for (const { values } of figureLines(symmetry))
          for (const value of values) expect(value ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('take the mean of the two in the middle, rounded down, for the median of an even number', () => {
    expect([medianOf([]), medianOf([4]), medianOf([9, 1, 4]), medianOf([1, 4])]).toEqual([null, 4, 4, 2])
  })

  it('are said to be apart by how much and on whose side, and nothing else', () => {
    expect(differenceIn({ values: [1, 4] })).toEqual({ is: 'apart', by: 3, more: 1, less: 0 })
    expect(differenceIn({ values: [4, 4] })).toEqual({ is: 'none' })
    expect(differenceIn({ values: [null, 4] })).toEqual({ is: 'untold' })
  })

  it('are for the mediator, and for each party its own', () => {
    expect(['med', 'sa', 'sb', 'nobody'].map((key) => mayReadFigures(process, key))).toEqual([
      ['a', 'b'],
      ['a'],
      ['b'],
      [],
    ])
  })
})
