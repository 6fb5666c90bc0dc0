/** Words on a page: what would be markup is written out. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words as they may stand in a page or in a quoted attribute: the reader sees every character, nothing acts. */
export const escapedHtml = (words: string): string =>
  words.replace(/[&<>"']/g, (char) => entities[char] ?? char)
