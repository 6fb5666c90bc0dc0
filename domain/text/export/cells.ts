/** Tables for spreadsheet programs. */

/** A spreadsheet program would take these for the beginning of a formula; an apostrophe says that they are words. */
const defused = (words: string): string => (/^[\s]*[=+\-@|\t\r＝＋－＠]/u.test(words) ? `'${words}` : words)

/** Words as a cell (RFC 4180), quoted where it has to be; it cannot act as a formula. */
export const cell = (words: string): string => {
  const safe = defused(words)
  return /[",\r\n;]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a table (RFC 4180, lines end in CR LF, UTF-8 with a byte order mark, by which spreadsheet programs know it). */
export const asCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
