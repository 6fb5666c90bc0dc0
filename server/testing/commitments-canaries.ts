/** Canaries in commitments: what a mission keeps, what it lets go of and how exactly, and what each side says at home. */
import { randomInt, randomUUID } from 'node:crypto'
import type { Aviary } from './canaries.ts'
import type { Answer, Person, TestTable } from './table.ts'

interface Hand {
  readonly table: TestTable
  readonly aviary: Aviary
  readonly as: (member: string) => Promise<Person>
}

const good = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer
}

/** A stipulation on the second clause of the common text, with words of its own. */
const stipulation = ({ aviary }: Hand, room: string) => {
  const named = (what: string) => ({ en: aviary.word(what, room), ru: aviary.word(what, room) })
  return {
    quote: { clause: 'c2', wording: 1, words: { en: 'Second.', ru: 'Second.' } },
    terms: {
      ...{ name: named('name of a stipulation'), what: named('what a stipulation demands') },
      ...{ indicator: named('indicator'), resources: named('resources'), subTheme: named('sub-theme') },
      ...{ bound: ['us', 'ru'], beneficiary: [], due: { kind: 'none' }, conditions: [] },
      ...{ verification: [{ means: 'inspection' }], theme: 'communication', codes: [] },
      tags: [aviary.word('tag', room)],
    },
  }
}

const enter = async (hand: Hand, by: string, room: string): Promise<string> => {
  const object = randomUUID()
  const person = await hand.as(by)
  good(await person.act(room, 'stipulation.enter', object, 0, stipulation(hand, room)))
  return object
}

/** A number of degrees that occurs nowhere else, readable in these rooms. */
const degrees = ({ aviary }: Hand, whole: number, what: string, ...rooms: readonly string[]): number => {
  const value = `${whole}.${randomInt(111_111, 999_999)}`.replace(/0$/, '1')
  aviary.id(value, what, ...rooms)
  return Number(value)
}

type Exactly = 'exact' | 'blurred' | 'kept'

/** Two files of the mission's room: one that stays in it, and a copy of it that goes. */
interface LaidEvidence {
  readonly file: Readonly<Record<string, unknown>>
  readonly copy: Readonly<Record<string, unknown>>
}

/** One record of each kind; what is told of it is readable at the table too. */
const record = async (hand: Hand, kind: string, exactly: Exactly, stipulations: readonly string[]) => {
  const { aviary, as, table } = hand
  const head = await as('verifier-head')
  const object = randomUUID()
  const told = exactly === 'exact' ? ['plenary'] : []
  const both = (what: string, ...rooms: readonly string[]) => ({
    en: aviary.word(`${what} of ${exactly} ${kind}`, 'mission', ...rooms),
    ru: aviary.word(`${what} of ${exactly} ${kind}`, 'mission', ...rooms),
  })
  const place = {
    names: [both('place', ...told)],
    latitude: degrees(hand, 48, `latitude of ${exactly} ${kind}`, 'mission', ...told),
    longitude: degrees(hand, 37, `longitude of ${exactly} ${kind}`, 'mission', ...told),
  }
  const source = randomUUID()
  const words = { alias: both('alias of a source'), words: both('words on a source'), reliability: 'B' }
  // No room hears of a source, however exactly its record is told.
  good(await head.act('mission', 'source.enter', source, 0, words))
  const recorded = {
    ...{ place, what: both('words'), stipulations, sources: [source] },
    when: { from: '2026-01-02T10:11:00.000Z', to: '2026-01-02T10:13:00.000Z' },
    ...(kind === 'observation' ? { controls: 'us', means: 'seen', assessed: true } : {}),
    ...(kind === 'denial'
      ? { controls: 'ru', by: both('who denied', ...(exactly === 'kept' ? [] : ['plenary'])) }
      : {}),
    ...(kind === 'incident' ? { kind: 'firing' } : {}),
  }
  good(await head.act('mission', `${kind}.record`, object, 0, recorded))
  if (exactly === 'kept') return object
  const plenary = (what: string) => ({ en: aviary.word(what, 'plenary'), ru: aviary.word(what, 'plenary') })
  const release = {
    ...{ to: table.room('plenary'), what: plenary('released words') },
    ...(exactly === 'exact'
      ? { place: 'exact', time: 'exact' }
      : { place: '0.1', time: 'day', name: plenary('released name of a place') }),
  }
  good(await head.act('mission', `${kind}.release`, object, 1, release))
  return object
}

