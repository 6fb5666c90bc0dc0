/** What somebody changed in a cell, in characters of the cell as Parley printed it. */
import { hunksBetween, interner, wordsIn } from '../words.ts'
import { cellText, type WordCell } from './cell.ts'
import { type ReadPiece, wordsAfter, wordsBefore } from './document.ts'
import { wordsDigest } from './marks.ts'

/** Other words in the place of a stretch of a cell; `from` and `to` are the same where words are only put in. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly words: string
}

/** The edits of a cell, in order and apart from each other; those that hit words which have changed since are lost. */
export interface CellEdits {
  readonly edits: readonly Edit[]
  /** Edits on words that are no longer those of the file, in the characters of the file. */
  readonly lost: readonly { readonly stood: string; readonly words: string }[]
  /** `tracked`: exactly as marked in the file; `compared`: found by comparison, for not all was marked. */
  readonly how: 'tracked' | 'compared'
}

/** The edits that are marked in the pieces, in characters of the words before. */
export const trackedEdits = (pieces: readonly ReadPiece[]): readonly Edit[] => {
  const edits: Edit[] = []
  let at = 0
  let open: Edit | null = null
  for (const { text, state } of pieces) {
    if (state === 'kept') {
      if (open) edits.push(open)
      open = null
      at += text.length
      continue
    }
    const before: Edit = open ?? { from: at, to: at, words: '' }
    if (state === 'deleted') at += text.length
    open = state === 'deleted' ? { ...before, to: at } : { ...before, words: before.words + text }
  }
  return open ? [...edits, open] : edits
}

/** The edits that make one text of another, in whole words. */
export const comparedEdits = (before: string, after: string): readonly Edit[] => {
  const intern = interner()
  const [one, other] = [wordsIn(before), wordsIn(after)]
  const starts = [0]
  for (const token of one) starts.push((starts.at(-1) ?? 0) + token.length)
  return hunksBetween(intern(one), intern(other)).map((hunk) => ({
    from: starts[hunk.before[0]] ?? 0,
    to: starts[hunk.before[1]] ?? 0,
    words: other.slice(...hunk.after).join(''),
  }))
}

/** Carries edits over to a text that differs by the drift; what the drift has touched is lost. */
const carried = (
  edits: readonly Edit[],
  drift: readonly Edit[],
): { readonly edits: readonly Edit[]; readonly lost: readonly Edit[] } => {
  const lost: Edit[] = []
  const over = edits.flatMap((edit) => {
    const touched = drift.some(
      ({ from, to }) => (from < edit.to && edit.from < to) || (from === edit.from && to === edit.to),
    )
    if (touched) {
      lost.push(edit)
      return []
    }
    const shift = drift
      .filter(({ to }) => to <= edit.from)
      .reduce((sum, { from, to, words }) => sum + words.length - (to - from), 0)
    return [{ ...edit, from: edit.from + shift, to: edit.to + shift }]
  })
  return { edits: over, lost }
}

/** Whether a drift touches no words of the negotiators: then it is of numbers and names, which Parley prints. */
const isOfForm = (cell: WordCell, drift: readonly Edit[]): boolean => {
  const shifted: { from: number; to: number }[] = []
  let by = 0
  for (const { from, to, words } of drift) {
    shifted.push({ from: from + by, to: from + by + words.length })
    by += words.length - (to - from)
  }
  let at = 0
  return cell.pieces.every(({ text, role }) => {
    const [start, end] = [at, at + text.length]
    at = end
    return role !== 'words' || !shifted.some(({ from, to }) => from < end && to > start)
  })
}

const without = (lost: readonly Edit[], before: string): CellEdits['lost'] =>
  lost.map(({ from, to, words }) => ({ stood: before.slice(from, to), words }))

/** What the file says of the words it was written with; null where nothing is known of it. */
export interface Origin {
  readonly wording: number | null
  /** `wordsDigest` of what the cell printed. */
  readonly printed: string | null
}

/**
 * The edits of a cell of a clause in this wording. Where the words before any change are those that Parley prints now,
 * they are exactly those marked in the file. Where they are those the file was written with, marked edits are carried
 * over to what is printed now. Otherwise somebody changed words without marking it, and the edits are found by
 * comparison; on a wording that is no longer the clause's that cannot be done, and all its words are lost.
 */
export const editsOf = (
  cell: WordCell,
  pieces: readonly ReadPiece[],
  wording: number,
  origin: Origin,
): CellEdits => {
  const [now, before] = [cellText(cell), wordsBefore(pieces)]
  if (now === before) return { edits: trackedEdits(pieces), lost: [], how: 'tracked' }
  const drift = comparedEdits(before, now)
  const intact = origin.printed === null ? isOfForm(cell, drift) : wordsDigest(before) === origin.printed
  if (intact) {
    const { edits, lost } = carried(trackedEdits(pieces), drift)
    return { edits, lost: without(lost, before), how: 'tracked' }
  }
  const after = wordsAfter(pieces)
  if (origin.wording === null || origin.wording === wording)
    return { edits: comparedEdits(now, after), lost: [], how: 'compared' }
  return { edits: [], lost: [{ stood: before, words: after }], how: 'compared' }
}

/** The text with edits made to it. */
export const withEdits = (text: string, edits: readonly Edit[]): string => {
  let at = 0
  let made = ''
  for (const { from, to, words } of edits) {
    made += text.slice(at, from) + words
    at = to
  }
  return made + text.slice(at)
}
