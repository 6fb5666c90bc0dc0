/** Mends what real GENIUS files have wrong and every reader of theirs takes, without moving a line. */

/** A file that a strict reader can take, and how to find a place of it in the file as it was. */
export interface Mended {
  readonly text: string
  /** The column of the file as it was, for a line and a column of the mended text. */
  readonly column: (line: number, column: number) => number
}

/** Comments, CDATA, instructions and whole start tags; whatever else begins with `<` is left to the strict reader. */
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<[A-Za-z_:](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|&(?!(?:[A-Za-z_:][\w.:-]*|#\d+|#x[\da-fA-F]+);)/g

const rawAnd = /&(?!(?:[A-Za-z_:][\w.:-]*|#\d+|#x[\da-fA-F]+);)/g
const touching = /=\s*(?:"[^"]*"|'[^']*')(?=[A-Za-z_:])/g

const spaces = (text: string): string => text.replace(/[^\n\r]/g, ' ')

/** A start tag with its raw `&` escaped and a space between attributes that touch. */
const tag = (text: string): string => text.replace(rawAnd, '&amp;').replace(touching, '$& ')

const undeclared = (piece: string): string => (/^<\?xml\s/.test(piece) ? spaces(piece) : piece)

const mend = (piece: string): string => {
  if (piece === '&') return '&amp;'
  return /^<[A-Za-z_:]/.test(piece) ? tag(piece) : piece
}

/** Where each line begins. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The column of the original line for a column of the mended one. */
const columnBefore = (original: string, column: number): number => {
  const longer = [
    ...[...original.matchAll(rawAnd)].map((match) => ({ after: match.index + 1, by: 'amp;'.length })),
    ...[...original.matchAll(touching)].map((match) => ({ after: match.index + match[0].length, by: 1 })),
  ].sort((a, b) => a.after - b.after)
  const added = longer.reduce((sum, { after, by }) => (after + sum < column - 1 ? sum + by : sum), 0)
  return Math.max(1, Math.min(column - added, original.length + 1))
}

/**
 * Blanks out the XML declaration wherever it stands (it may follow a blank line or a comment), escapes a raw `&`, and
 * separates attributes that touch. Everything else stays as it is.
 */
export const mendMarkup = (text: string): Mended => {
  // Declarations go first: a start tag can be whole only when one no longer cuts it.
  const mended = text.replace(pieces, undeclared).replace(pieces, mend)
  const lines = text.split('\n')
  return { text: mended, column: (line, column) => columnBefore(lines[line - 1] ?? '', column) }
}

/** Offsets of the start tags of a well-formed file, in document order. */
export const startTags = (text: string): readonly number[] => {
  const found: number[] = []
  for (const match of text.matchAll(pieces)) if (/^<[A-Za-z_:]/.test(match[0])) found.push(match.index)
  return found
}
