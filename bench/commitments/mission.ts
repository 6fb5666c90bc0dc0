/** Talks with a mission: the table of the measurements on texts, a verifier's seat, and the mission's own room. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'
import type { Clause } from '../../domain/text/clause.ts'
import type { Text } from '../../domain/text/text.ts'
import type { Site } from '../testing/server.ts'
import { fileOf, foundFile, type Hand, handOf, handOfMember, openText } from '../text/talks.ts'

type File = z.infer<typeof Founding>

const named = (en: string, ru: string) => ({ en, ru })

const verifier = (n: number): File['members'][number] => ({
  ...{ key: `verifier-${n}`, seat: 'verifier', title: named('Verifier', 'Наблюдатель миссии') },
  name: named(`Member ${n} of the mission`, `Участник ${n} миссии`),
  ...{ function: n === 0 ? 'head' : 'adviser', authority: ['speak', 'propose'] },
  ...{ language: 'en', from: '2026-01-01' },
})

const missionFile = (key: string): File => {
  const file = fileOf(key)
  const name = named('Mission', 'Миссия')
  return {
    ...file,
    seats: [...file.seats, { key: 'verifier', kind: 'verifier', name, timeZone: 'UTC' }],
    rooms: [
      ...file.rooms.map((room) =>
        ['plenary', 'gallery'].includes(room.key) ? { ...room, seats: [...room.seats, 'verifier'] } : room,
      ),
      { key: 'mission', kind: 'mission', name, seats: ['verifier'] },
    ],
    members: [...file.members, verifier(0), verifier(1)],
  }
}

/** Founds talks with a mission on a site whose server has not started yet. */
export const foundMission = (site: Site, key: string): Promise<Site> => foundFile(site, missionFile(key))

/** Everybody who acts, on several connections each, so that their acts are written together. */
export interface Hands {
  readonly mediator: readonly Hand[]
  readonly a: readonly Hand[]
  readonly b: readonly Hand[]
  readonly head: readonly Hand[]
}

const connections = 16

const several = (open: () => Promise<Hand>): Promise<readonly Hand[]> =>
  Promise.all(Array.from({ length: connections }, open))

/** Takes the seats. */
export const takeSeats = async (site: Site): Promise<Hands> => ({
  mediator: await several(() => handOf(site, 'mediator')),
  a: await several(() => handOf(site, 'a')),
  b: await several(() => handOf(site, 'b')),
  head: await several(() => handOfMember(site, 'verifier-0')),
})

/** Leaves them. */
export const leaveSeats = (hands: Hands): void => {
  for (const hand of Object.values(hands).flat() as readonly Hand[]) hand.wire.close()
}

/** Goes through a list with several hands at once. */
export const shared = async <T>(
  hands: readonly Hand[],
  list: readonly T[],
  once: (hand: Hand, each: T, n: number) => Promise<unknown>,
): Promise<void> => {
  let next = 0
  const work = async (hand: Hand): Promise<void> => {
    for (let n = next++; n < list.length; n = next++) await once(hand, list[n] as T, n)
  }
  await Promise.all(hands.map(work))
}

const themes = ['ceasefire', 'forces', 'communication', 'humanitarian', 'institutions']

const quotable = ({ passage }: Clause, language: string): string => {
  const [words] = passage[language] ?? []
  return typeof words === 'string' ? words.slice(0, 90) : ''
}

const stipulation = (clause: Clause, n: number) => ({
  quote: {
    ...{ clause: clause.id, wording: 1 },
    words: named(quotable(clause, 'en'), quotable(clause, 'ru')),
  },
  terms: {
    name: named(`Commitment ${n}`, `Обязательство ${n}`),
    what: named(
      'Withdraw the units named in the annex to the places named in it, and tell the other side beforehand.',
      'Отвести подразделения, названные в приложении, в указанные в нём пункты и заранее уведомить другую сторону.',
    ),
    indicator: named('Empty positions, seen on two days.', 'Пустые позиции, осмотренные в два разных дня.'),
    ...{ bound: n % 3 === 0 ? ['a', 'b'] : [n % 3 === 1 ? 'a' : 'b'], beneficiary: [] },
    ...{ due: { kind: 'after', days: 30 + (n % 300), from: 'force' }, conditions: [] },
    ...{ verification: [{ means: 'third-party' }], verifier: 'verifier' },
    ...{ theme: themes[n % themes.length], tags: ['winter'], codes: ['Ceas'] },
  },
})

const report = (object: string, n: number) => ({
  ...{ form: 'self-report', stipulations: [object], figures: [] },
  words: named(
    `Three of the ${4 + (n % 9)} units named have left; the rest follow next week.`,
    `Отведены три из ${4 + (n % 9)} названных подразделений, остальные — на следующей неделе.`,
  ),
})

/** Opens the text and draws so many stipulations from it; each is accepted by both sides, and both report on it. */
export const layStipulations = async (
  site: Site,
  hands: Hands,
  text: Text,
  count: number,
): Promise<readonly string[]> => {
  await openText(site, text)
  const paragraphs = text.clauses.filter((clause) => clause.kind === 'paragraph')
  const drawn = Array.from({ length: count }, (_, n) => ({
    object: randomUUID(),
    clause: paragraphs[n % paragraphs.length] as Clause,
  }))
  await shared(hands.mediator, drawn, (hand, { object, clause }, n) =>
    hand.act('plenary', 'stipulation.enter', object, 0, stipulation(clause, n)),
  )
  const speak = (side: readonly Hand[], base: number) =>
    shared(side, drawn, async (hand, { object }, n) => {
      await hand.act('plenary', 'stipulation.accept', object, base, {})
      await hand.act('plenary', 'report.make', randomUUID(), 0, report(object, n))
    })
  await speak(hands.a, 1)
  await speak(hands.b, 2)
  return drawn.map(({ object }) => object)
}