/** What a mission was told exactly of, less exactly, and not at all: records of its own room. */
type Recorded = Readonly<Record<Exactly, string>>

const find = async (
  hand: Hand,
  stipulations: readonly string[],
  seen: Recorded,
  isReleased: boolean,
): Promise<void> => {
  const { aviary, as, table } = hand
  const [coder, second, head] = await Promise.all(['verifier', 'verifier-second', 'verifier-head'].map(as))
  const object = randomUUID()
  const rooms = isReleased ? ['mission', 'plenary'] : ['mission']
  const both = (what: string, ...where: readonly string[]) => ({
    en: aviary.word(what, ...where),
    ru: aviary.word(what, ...where),
  })
  const proposed = { kind: 'monitoring', stipulations, asOf: '2026-01-02', cites: Object.values(seen) }
  const words = both('words of a finding', 'mission')
  good(await (coder as Person).act('mission', 'finding.propose', object, 0, { ...proposed, words }))
  good(await (second as Person).act('mission', 'finding.confirm', object, 1, {}))
  const dissent = { words: both('dissent', ...rooms) }
  good(await (second as Person).act('mission', 'finding.dissent', object, 2, dissent))
  if (!isReleased) return
  const told = { stipulations, cites: [seen.exact, seen.blurred] }
  const released = { to: table.room('plenary'), words: both('released finding', 'plenary'), ...told }
  good(await (head as Person).act('mission', 'finding.release', object, 3, released))
}

/** What a side says of the other's obligations: at home, and to the table. */
const speak = async (hand: Hand, seat: string, about: string): Promise<void> => {
  const person = await hand.as(`${seat}-head`)
  const caucus = `${seat}-caucus`
  const at = (what: string, room: string) => ({
    en: hand.aviary.word(what, room),
    ru: hand.aviary.word(what, room),
  })
  const comment = { original: 'en', words: { en: hand.aviary.word('comment on an obligation', caucus) } }
  const said = { ...comment, nature: 'statement', about: { object: about } }
  good(await person.act(caucus, 'message.send', randomUUID(), 0, said))
  const report = { form: 'self-report', stipulations: [about], figures: [] }
  good(
    await person.act('plenary', 'report.make', randomUUID(), 0, {
      ...report,
      words: at('words of a report', 'plenary'),
    }),
  )
  const account = { stipulations: [about], asOf: '2026-01-02', words: at('account', 'plenary') }
  good(await person.act('plenary', 'account.give', randomUUID(), 0, account))
}

/** Evidence that stays, and evidence of which a copy went to the table. */
const lodge = async (hand: Hand, files: LaidEvidence, stipulations: readonly string[], of: string) => {
  const { file, copy } = files
  const head = await hand.as('verifier-head')
  const words = { en: hand.aviary.word('evidence', 'mission'), ru: hand.aviary.word('evidence', 'mission') }
  const [kept, object, to] = [randomUUID(), randomUUID(), hand.table.room('plenary')]
  const evidence = { file, words, stipulations, of: [of] }
  good(await head.act('mission', 'evidence.lodge', kept, 0, evidence))
  good(await head.act('mission', 'evidence.lodge', object, 0, evidence))
  const plenary = (what: string) => ({
    en: hand.aviary.word(what, 'plenary'),
    ru: hand.aviary.word(what, 'plenary'),
  })
  const release = { to, words: plenary('released evidence'), file: file.file, of: [of], copy }
  good(await head.act('mission', 'evidence.release', object, 1, release))
}

