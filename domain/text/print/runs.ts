/** The words of a clause as they are printed: in runs, each of which knows where in the clause it stands. */
import type { Language } from '#domain/parties/localised.ts'
import { type AlternativeStatus, isMediators, liveAlternatives } from '../bracket.ts'
import { chairChoice } from '../chair.ts'
import type { Clause } from '../clause.ts'
import type { Content, Piece } from '../content.ts'
import { plainWords } from '../side.ts'

/** One alternative of a printed bracket. `runs` is null where it is not yet translated, and empty where it deletes. */
export interface PrintedAlternative {
  readonly id: string
  /** Keys of the parties; empty where the rules do not name them. */
  readonly sponsors: readonly string[]
  readonly supporters: readonly string[]
  readonly status: AlternativeStatus
  readonly bridge: boolean
  readonly stood: boolean
  readonly runs: readonly PrintedRun[] | null
}

/** A run of what is printed. `at` is its position in the content it belongs to: the clause's, or an alternative's. */
export type PrintedRun =
  | { readonly kind: 'words'; readonly at: number; readonly words: string }
  /** A reference, a term or a placeholder: printed words that are one position wide. */
  | { readonly kind: 'mark'; readonly at: number; readonly words: string; readonly placeholder: boolean }
  | { readonly kind: 'note'; readonly at: number; readonly number: number; readonly words: string }
  | {
      readonly kind: 'bracket'
      readonly at: number
      readonly id: string
      readonly alternatives: readonly PrintedAlternative[]
    }
  /** A bracket that a clean print leaves out, since nobody has settled it. */
  | { readonly kind: 'open'; readonly at: number }

/** What printing the words of a clause in one language needs to know. */
export interface RunsIn {
  readonly clause: Pick<Clause, 'brackets' | 'notes'>
  readonly language: Language
  readonly numbers: ReadonlyMap<string, string>
  readonly noteNumber: (note: string) => number
  /** The parties for whom brackets are left out, as the chair's text leaves them out; null where they are printed. */
  readonly chairFor: readonly string[] | null
}

const noteWords = ({ clause, language, numbers }: RunsIn, note: string): string => {
  const words = clause.notes[note]?.[language]
  return words ? plainWords(words, numbers) : ''
}

const bracketRuns = (printing: RunsIn, id: string, at: number): readonly PrintedRun[] => {
  const bracket = printing.clause.brackets[id]
  if (!bracket) return []
  const live = liveAlternatives(bracket)
  if (printing.chairFor) {
    const content = chairChoice(bracket, printing.chairFor).alternative?.passage[printing.language]
    return content ? runsOf(content, printing) : [{ kind: 'open', at }]
  }
  const alternatives = live.map((each): PrintedAlternative => {
    const content = each.passage[printing.language] ?? null
    const { sponsors, supporters, status } = each
    const runs = content === null ? null : runsOf(content, printing)
    return { id: each.id, sponsors, supporters, status, bridge: isMediators(each), stood: !!each.stood, runs }
  })
  return [{ kind: 'bracket', at, id, alternatives }]
}

const runsOfPiece = (printing: RunsIn, piece: Piece, at: number): readonly PrintedRun[] => {
  if (typeof piece === 'string') return [{ kind: 'words', at, words: piece }]
  if ('bracket' in piece) return bracketRuns(printing, piece.bracket, at)
  if ('note' in piece) {
    const words = noteWords(printing, piece.note)
    return [{ kind: 'note', at, number: printing.noteNumber(piece.note), words }]
  }
  const words = plainWords([piece], printing.numbers) || '…'
  return [{ kind: 'mark', at, words, placeholder: 'placeholder' in piece }]
}

/** The runs of a content, in order. Positions count as in `content.ts`: a character or a mark is one. */
export const runsOf = (content: Content, printing: RunsIn): readonly PrintedRun[] => {
  let at = 0
  return content.flatMap((piece) => {
    const runs = runsOfPiece(printing, piece, at)
    at += typeof piece === 'string' ? piece.length : 1
    return runs
  })
}
