/** A clause of a version in one language as plain values: what is hashed, and what anyone can read without Parley. */
import type { Language } from '#domain/parties/localised.ts'
import { isMediators, liveAlternatives } from '../bracket.ts'
import type { Clause } from '../clause.ts'
import type { Content, Piece } from '../content.ts'
import { numbersOf } from '../numbering.ts'
import { inReadingOrder, type Text } from '../text.ts'

/** One alternative of an open bracket; `words` is null where it is not yet translated. */
export interface LeafAlternative {
  readonly by: readonly string[]
  readonly bridge?: true | undefined
  readonly words: LeafWords | null
}

/** A run of words, or what stands among them, whole: nothing in a leaf refers to anything outside it. */
export type LeafPiece =
  | string
  | { readonly placeholder: string }
  | { readonly reference: string; readonly words: string }
  | { readonly term: string; readonly words: string }
  | { readonly note: LeafWords | null }
  | { readonly bracket: readonly LeafAlternative[] }

/** Words in order; no run is empty and no two runs are neighbours. */
export type LeafWords = readonly LeafPiece[]

/** One clause of a version in one language. `depth` is how far it is set in; `number` is as printed there. */
export interface Leaf {
  readonly clause: string
  readonly kind: Clause['kind']
  readonly depth: number
  readonly number: string | null
  readonly words: LeafWords | null
}

interface Place {
  readonly clause: Pick<Clause, 'brackets' | 'notes'>
  readonly language: Language
  readonly numbers: ReadonlyMap<string, string>
}

const pieceOf = (piece: Piece, place: Place): LeafPiece => {
  if (typeof piece === 'string') return piece.normalize('NFC')
  if ('placeholder' in piece) return { placeholder: piece.placeholder.normalize('NFC') }
  if ('term' in piece) return { term: piece.term, words: piece.words.normalize('NFC') }
  if ('reference' in piece)
    return {
      reference: piece.reference,
      words: (place.numbers.get(piece.reference) ?? '').replace(/\.$/u, ''),
    }
  if ('note' in piece)
    return { note: wordsOf(place.clause.notes[piece.note]?.[place.language] ?? null, place) }
  const bracket = place.clause.brackets[piece.bracket]
  return {
    bracket: (bracket ? liveAlternatives(bracket) : []).map((each) => ({
      by: each.sponsors,
      ...(isMediators(each) ? { bridge: true as const } : {}),
      words: wordsOf(each.passage[place.language] ?? null, place),
    })),
  }
}

const wordsOf = (content: Content | null, place: Place): LeafWords | null =>
  content === null ? null : content.map((piece) => pieceOf(piece, place))

/** The leaves of a text in one language: a leaf for each clause that is in it, in reading order, Unicode NFC throughout. */
export const leavesOf = (text: Pick<Text, 'clauses'>, language: Language): readonly Leaf[] => {
  const numbers = numbersOf(text, language)
  return inReadingOrder(text).map(({ clause, depth }) => ({
    clause: clause.id,
    kind: clause.kind,
    depth,
    number: numbers.get(clause.id) ?? null,
    words: wordsOf(clause.passage[language] ?? null, { clause, language, numbers }),
  }))
}

/**
 * True when every word of a leaf is there and settled: no bracket, no placeholder, nothing not yet translated, no
 * reference to a clause that is out of the text or has no number.
 */
export const isSettled = (words: LeafWords | null): boolean =>
  words?.every((piece) => {
    if (typeof piece === 'string') return true
    if ('note' in piece) return isSettled(piece.note)
    if ('reference' in piece) return piece.words !== ''
    return !('bracket' in piece || 'placeholder' in piece)
  }) === true

/** Whether every word of these leaves is there and settled in every language. */
export const areClean = (leaves: Readonly<Record<Language, readonly Leaf[]>>): boolean =>
  Object.values(leaves).every((own) => own.length > 0 && own.every(({ words }) => isSettled(words)))

/** The words of a leaf in plain characters, brackets as `[US: shall | RU: should]`, footnotes left out. */
export const plainLeaf = (words: LeafWords | null): string =>
  (words ?? ['…'])
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('placeholder' in piece) return `[${piece.placeholder}]`
      if ('note' in piece) return ''
      if ('words' in piece) return piece.words
      const sides = piece.bracket.map(({ by, bridge, words: said }) => {
        const name = bridge ? 'Mediator: ' : by.length > 0 ? `${by.join(', ')}: ` : ''
        return `${name}${plainLeaf(said)}`
      })
      return `[${sides.join(' | ')}]`
    })
    .join('')
