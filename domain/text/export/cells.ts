/** One cell of a table for spreadsheet programs. */

/** A spreadsheet program would take these for the beginning of a formula; an apostrophe says that they are words. */
const defused = (words: string): string => (/^[\s]*[=+\-@|\t\r＝＋－＠]/u.test(words) ? `'${words}` : words)

/** Words as a cell (RFC 4180), quoted where it has to be; it cannot act as a formula. */
export const cell = (words: string): string => {
  const safe = defused(words)
  return /[",\r\n;]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
