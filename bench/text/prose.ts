/** Texts made for load: treaty prose in English and Russian, as many pages as wanted, the same at every run. */
import { type Clause, newClause } from '../../domain/text/clause.ts'
import { orderBetween, orderSpread } from '../../domain/text/order.ts'
import type { Text } from '../../domain/text/text.ts'
import { actions, headings, manners, openings, type Phrase, purposes, subjects } from './phrases.ts'

/** A page is about five hundred English words: the heading of an article and seven paragraphs. */
const paragraphsPerPage = 7
const sentencesPerParagraph = 2

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, T. Ettinger). */
const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Chance = ReturnType<typeof chance>

const pick = <T>(list: readonly T[], next: Chance): T => {
  const found = list[Math.floor(next() * list.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

const deadline = (next: Chance): Phrase => {
  const days = 2 + Math.floor(next() * 90)
  return [`not later than ${days} days in advance`, `не позднее чем за ${days} дн.`]
}

/** A sentence as phrases, so that one of them can be reworded. */
type Sentence = readonly Phrase[]

const sentence = (next: Chance): Sentence => [
  pick(openings, next),
  pick(subjects, next),
  pick(actions, next),
  pick(manners, next),
  deadline(next),
  pick(purposes, next),
]

const reworded = (given: Sentence, next: Chance): Sentence => {
  const at = 2 + Math.floor(next() * 4)
  const fresh = [pick(actions, next), pick(manners, next), deadline(next), pick(purposes, next)][at - 2]
  return given.map((phrase, i) => (i === at && fresh ? fresh : phrase))
}

const written = (sentences: readonly Sentence[], language: 0 | 1): string =>
  sentences
    .map((phrases) => {
      const [opening, subject, action, manner, when, purpose] = phrases.map((phrase) => phrase[language])
      return `${opening}, ${subject} ${action} ${manner}, ${when}, ${purpose}.`
    })
    .join(' ')

/** A clause with the sentences it is written from. */
interface Made {
  readonly clause: Clause
  readonly sentences: readonly Sentence[]
}

const worded = (clause: Clause, sentences: readonly Sentence[]): Made => ({
  clause: { ...clause, passage: { en: [written(sentences, 0)], ru: [written(sentences, 1)] } },
  sentences,
})

const paragraph = (id: string, parent: string, order: string, next: Chance): Made =>
  worded(
    newClause({ id, parent, order, kind: 'paragraph', passage: {} }),
    Array.from({ length: sentencesPerParagraph }, () => sentence(next)),
  )

const article = (page: number, order: string, next: Chance): readonly Made[] => {
  const [en, ru] = pick(headings, next)
  const id = `a${page}`
  const head = newClause({ id, order, kind: 'article', passage: { en: [en], ru: [ru] } })
  const orders = orderSpread(paragraphsPerPage)
  return [
    { clause: head, sentences: [] },
    ...orders.map((each, n) => paragraph(`a${page}p${n}`, id, each, next)),
  ]
}

const madeText = (pages: number): readonly Made[] => {
  const next = chance(pages)
  return orderSpread(pages).flatMap((order, page) => article(page, order, next))
}

const textOf = (made: readonly Made[]): Text => ({
  languages: ['en', 'ru'],
  clauses: made.map(({ clause }) => clause),
})

/** A text of so many pages. */
export const textOfPages = (pages: number): Text => textOf(madeText(pages))

/** What was done to a text to make its later version, in clauses. */
export interface Done {
  readonly reworded: number
  readonly removed: number
  readonly added: number
  readonly moved: number
}

/** Two versions of a text, and in what they differ. */
export interface Versions {
  readonly earlier: Text
  readonly later: Text
  readonly done: Done
}

const share = { reworded: 0.08, removed: 0.02, added: 0.02, moved: 0.02 }

/** The paragraphs that something happens to: each at most once. */
const chosen = (made: readonly Made[], next: Chance) => {
  const free = made.filter(({ sentences }) => sentences.length > 0)
  const take = (part: number): readonly Made[] =>
    Array.from({ length: Math.max(1, Math.round(part * made.length)) }, () => {
      const [one] = free.splice(Math.floor(next() * free.length), 1)
      if (!one) throw new Error('no paragraph is left')
      return one
    })
  return {
    reworded: take(share.reworded),
    removed: take(share.removed),
    moved: take(share.moved),
    after: take(share.added),
  }
}

const renamed = ({ clause, sentences }: Made): Made => ({
  clause: { ...clause, id: `z${clause.id}`, parent: clause.parent === null ? null : `z${clause.parent}` },
  sentences,
})

/**
 * A text of so many pages and its later version: eight in a hundred clauses reworded in one phrase of one or two
 * sentences, two removed, two added, two moved into another article; with its numbers computed anew.
 * `ids`: whether the clauses of the later version are known by the same ids.
 */
export const versionsOfPages = (pages: number, ids: 'kept' | 'unknown'): Versions => {
  const earlier = madeText(pages)
  const next = chance(pages + 1_000)
  const touched = chosen(earlier, next)
  const last = Math.max(0, pages - 1)
  const become = new Map<string, readonly Made[]>()
  for (const { clause, sentences } of touched.reworded) {
    const first = Math.floor(next() * sentences.length)
    const also = next() < 0.5 ? first : (first + 1) % sentences.length
    const changed = sentences.map((each, i) => (i === first || i === also ? reworded(each, next) : each))
    become.set(clause.id, [worded({ ...clause, wording: 2 }, changed)])
  }
  for (const { clause } of touched.removed) become.set(clause.id, [])
  for (const { clause, sentences } of touched.moved) {
    const parent = `a${Math.min(last, Math.floor(next() * pages))}`
    become.set(clause.id, [
      { clause: { ...clause, parent, order: `0${1 + Math.floor(next() * 9)}` }, sentences },
    ])
  }
  for (const [n, made] of touched.after.entries()) {
    const { parent, order } = made.clause
    const fresh = paragraph(`n${n}`, parent ?? '', orderBetween(order, null), next)
    become.set(made.clause.id, [made, fresh])
  }
  const later = earlier.flatMap((each) => become.get(each.clause.id) ?? [each])
  return {
    earlier: textOf(earlier),
    later: textOf(ids === 'kept' ? later : later.map(renamed)),
    done: {
      reworded: touched.reworded.length,
      removed: touched.removed.length,
      added: touched.after.length,
      moved: touched.moved.length,
    },
  }
}
