/** To whose words an edit in a cell belongs: the clause's own, those of one alternative, or nobody's. */
import { type CellBracket, type CellPiece, noteSign, type WordCell } from './cell.ts'
import type { Edit } from './edits.ts'

/** An edit on a content: `host` is the alternative, null for the clause's own words; positions as in `content.ts`. */
export interface HostEdit {
  readonly host: string | null
  readonly from: number
  readonly to: number
  readonly words: string
}

/** Why an edit is on no content. */
export type Unhosted = 'number' | 'sign' | 'untranslated' | 'footnote'

/** Where an edit belongs: on a content, as a further alternative in a bracket, or nowhere. */
export type Belonging =
  | ({ readonly kind: 'edit' } & HostEdit)
  | { readonly kind: 'alternative'; readonly bracket: string; readonly words: string }
  | { readonly kind: 'none'; readonly why: Unhosted; readonly stood: string; readonly words: string }

interface Placed extends CellPiece {
  readonly from: number
  readonly to: number
}

const placed = ({ pieces }: WordCell): readonly Placed[] => {
  let at = 0
  return pieces.map((piece) => {
    const from = at
    at += piece.text.length
    return { ...piece, from, to: at }
  })
}

const unhosted = (piece: CellPiece | undefined): Unhosted =>
  piece?.sign === 'number'
    ? 'number'
    : piece?.sign === 'none' && piece.bracket === undefined
      ? 'untranslated'
      : 'sign'

/** Somebody has typed ` | other words` where an alternative ends: a further one in the same bracket. */
const further = (cell: WordCell, pieces: readonly Placed[], { from, words }: Edit): Belonging | null => {
  if (!/^\s*\|\s*\S/u.test(words) || words.trim().slice(1).includes('|')) return null
  const ends = pieces.find(({ from: at, sign }) => at === from && (sign === 'bar' || sign === 'close'))
  if (ends?.bracket === undefined || !cell.brackets.some(({ bracket }) => bracket === ends.bracket))
    return null
  return { kind: 'alternative', bracket: ends.bracket, words: words.replace(/^\s*\|\s*/u, '').trimEnd() }
}

const inserted = (cell: WordCell, pieces: readonly Placed[], edit: Edit): Belonging => {
  const { from: at, words } = edit
  const alternative = further(cell, pieces, edit)
  if (alternative) return alternative
  const words_ = pieces.filter(({ role, from, to }) => role === 'words' && from <= at && at <= to)
  const host =
    words_.find(({ from, to }) => from < at && at < to) ??
    words_.find(({ from, to }) => to > from) ??
    words_[0]
  if (host) {
    const position = host.at + (at - host.from)
    return { kind: 'edit', host: host.host, from: position, to: position, words }
  }
  const inside = pieces.find(({ from, to }) => from < at && at < to) ?? pieces.find(({ from }) => from === at)
  if (inside?.role === 'mark') {
    const whole = inside.text.slice(0, at - inside.from) + words + inside.text.slice(at - inside.from)
    return { kind: 'edit', host: inside.host, from: inside.at, to: inside.at + 1, words: whole }
  }
  return { kind: 'none', why: unhosted(inside ?? pieces.at(-1)), stood: '', words }
}

/** The bracket of this host in which a piece stands, and whether the edit takes the whole of it. */
const bracketAround = (
  brackets: readonly CellBracket[],
  host: string | null,
  piece: Placed,
): CellBracket | undefined =>
  brackets.find((each) => each.host === host && each.from <= piece.from && piece.to <= each.to)

/** The positions that a stretch of characters takes in one content; null when it goes over its edge. */
const stretchIn = (
  cell: WordCell,
  touched: readonly Placed[],
  host: string | null,
  { from, to }: Edit,
): { readonly from: number; readonly to: number } | null => {
  let [first, last] = [Number.POSITIVE_INFINITY, -1]
  for (const piece of touched) {
    const own = piece.role !== 'sign' && piece.host === host
    const bracket = own ? undefined : bracketAround(cell.brackets, host, piece)
    if (!own && !(bracket && bracket.from >= from && bracket.to <= to)) return null
    const start =
      own && piece.role === 'words' ? piece.at + Math.max(0, from - piece.from) : (bracket ?? piece).at
    const end =
      own && piece.role === 'words'
        ? piece.at + Math.min(piece.to, to) - piece.from
        : (bracket ?? piece).at + 1
    first = Math.min(first, start)
    last = Math.max(last, end)
  }
  return last < 0 ? null : { from: first, to: last }
}

