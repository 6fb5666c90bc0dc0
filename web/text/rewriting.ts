/** A proposal in the making: for each language a stretch of what was seen, and the words one would have there. */
import type { Clause } from '#domain/text/clause.ts'
import {
  bracketsIn,
  type Content,
  type Passage,
  type Range,
  replaceRange,
  sliceContent,
  widthOfContent,
} from '#domain/text/content.ts'
import type { Target } from '#domain/text/proposal.ts'
import { wordsIn } from '#domain/text/words.ts'
import { type Change, changeOf, type Segment, segmentsOf, wholeOf } from './change.ts'
import { type Picked, pickedFrom } from './picking.ts'

/** What one would have in a language. `marked`: the words meant there while they are not yet translated. */
export interface Rewrite {
  readonly range: Range
  readonly wished: string
  readonly marked?: Range | undefined
}

/** A proposal in the making, on the words that were seen. */
export interface Draft {
  readonly seen: Pick<Clause, 'passage' | 'brackets' | 'wording'>
  readonly within: string | null
  readonly rewrites: Readonly<Record<string, Rewrite | null>>
}

const isWord = (piece: Content[number]): piece is string => typeof piece === 'string'

/** The words of a stretch that holds nothing but words; null where a mark stands in it. */
export const plainIn = (content: Content, range: Range): string | null => {
  const slice = sliceContent(content, range)
  return slice.every(isWord) ? slice.join('') : null
}

const beginning = (content: Content, range: Range): Rewrite => ({
  range,
  wished: plainIn(content, range) ?? '',
})

/** The segment around a range that holds words alone. */
const segmentAround = (content: Content, range: Range): Segment | undefined =>
  segmentsOf(content).find(({ from, words }) => from <= range.from && range.to <= from + words.length)

const bracketsBefore = (content: Content, at: number): number =>
  bracketsIn(sliceContent(content, { from: 0, to: at })).length

/** The longest run of words after as many brackets as there are before the segment chosen in another language. */
const counterpart = (content: Content, brackets: number): Segment => {
  const there = segmentsOf(content).filter(
    ({ from }) => bracketsBefore(content, from) === Math.min(brackets, bracketsIn(content).length),
  )
  const [longest] = there.toSorted((one, other) => other.words.length - one.words.length)
  return longest ?? { from: 0, words: '' }
}

/** From the first to the last of these brackets. */
const spanOf = (content: Content, brackets: readonly string[]): Range | null => {
  let at = 0
  const places: number[] = []
  for (const piece of content) {
    if (!isWord(piece) && 'bracket' in piece && brackets.includes(piece.bracket)) places.push(at)
    at += isWord(piece) ? piece.length : 1
  }
  const [first, last] = [places[0], places.at(-1)]
  return places.length === brackets.length && first !== undefined && last !== undefined
    ? { from: first, to: last + 1 }
    : null
}

const firstWords = (content: Content): Segment =>
  segmentsOf(content).find(({ words }) => words.trim() !== '') ?? { from: 0, words: '' }

/** The draft that a form opens with: the sentence around what was picked, or the first words there are. */
export const beginDraft = (clause: Clause, languages: readonly string[], picked?: Picked): Draft => {
  const within = picked?.within ?? null
  const contentIn = (language: string) => pickedFrom(clause, { language, within })
  const source = picked ? contentIn(picked.language) : null
  const around = source && picked ? segmentAround(source, picked.range) : undefined
  const spanned = source && picked && !around ? bracketsIn(sliceContent(source, picked.range)) : []
  const index = source && around ? bracketsBefore(source, around.from) : 0
  const rangeIn = (language: string, content: Content): Range => {
    if (!picked) return wholeOf(firstWords(content))
    if (spanned.length > 0)
      return language === picked.language
        ? picked.range
        : (spanOf(content, spanned) ?? { from: 0, to: widthOfContent(content) })
    if (around && language === picked.language) return wholeOf(around)
    return wholeOf(counterpart(content, index))
  }
  const rewrites = Object.fromEntries(
    languages.map((language) => {
      const content = contentIn(language)
      return [language, content === null ? null : beginning(content, rangeIn(language, content))]
    }),
  )
  const { passage, brackets, wording } = clause
  return { seen: { passage, brackets, wording }, within, rewrites }
}

/** The draft with the picked words taken out: what "bracket these words" begins with. */
export const withoutPicked = (draft: Draft, picked: Picked): Draft => {
  const rewrite = draft.rewrites[picked.language]
  if (!rewrite) return draft
  const [from, to] = [picked.range.from - rewrite.range.from, picked.range.to - rewrite.range.from]
  const wished = `${rewrite.wished.slice(0, from)}${rewrite.wished.slice(to)}`.replace(/ {2,}/gu, ' ')
  return { ...draft, rewrites: { ...draft.rewrites, [picked.language]: { ...rewrite, wished } } }
}

/** What changes in one language: a range and its new words; null while the words are as they were seen. */
export const changeIn = (content: Content, { range, wished }: Rewrite): Change | null => {
  const words = plainIn(content, range)
  if (words !== null) return changeOf({ from: range.from, words }, wished)
  const said = wished.replace(/\s+/gu, ' ').trim().normalize('NFC')
  return { range, content: said === '' ? [] : [said] }
}

