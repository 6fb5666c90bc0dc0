/** Lists of words and phrases as one pattern. */

/**
 * A pattern for any of the alternatives as whole words, in lower case. They are written over several lines that end
 * in `|`; the breaks and the spaces around them are not part of the pattern.
 */
export const oneOf = (alternatives: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives.trim().replace(/\s*\n\s*/gu, '')})(?!\\p{L})`, 'gu')
