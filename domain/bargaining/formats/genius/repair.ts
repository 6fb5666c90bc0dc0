/** Mends what real GENIUS files have wrong and every reader of theirs takes, without moving a line. */

/** A file that a strict reader can take, and how to find a place of it in the file as it was. */
export interface Mended {
  readonly text: string
  /** The column of the file as it was, for a line and a column of the mended text. */
  readonly column: (line: number, column: number) => number
}

/** Comments, CDATA, instructions and whole start tags; whatever else begins with `<` is left to the strict reader. */
const pieces =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[A-Za-z_:](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|&(?!(?:[A-Za-z_:][\w.:-]*|#\d+|#x[\da-fA-F]+);)/g

const spaces = (text: string): string => text.replace(/[^\n\r]/g, ' ')

/** A start tag with its raw `&` escaped and a space between attributes that touch. */
const tag = (text: string): string =>
  text
    .replace(/&(?!(?:[A-Za-z_:][\w.:-]*|#\d+|#x[\da-fA-F]+);)/g, '&amp;')
    .replace(/(=\s*(?:"[^"]*"|'[^']*'))(?=[A-Za-z_:])/g, '$1 ')

const mend = (piece: string): string => {
  if (piece.startsWith('<?xml') && /^<\?xml\s/.test(piece)) return spaces(piece)
  if (piece === '&') return '&amp;'
  return /^<[A-Za-z_:]/.test(piece) ? tag(piece) : piece
}

/** Where each line begins. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Where a line is made longer: after a raw `&`, and between attributes that touch. */
const insertions = /&(?!(?:[A-Za-z_:][\w.:-]*|#\d+|#x[\da-fA-F]+);)|=\s*(?:"[^"]*"|'[^']*')(?=[A-Za-z_:])/g

/** The column of the original line for a column of the mended one. */
const columnBefore = (original: string, column: number): number => {
  let added = 0
  for (const match of original.matchAll(insertions)) {
    if (match.index + match[0].length + added >= column - 1) break
    added += match[0] === '&' ? 'amp;'.length : 1
  }
  return Math.max(1, column - added)
}

/**
 * Blanks out the XML declaration wherever it stands (it may follow a blank line or a comment), escapes a raw `&`, and
 * separates attributes that touch. Everything else stays as it is.
 */
export const mendMarkup = (text: string): Mended => {
  const mended = text.replace(pieces, mend)
  const lines = mended.length === text.length ? [] : text.split('\n')
  return { text: mended, column: (line, column) => columnBefore(lines[line - 1] ?? '', column) }
}

/** Offsets of the start tags of a well-formed file, in document order. */
export const startTags = (text: string): readonly number[] => {
  const found: number[] = []
  for (const match of text.matchAll(pieces)) if (/^<[A-Za-z_:]/.test(match[0])) found.push(match.index)
  return found
}
