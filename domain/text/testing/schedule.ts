/** Random schedules for talks about a text: what each seat does next, on what it saw when it last looked. */
import { liveAlternatives } from '../bracket.ts'
import type { Clause } from '../clause.ts'
import { bracketsIn, type Content, type Passage, widthOfContent } from '../content.ts'
import { orderBetween } from '../order.ts'
import type { Proposal } from '../proposal.ts'
import { anchorageOf } from '../text.ts'
import type { Chance, Negotiation } from './negotiation.ts'

/** What a seat would post. */
export interface Move {
  readonly seat: string
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly payload: unknown
}

const words = [
  'shall',
  'should',
  'may',
  'notify',
  'each',
  'other',
  '24',
  '72',
  'hours',
  'before',
  'any',
  'launch',
]

const some = <T>(chance: Chance, from: readonly T[]): T | undefined =>
  from.length === 0 ? undefined : from[chance(from.length)]

/** A few words in both languages, now and then not yet translated, now and then none: a proposal to delete. */
export const randomPassage = (chance: Chance, clear = false): Passage => {
  const run = (): Content =>
    !clear && chance(8) === 0
      ? []
      : [Array.from({ length: 1 + chance(5) }, () => some(chance, words)).join(' ')]
  return { en: run(), ru: !clear && chance(10) === 0 ? null : run() }
}

const rangesIn = (chance: Chance, passage: Passage) =>
  Object.fromEntries(
    Object.entries(passage).map(([language, content]) => {
      if (content === null || (bracketsIn(content).length === 0 && chance(4) === 0)) return [language, null]
      const width = widthOfContent(content)
      const from = chance(width + 1)
      return [language, { from, to: from + chance(width - from + 1) }]
    }),
  )

const openBrackets = (clauses: readonly Clause[]) =>
  clauses.flatMap((clause) => Object.values(clause.brackets).map((bracket) => ({ clause, bracket })))

const liveIn = (clauses: readonly Clause[]) =>
  openBrackets(clauses).flatMap(({ clause, bracket }) =>
    liveAlternatives(bracket).map((alternative) => ({ clause, bracket, alternative })),
  )

const placeAfter = (chance: Chance, clauses: readonly Clause[]) => {
  const parent = chance(3) === 0 ? (some(chance, clauses)?.id ?? null) : null
  const orders = [
    ...new Set(clauses.filter((clause) => clause.parent === parent).map(({ order }) => order)),
  ].toSorted()
  const i = chance(orders.length + 1)
  return { parent, order: orderBetween(orders[i - 1] ?? null, orders[i] ?? null) }
}

/** A range of the words of a clause, or of one of its alternatives. */
const wordsTarget = (chance: Chance, clause: Clause) => {
  const { id, wording, passage } = clause
  const within = chance(3) === 0 ? some(chance, liveIn([clause]))?.alternative : undefined
  const ranges = rangesIn(chance, within?.passage ?? passage)
  return { on: 'words', clause: id, wording, ranges, ...(within ? { within: within.id } : {}) }
}

const partyMove = (
  talks: Negotiation,
  seen: readonly Clause[],
  seat: string,
  chance: Chance,
): Move | undefined => {
  const room = 'plenary'
  const agreed = seen.filter((each) => each.agreements.some(({ wording }) => wording === each.wording))
  const clause = some(chance, chance(2) === 0 && agreed.length > 0 ? agreed : seen)
  const live = some(chance, liveIn(seen))
  const on = (kind: string, object: string | undefined, payload: unknown): Move | undefined =>
    object === undefined ? undefined : { seat, room, kind, object, payload }
  switch (chance(10)) {
    case 0:
    case 1:
    case 2: {
      const passage = randomPassage(chance)
      const open = some(chance, openBrackets(seen))
      const target =
        open && chance(2) === 0
          ? { on: 'bracket', clause: open.clause.id, bracket: open.bracket.id }
          : clause && chance(5) > 0
            ? wordsTarget(chance, clause)
            : { on: 'place', ...placeAfter(chance, seen), kind: 'operative' }
      return {
        seat,
        room: `channel-${seat}`,
        kind: 'proposal.make',
        object: talks.fresh(),
        payload: { target, passage },
      }
    }
    case 3:
    case 4:
      return on('clause.support', live?.clause.id, { alternative: live?.alternative.id })
    case 5:
      return on('clause.withdraw', live?.clause.id, { alternative: live?.alternative.id })
    case 6:
      return on('clause.reserve', clause?.id, { id: talks.fresh(), words: { en: 'We reserve.' } })
    case 7:
    case 8:
      return on('clause.agree', clause?.id, {
        wording: clause?.wording,
        degree: chance(3) === 0 ? 'confirmed' : 'ad-referendum',
        under: clause ? anchorageOf(clause, (id) => seen.find((each) => each.id === id)) : [],
        subjectToConformity: chance(2) === 0,
      })
    default:
      return on('clause.reopen', clause?.id, { wording: clause?.wording })
  }
}

