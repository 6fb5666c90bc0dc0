/** A difference between a private draft and the common text, as a proposal on the common text. */
import type { Clause } from '#domain/text/clause.ts'
import { bracketsIn, type Content, type Passage, type Range, widthOfContent } from '#domain/text/content.ts'
import { missingNote } from '#domain/text/laws.ts'
import type { MakeProposal } from '#domain/text/proposal.ts'
import { choiceOf, resolved } from '#domain/text/text.ts'
import { changeOf, segmentsOf, wholeOf } from './change.ts'

/** The reading of a side, character by character: where in the clause each stands; a bracket is one place. */
interface Reading {
  readonly words: string
  /** Position in the clause of each character, and of the end. */
  readonly places: readonly number[]
  /** Whether the character comes from inside a bracket. */
  readonly inside: readonly boolean[]
}

const isPlain = (content: Content): boolean => content.every((piece) => typeof piece === 'string')

/** Null where other marks than brackets stand among the words. */
const readingOf = (content: Content, clause: Clause, language: string, party: string): Reading | null => {
  const choose = choiceOf(party)
  let words = ''
  const places: number[] = []
  const inside: boolean[] = []
  let at = 0
  for (const piece of content) {
    if (typeof piece === 'string') {
      for (let i = 0; i < piece.length; i += 1) {
        places.push(at + i)
        inside.push(false)
      }
      words += piece
      at += piece.length
      continue
    }
    if (!('bracket' in piece)) return null
    const chosen = resolved([piece], clause.brackets, language, choose)
    if (!isPlain(chosen)) return null
    const said = chosen.join('')
    for (let i = 0; i < said.length; i += 1) {
      places.push(at)
      inside.push(true)
    }
    words += said
    at += 1
  }
  return { words, places: [...places, at], inside }
}

/** A stretch of a reading grown so that it takes in whole brackets. */
const grown = ({ places, inside }: Reading, { from, to }: Range): Range => {
  let [start, end] = [from, to]
  while (start > 0 && inside[start] === true && places[start - 1] === places[start]) start -= 1
  while (end < inside.length && inside[end] === true && places[end] === places[end - 1]) end += 1
  if (from === to && start < from) while (end < inside.length && places[end] === places[start]) end += 1
  return { from: start, to: end }
}

interface Piece {
  readonly range: Range
  readonly words: string
}

const inClause = ({ places }: Reading, { from, to }: Range, width: number): Range => {
  const start = places[from] ?? width
  const last = to > from ? (places[to - 1] ?? width - 1) : null
  return { from: start, to: last === null ? start : last + 1 }
}

/** What changes in one language: a stretch of the clause, and the words of the draft in its place. */
const pieceOf = (reading: Reading, wished: string, width: number): Piece | null => {
  const change = changeOf({ from: 0, words: reading.words }, wished)
  if (!change) return null
  const range = grown(reading, change.range)
  const words = wished.slice(range.from, wished.length - (reading.words.length - range.to))
  return { range: inClause(reading, range, width), words }
}

/** The stretch grown so that it takes in these brackets, with the words that then stand there in the draft. */
const covering = (
  content: Content,
  reading: Reading,
  wished: string,
  piece: Piece | null,
  brackets: ReadonlySet<string>,
): Piece => {
  const width = widthOfContent(content)
  let [from, to] = piece ? [piece.range.from, piece.range.to] : [width, 0]
  let at = 0
  for (const each of content) {
    if (typeof each !== 'string' && 'bracket' in each && brackets.has(each.bracket)) {
      from = Math.min(from, at)
      to = Math.max(to, at + 1)
    }
    at += typeof each === 'string' ? each.length : 1
  }
  const start = reading.places.findIndex((place) => place >= from)
  const before = start < 0 ? reading.words.length : start
  const after = reading.places.findIndex((place) => place >= to)
  const rest = reading.words.length - (after < 0 ? reading.words.length : after)
  return { range: { from, to }, words: wished.slice(before, wished.length - rest) }
}

