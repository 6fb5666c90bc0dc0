/** Words in every authentic language, as they are being written. */

/** Words by language, as they are being written. */
export type Written = Readonly<Record<string, string>>

/** The words trimmed, or null until every language has some. */
export const whole = (written: Written, languages: readonly string[]): Written | null => {
  const trimmed = Object.fromEntries(languages.map((each) => [each, (written[each] ?? '').trim()]))
  return Object.values(trimmed).every((each) => each !== '') ? trimmed : null
}