const proposalMove = (talks: Negotiation, seen: readonly Clause[], chance: Chance): Move | undefined => {
  const waiting = [...talks.objects.values()].filter(
    ({ kind, state }) => kind === 'proposal' && ['made', 'withdrawn'].includes((state as Proposal).standing),
  )
  const found = some(chance, waiting)
  if (!found) return undefined
  const { target, standing, entered } = found.state as Proposal
  const stands = liveIn(seen).find(({ alternative }) => alternative.id === entered?.alternative)
  const on = { seat: 'mediator', room: found.room, object: found.object }
  if (standing === 'withdrawn')
    return { ...on, kind: 'proposal.take-out', payload: { clause: stands?.clause.id ?? 'none' } }
  return chance(8) === 0
    ? { ...on, kind: 'proposal.return', payload: {} }
    : { ...on, kind: 'proposal.enter', payload: { target } }
}

const structureMove = (talks: Negotiation, seen: readonly Clause[], chance: Chance): Move | undefined => {
  const clause = some(chance, seen)
  const other = some(chance, seen)
  if (!clause) return undefined
  const on = { seat: 'mediator', room: 'plenary', object: clause.id }
  const { wording } = clause
  if (chance(3) === 0) {
    const place = placeAfter(chance, seen)
    const parent = seen.find(({ id }) => id === place.parent)
    const above = parent
      ? [
          parent.id,
          ...anchorageOf(parent, (id) => seen.find((each) => each.id === id)).map((each) => each.clause),
        ]
      : []
    return { ...on, kind: 'clause.move', payload: { ...place, above, wording } }
  }
  if (chance(2) === 0 && other)
    return { ...on, kind: 'clause.merge', payload: { wording, other: other.id, otherWording: other.wording } }
  const at = Object.fromEntries(
    Object.entries(clause.passage).map(([language, content]) => [
      language,
      content === null ? 0 : chance(widthOfContent(content) + 1),
    ]),
  )
  return {
    ...on,
    kind: 'clause.split',
    payload: { wording, at, id: talks.fresh(), order: `${clause.order}V` },
  }
}

const mediatorMove = (talks: Negotiation, seen: readonly Clause[], chance: Chance): Move | undefined => {
  const live = some(chance, liveIn(seen))
  const on = (kind: string, payload: object): Move | undefined =>
    live && { seat: 'mediator', room: 'plenary', kind, object: live.clause.id, payload }
  const alternative = live?.alternative.id
  switch (chance(8)) {
    case 0:
    case 1:
    case 2:
      return proposalMove(talks, seen, chance)
    case 3:
      return on('clause.alternative', {
        bracket: live?.bracket.id,
        alternative: { id: talks.fresh(), passage: randomPassage(chance), sponsors: [], bridge: true },
      })
    case 4:
    case 5:
      return on('clause.adopt', { alternative, wording: live?.clause.wording })
    case 6:
      return chance(2) === 0
        ? on('clause.announce-lapse', { alternative, until: new Date(talks.time + 5_000).toISOString() })
        : on('clause.lapse', { alternative })
    default:
      return structureMove(talks, seen, chance)
  }
}

/** What a seat does next on what it saw; undefined when there is nothing it could do. */
export const nextMove = (
  talks: Negotiation,
  seen: readonly Clause[],
  seat: string,
  chance: Chance,
): Move | undefined => {
  const present = seen.filter(({ standing }) => standing === 'in')
  return seat === 'mediator' ? mediatorMove(talks, present, chance) : partyMove(talks, present, seat, chance)
}
