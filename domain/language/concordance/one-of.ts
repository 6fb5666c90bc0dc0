/** Lists of words and phrases as one pattern. */

/**
 * A pattern for any of the alternatives as whole words, in lower case. They are written over several lines that end
 * in `|`; the breaks and the spaces around them are not part of the pattern, and a backslash is one.
 */
export const oneOf = ({ raw }: TemplateStringsArray): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${raw
      .join('')
      .trim()
      .replace(/\s*\n\s*/gu, '')})(?!\\p{L})`,
    'gu',
  )
