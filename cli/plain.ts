/** Words of others as a terminal may show them: what would steer it is written out. */

const written = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

/** One line with every control character (C0, DEL, C1) written out, as `\u001b`. */
export const plainLine = (text: string): string => text.replace(/\p{Cc}/gu, written)

/** The same for words of several lines. */
export const plainLines = (text: string): string => text.split('\n').map(plainLine).join('\n')
