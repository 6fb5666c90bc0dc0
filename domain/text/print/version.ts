/** A frozen version as it is printed: from its own leaves, so that paper and hash are of the same words. */
import type { Outcome } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type LeafAlternative, type LeafPiece, type LeafWords, plainLeaf } from '../version/leaf.ts'
import { citeOf, type Leaves, type VersionRecord } from '../version/record.ts'
import { type PrintedCell, type PrintedRow, type PrintedText, type Printing, printedRows } from './printed.ts'
import type { PrintedAlternative, PrintedRun } from './runs.ts'

interface Within {
  readonly clean: boolean
  readonly noteNumber: () => number
}

const alternative = (
  { by, bridge, words }: LeafAlternative,
  id: string,
  within: Within,
): PrintedAlternative => ({
  id,
  sponsors: by,
  supporters: [],
  status: 'proposed',
  bridge: bridge === true,
  // A leaf does not say which words stood before: nobody's that are no bridge did, where others are named.
  stood: by.length === 0 && bridge !== true,
  runs: words === null ? null : runsOf(words, within),
})

const bracketRuns = (
  sides: readonly LeafAlternative[],
  at: number,
  within: Within,
): readonly PrintedRun[] => {
  if (!within.clean) {
    const id = `${at}`
    return [
      {
        kind: 'bracket',
        at,
        id,
        alternatives: sides.map((each, i) => alternative(each, `${at}-${i}`, within)),
      },
    ]
  }
  const bridge = sides.find((each) => each.bridge)
  return bridge?.words ? runsOf(bridge.words, within) : [{ kind: 'open', at }]
}

const runsOfPiece = (piece: LeafPiece, at: number, within: Within): readonly PrintedRun[] => {
  if (typeof piece === 'string') return [{ kind: 'words', at, words: piece }]
  if ('bracket' in piece) return bracketRuns(piece.bracket, at, within)
  if ('note' in piece)
    return [{ kind: 'note', at, number: within.noteNumber(), words: plainLeaf(piece.note) }]
  if ('placeholder' in piece)
    return [{ kind: 'mark', at, words: `[${piece.placeholder}]`, placeholder: true }]
  return [{ kind: 'mark', at, words: piece.words || '…', placeholder: false }]
}

const runsOf = (words: LeafWords, within: Within): readonly PrintedRun[] => {
  let at = 0
  return words.flatMap((piece) => {
    const runs = runsOfPiece(piece, at, within)
    at += typeof piece === 'string' ? piece.length : 1
    return runs
  })
}

/** Footnotes are numbered through each language; the same notes stand in the same order in all. */
const counters = (languages: readonly Language[]): Readonly<Record<Language, () => number>> =>
  Object.fromEntries(
    languages.map((language) => {
      let n = 0
      return [
        language,
        () => {
          n += 1
          return n
        },
      ]
    }),
  )

const rowsOf = (leaves: Leaves, languages: readonly Language[], clean: boolean): readonly PrintedRow[] => {
  const noteNumbers = counters(languages)
  return (leaves[languages[0] ?? ''] ?? []).map(({ clause, kind, depth }, i) => {
    const cell = (language: Language): PrintedCell => {
      const leaf = leaves[language]?.[i]
      const within = { clean, noteNumber: noteNumbers[language] ?? (() => 0) }
      return { number: leaf?.number ?? null, runs: leaf?.words ? runsOf(leaf.words, within) : null }
    }
    const cells = Object.fromEntries(languages.map((language) => [language, cell(language)]))
    return { clause, wording: 0, kind, depth, cells, reservations: [] }
  })
}

/** The version as it is printed, with its citation and its hash; `url` is where anybody can verify it. */
export const printedVersion = (
  {
    record,
    hash,
    leaves,
  }: { readonly record: VersionRecord; readonly hash: string; readonly leaves: Leaves },
  printing: Omit<Printing, 'title' | 'version'>,
  url: string,
): Outcome<PrintedText> =>
  printedRows(
    record.languages,
    { ...printing, title: record.title, version: { cite: citeOf(record.number), hash, url } },
    (languages, clean) => rowsOf(leaves, languages, clean),
  )