/** A mark that is taken out in part leaves the rest of what it printed as words. */
const restOfMarks = (
  touched: readonly Placed[],
  host: string | null,
  { from, to }: Edit,
): readonly [string, string] => {
  const mark = (piece: Placed | undefined): Placed | undefined =>
    piece?.role === 'mark' && piece.host === host ? piece : undefined
  const [first, last] = [mark(touched[0]), mark(touched.at(-1))]
  return [
    first ? first.text.slice(0, Math.max(0, from - first.from)) : '',
    last ? last.text.slice(Math.max(0, to - last.from)) : '',
  ]
}

const replaced = (cell: WordCell, pieces: readonly Placed[], edit: Edit): Belonging => {
  const touched = pieces.filter(({ from, to }) => from < edit.to && to > edit.from)
  const stood = touched
    .map(({ text, from }) => text.slice(Math.max(0, edit.from - from), edit.to - from))
    .join('')
  const hosts = new Set([touched[0]?.host ?? null, touched.at(-1)?.host ?? null, null])
  for (const host of hosts) {
    const stretch = stretchIn(cell, touched, host, edit)
    if (!stretch) continue
    const [before, after] = restOfMarks(touched, host, edit)
    return { kind: 'edit', host, ...stretch, words: before + edit.words + after }
  }
  const why = unhosted(touched.find(({ role }) => role === 'sign'))
  return { kind: 'none', why, stood, words: edit.words }
}

/** The number of a clause is computed: an edit that takes all of it and more is one of the words after it. */
const afterNumber = (pieces: readonly Placed[], edit: Edit): Edit => {
  const [number] = pieces
  const takes = number?.sign === 'number' && edit.from === 0 && edit.to > number.to
  return takes ? { ...edit, from: number.to, words: edit.words.replace(/^[^\t]{0,16}\t/u, '') } : edit
}

/** Whether an edit changes what a mark prints, rather than words beside it. */
const changes = ({ from, to }: Edit, mark: Placed): boolean =>
  from === to ? mark.from < from && from < mark.to : from < mark.to && to > mark.from

/** Edits inside one mark are one edit: a mark is one position and cannot be changed in two places. */
const mergedInMarks = (pieces: readonly Placed[], edits: readonly Edit[]): readonly Edit[] => {
  const marks = pieces.filter(({ role }) => role === 'mark')
  const merged: Edit[] = []
  for (const edit of edits) {
    const last = merged.at(-1)
    if (!last || !marks.some((mark) => changes(last, mark) && changes(edit, mark))) {
      merged.push(edit)
      continue
    }
    const between = pieces
      .map(({ text, from }) => text.slice(Math.max(0, last.to - from), Math.max(0, edit.from - from)))
      .join('')
    merged[merged.length - 1] = { from: last.from, to: edit.to, words: last.words + between + edit.words }
  }
  return merged
}

/** Where each edit of a cell belongs. A footnote's mark that somebody put in is nowhere: its words stand elsewhere. */
export const belongings = (cell: WordCell, edits: readonly Edit[]): readonly Belonging[] => {
  const pieces = placed(cell)
  return mergedInMarks(pieces, edits).map((marked) => {
    const edit = afterNumber(pieces, marked)
    const found = edit.from === edit.to ? inserted(cell, pieces, edit) : replaced(cell, pieces, edit)
    if (found.kind === 'none' || !found.words.includes(noteSign)) return found
    const words = found.words.replaceAll(noteSign, '')
    return words === '' && edit.from === edit.to
      ? { kind: 'none', why: 'footnote', stood: '', words }
      : { ...found, words }
  })
}
