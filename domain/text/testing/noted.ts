/** Clauses with any words and brackets, the same brackets in every language; for property tests. */
import fc from 'fast-check'
import { type Bracket, newAlternative } from '../bracket.ts'
import { type Content, normalContent, type Passage, type Piece } from '../content.ts'

/** Scraps of which hard lines are made. */
export const scrap = fc.constantFrom(
  ...'[ ] | / : ; \\ \\& … , . ( ) \n US RF: us: shall should XX 30 agreed [agreed] [XX] [1] [^1] Alt Alt\u00a01: Option\u00a0B: __ РФ: reserves\u00a0its\u00a0position sic S/RES/2774 no\u00a0text delete US:shall // Note:\u00a0x to\u00a0revert 2774\u00a0(2025) Alt\u00a01\u00a0The see\u00a0b'
    .split(' ')
    .map((each) => each.replaceAll('\u00a0', ' ')),
  ' ',
  '  ',
  '[US: a | RF: b]',
  '[a][b]',
)
/** Names that alternatives are by. */
export const parties = [
  'US',
  'ru',
  'northland',
  'Russian Federation',
  'EU and MS',
  '7',
  'Note',
  'РФ',
  'US text',
]
const someWords = fc.oneof(
  fc.array(scrap, { minLength: 1, maxLength: 6 }).map((list) => list.join('')),
  fc
    .array(fc.constantFrom('shall', 'not', ' ', '30', 'XX', ':', '/', '…'), { minLength: 1, maxLength: 5 })
    .map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)
const sponsors = fc.uniqueArray(fc.constantFrom(...parties), { maxLength: 2 })
const blank = fc
  .oneof(someWords, fc.constantFrom('XX', 'days', 'date', '30', '__ x'))
  .map((name) => ({ placeholder: name.replaceAll('\\&', '').trim() || 'XX' }))

type Noted = readonly (string | { readonly placeholder: string } | NotedBrackets)[]
interface NotedBrackets {
  readonly sides: readonly {
    readonly sponsors: readonly string[]
    readonly bridge: boolean
    readonly words: readonly (Noted | null)[]
  }[]
}
/** Any tree of brackets of this depth: the same tree of brackets in every language, with words of its own in each. */
export const noted = (languages: number, depth: number): fc.Arbitrary<readonly (Noted | null)[]> => {
  const own = fc.array(fc.oneof(someWords, blank), { maxLength: 3 })
  if (depth === 0)
    return fc.array(fc.option(own, { freq: 8 }), { minLength: languages, maxLength: languages })
  const side = fc.record({
    sponsors,
    bridge: fc.boolean(),
    words: fc.oneof(
      { weight: 3, arbitrary: noted(languages, 0) },
      { weight: 1, arbitrary: noted(languages, depth - 1) },
    ),
  })
  const bracket = fc.array(side, { minLength: 1, maxLength: 3 }).map((sides) => ({ sides }))
  return fc
    .record({
      brackets: fc.array(bracket, { maxLength: 3 }),
      words: fc.array(fc.array(own, { minLength: 4, maxLength: 4 }), {
        minLength: languages,
        maxLength: languages,
      }),
    })
    .map(({ brackets, words }) =>
      words.map((runs) => runs.flatMap((run, i): Noted => [...run, ...(brackets[i] ? [brackets[i]] : [])])),
    )
}

/** The languages of such trees. */
export const languages = ['en', 'ru', 'fr']
/** The clause of such a tree, its ids given in the order of reading. */
export const clauseOf = (lines: readonly (Noted | null)[]) => {
  const brackets: Record<string, Bracket> = {}
  let [b, a] = [0, 0]
  const passage = (each: readonly (Noted | null)[]): Passage => {
    const ids = new Map<NotedBrackets, string>()
    for (const piece of each.find((line) => line !== null) ?? [])
      if (typeof piece !== 'string' && 'sides' in piece) {
        b += 1
        const id = `b${b}`
        ids.set(piece, id)
        brackets[id] = { id, alternatives: [] }
        const alternatives = piece.sides.map((side) => {
          a += 1
          const named = `a${a}`
          const bridge = side.bridge ? { bridge: true as const } : {}
          return newAlternative({
            id: named,
            passage: passage(side.words),
            sponsors: side.sponsors,
            ...bridge,
          })
        })
        brackets[id] = { id, alternatives }
      }
    const content = (line: Noted): Content =>
      normalContent(
        line.map(
          (piece): Piece =>
            typeof piece !== 'string' && 'sides' in piece ? { bracket: ids.get(piece) ?? '' } : piece,
        ),
      )
    return Object.fromEntries(
      each.map((line, i) => [languages[i] ?? '', line === null ? null : content(line)]),
    )
  }
  return { passage: passage(lines), brackets }
}