/** The ranges and words to be proposed; null while nothing is different in any language. */
export const proposalOf = (
  draft: Draft,
): { readonly ranges: Readonly<Record<string, Range | null>>; readonly passage: Passage } | null => {
  const ranges: Record<string, Range | null> = {}
  const passage: Record<string, Content | null> = {}
  let changed = false
  for (const [language, rewrite] of Object.entries(draft.rewrites)) {
    const content = pickedFrom(draft.seen, { language, within: draft.within })
    const change = content && rewrite ? changeIn(content, rewrite) : null
    changed ||= change !== null
    ranges[language] = change?.range ?? rewrite?.marked ?? rewrite?.range ?? null
    passage[language] = change?.content ?? null
  }
  return changed ? { ranges, passage } : null
}

/** The content as it would read with the change. */
export const wishedContent = (content: Content, rewrite: Rewrite): Content => {
  const change = changeIn(content, rewrite)
  return change ? replaceRange(content, change.range, change.content) : content
}

const tail = (words: string, n: number): string => wordsIn(words).slice(-n).join('')
const head = (words: string, n: number): string => wordsIn(words).slice(0, n).join('')

/** Every place in the segments where the words stand. */
const placesOf = (segments: readonly Segment[], words: string) =>
  segments.flatMap((segment) => {
    const found: { segment: Segment; at: number }[] = []
    for (let at = segment.words.indexOf(words); at >= 0; at = segment.words.indexOf(words, at + 1)) {
      found.push({ segment, at })
      if (words === '') break
    }
    return found
  })

/**
 * Where a stretch of the words that were seen stands now: its words exactly once, with as much of what stood around them
 * as is needed to tell. Null where they are gone, or stand in several places.
 */
export const rangeAnew = (seen: Content, now: Content, range: Range): Range | null => {
  const around = segmentAround(seen, range)
  if (plainIn(seen, range) === null || !around) return spanOf(now, bracketsIn(sliceContent(seen, range)))
  const [from, to] = [range.from - around.from, range.to - around.from]
  const old = around.words.slice(from, to)
  for (let n = 9; n >= 0; n -= 1) {
    const before = tail(around.words.slice(0, from), n)
    const after = head(around.words.slice(to), n)
    if (before + old + after === '') continue
    const [place, other] = placesOf(segmentsOf(now), before + old + after)
    if (!place || other) continue
    const at = place.segment.from + place.at + before.length
    return { from: at, to: at + old.length }
  }
  return null
}

/** The same wish on words that have changed since, where the words it replaces still stand; else null. */
export const placeAnew = (seen: Content, now: Content, rewrite: Rewrite): Rewrite | null => {
  const change = plainIn(seen, rewrite.range) === null ? null : changeIn(seen, rewrite)
  const range = rangeAnew(seen, now, change?.range ?? rewrite.range)
  if (!range || plainIn(now, range) === null) return range && { ...rewrite, range }
  const segment = segmentAround(now, range) ?? { from: range.from, words: '' }
  const [from, to] = [range.from - segment.from, range.to - segment.from]
  const fresh = change ? change.content.join('') : segment.words.slice(from, to)
  return { range: wholeOf(segment), wished: segment.words.slice(0, from) + fresh + segment.words.slice(to) }
}

/** The whole draft on the clause as it is now, and the languages whose words are no longer there to be replaced. */
export const draftAnew = (
  draft: Draft,
  clause: Clause,
): { readonly draft: Draft; readonly lost: readonly string[] } => {
  const languages = Object.keys(draft.rewrites)
  const fresh = beginDraft(clause, languages)
  const lost: string[] = []
  const rewrites = Object.fromEntries(
    languages.map((language) => {
      const rewrite = draft.rewrites[language]
      const place = { language, within: draft.within }
      const [seen, now] = [pickedFrom(draft.seen, place), pickedFrom(clause, place)]
      if (!rewrite || !seen) return [language, fresh.rewrites[language] ?? null]
      const anew = now && placeAnew(seen, now, rewrite)
      if (anew) return [language, anew]
      lost.push(language)
      return [language, fresh.rewrites[language] ?? null]
    }),
  )
  const within = lost.length > 0 ? null : draft.within
  const kept = lost.length > 0 && draft.within !== null ? fresh.rewrites : rewrites
  return { draft: { ...fresh, within, rewrites: kept }, lost }
}

type OnWords = Extract<Target, { on: 'words' }>

/** The same target on the clause as it is now; null where in some language its words are gone or not to be told apart. */
export const targetAnew = (seen: Clause, now: Clause, target: OnWords): OnWords | null => {
  const ranges: Record<string, Range | null> = {}
  for (const [language, range] of Object.entries(target.ranges)) {
    const place = { language, within: target.within ?? null }
    const [before, after] = [pickedFrom(seen, place), pickedFrom(now, place)]
    if (range === null || before === null || after === null) {
      ranges[language] = after === null ? null : range
      continue
    }
    const anew = rangeAnew(before, after, range)
    if (!anew) return null
    ranges[language] = anew
  }
  return { ...target, wording: now.wording, ranges }
}