/** A periodic report of the mission before the table. */
const issue = async (hand: Hand) => {
  const remarks = { en: hand.aviary.word('remarks', 'plenary'), ru: hand.aviary.word('remarks', 'plenary') }
  const period = { from: '2026-01-01', to: '2026-01-31', remarks }
  const head = await hand.as('verifier-head')
  good(await head.act('plenary', 'monitoring-report.issue', randomUUID(), 0, period))
}

/** Outside coding that one room has loaded: nobody else knows even that it has been looked at. */
type Coded = 'base-rates' | 'events' | 'agreements'

const load = async ({ aviary, as }: Hand, by: string, room: string, kind: Coded) => {
  const both = (what: string) => ({ en: aviary.word(what, room), ru: aviary.word(what, room) })
  const day = '2026-01-02'
  const place = () => ({
    ...{ name: aviary.word('place of an outside event', room), within: [], latitude: 48.5, longitude: 37.5 },
    precision: { code: 1, area: 'point', radiusKm: 0 },
  })
  // No word is made that is not laid: the walk asks for every one of them.
  const event = () => ({
    ...{ source: 'ucdp-ged', id: '1', kind: 'one-sided', sides: [], place: place() },
    ...{ days: { from: day, to: day, coded: day, span: 'day' }, deaths: { best: 1, low: 0, high: 2 } },
    text: aviary.word('words of an outside event', room),
  })
  const codings = {
    events: () => ({ source: 'ucdp-ged', contents: { kind, events: [event()] } }),
    agreements: () => ({
      source: 'pa-x',
      contents: { kind, agreements: [{ id: '1', name: aviary.word('outside agreement', room), day }] },
    }),
    'base-rates': () => ({
      source: 'pam-id',
      contents: { kind, rates: [{ provision: 'cease', accords: 1, after: [] }] },
    }),
  }
  const payload = {
    ...{ label: both('label of outside coding'), licence: both('terms of outside coding') },
    ...codings[kind](),
    file: { name: aviary.word('name of an outside file', room), sha256: 'a'.repeat(64) },
  }
  good(await (await as(by)).act(room, 'outside.load', randomUUID(), 0, payload))
}

/** Lays stipulations in every room that can hold them, and a mission's work in its own room and at the table. */
export const layCommitments = async (hand: Hand, files: LaidEvidence): Promise<void> => {
  const common = await enter(hand, 'mediator-head', 'plenary')
  await enter(hand, 'mediator-head', 'office')
  for (const seat of ['us', 'ru']) {
    await enter(hand, `${seat}-head`, `${seat}-caucus`)
    await enter(hand, `${seat}-head`, `${seat}-channel`)
    await speak(hand, seat, common)
  }
  const seen = { exact: '', blurred: '', kept: '' }
  for (const kind of ['observation', 'denial', 'incident'])
    for (const exactly of ['exact', 'blurred', 'kept'] as const)
      seen[exactly] = await record(hand, kind, exactly, [common])
  for (const isReleased of [true, false]) await find(hand, [common], seen, isReleased)
  await lodge(hand, files, [common], seen.blurred)
  const case_ = {
    ...{ stipulations: [common], against: 'ru', replyBy: '2027-01-01' },
    title: { en: hand.aviary.word('case', 'plenary'), ru: hand.aviary.word('case', 'plenary') },
    words: { en: hand.aviary.word('notice', 'plenary'), ru: hand.aviary.word('notice', 'plenary') },
  }
  good(await (await hand.as('us-head')).act('plenary', 'case.notify', randomUUID(), 0, case_))
  await issue(hand)
  for (const kind of ['base-rates', 'events', 'agreements'] as const) {
    for (const seat of ['us', 'ru']) await load(hand, `${seat}-head`, `${seat}-caucus`, kind)
    for (const room of ['office', 'plenary']) await load(hand, 'mediator-head', room, kind)
    await load(hand, 'verifier', 'mission', kind)
  }
}