const coveredBy = (content: Content, { from, to }: Range): readonly string[] => {
  let at = 0
  return content.flatMap((each) => {
    const begin = at
    at += typeof each === 'string' ? each.length : 1
    return typeof each !== 'string' && 'bracket' in each && begin >= from && begin < to ? [each.bracket] : []
  })
}

const longest = (content: Content): Range => {
  const [segment] = segmentsOf(content).toSorted((one, other) => other.words.length - one.words.length)
  return segment ? wholeOf(segment) : { from: 0, to: 0 }
}

interface Side {
  readonly language: string
  readonly content: Content
  readonly reading: Reading
  readonly wished: string
  readonly piece: Piece | null
}

const sidesOf = (common: Clause, draft: Clause, party: string): readonly Side[] | null => {
  const sides: Side[] = []
  for (const [language, content] of Object.entries(common.passage)) {
    const written = draft.passage[language] ?? null
    if (content === null || written === null) continue
    const reading = readingOf(content, common, language, party)
    if (!reading || !isPlain(written)) return null
    const wished = written.join('')
    const piece = pieceOf(reading, wished, widthOfContent(content))
    sides.push({ language, content, reading, wished, piece })
  }
  return sides
}

const spanning = (sides: readonly Side[]): ReadonlyMap<string, Piece> => {
  let brackets = new Set<string>()
  for (;;) {
    const pieces = new Map(
      sides.map(({ language, content, reading, wished, piece }) => [
        language,
        piece || brackets.size > 0 ? covering(content, reading, wished, piece, brackets) : null,
      ]),
    )
    const covered = new Set(
      sides.flatMap(({ language, content }) => {
        const piece = pieces.get(language)
        return piece ? coveredBy(content, piece.range) : []
      }),
    )
    if (covered.size === brackets.size) {
      const whole = sides.map(({ language, content, reading, wished }) => {
        const piece = pieces.get(language)
        if (piece) return [language, piece] as const
        // The language says the same: its words stand in both alternatives.
        const range = longest(content)
        const from = reading.places.indexOf(range.from)
        return [language, { range, words: wished.slice(from, from + range.to - range.from) }] as const
      })
      return new Map(whole)
    }
    brackets = covered
  }
}

/**
 * The proposal that would give the common text the words of the draft, as its side reads it: the least stretch that
 * differs, the same brackets in every language. Null where nothing differs, or where it has to be written by hand.
 */
export const proposalFromDraft = (common: Clause, draft: Clause, party: string): MakeProposal | null => {
  if (Object.keys(draft.brackets).length > 0) return null
  const sides = sidesOf(common, draft, party)
  if (!sides?.some(({ piece }) => piece !== null)) return null
  const pieces = spanning(sides)
  const passage: Passage = Object.fromEntries(
    Object.keys(common.passage).map((language) => {
      const words = pieces.get(language)?.words
      return [language, words === undefined ? null : words === '' ? [] : [words]]
    }),
  )
  const ranges = Object.fromEntries(
    Object.keys(common.passage).map((language) => [language, pieces.get(language)?.range ?? null]),
  )
  const [only, ...others] = new Set(
    sides.map(({ language, content }) => {
      const range = ranges[language]
      return range && range.to - range.from === 1 ? (coveredBy(content, range)[0] ?? '') : ''
    }),
  )
  const target =
    only && others.length === 0
      ? { on: 'bracket' as const, clause: common.id, bracket: only }
      : { on: 'words' as const, clause: common.id, wording: common.wording, ranges }
  return { target, passage }
}

/**
 * A clause that the common text does not have, as a proposal; null where it hangs on one that is not there either, and
 * where it has brackets or footnotes, which no new clause brings along.
 */
export const proposalOfNew = (draft: Clause, common: readonly Clause[]): MakeProposal | null => {
  const { parent, order, kind, passage } = draft
  if (parent !== null && !common.some(({ id }) => id === parent)) return null
  const marked = Object.values(passage).some((content) => content && bracketsIn(content).length > 0)
  return marked || missingNote({ notes: {} }, [passage]) !== null
    ? null
    : { target: { on: 'place', parent, order, kind }, passage }
}
