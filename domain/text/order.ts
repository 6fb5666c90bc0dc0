/** Keys that sort: there is always room for one more clause between two others, and no other clause needs to change. */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const valueAt = (key: string, i: number): number => (i < key.length ? digits.indexOf(key.charAt(i)) : 0)

/** True for a key that can stand in an order: digits and letters, the last of which is not `0`. */
export const isOrder = (key: string): boolean => /^[0-9A-Za-z]{0,200}[1-9A-Za-z]$/.test(key)

/** A key after `before` and before `after`; null stands for the beginning and the end. Throws when they are not in order. */
export const orderBetween = (before: string | null, after: string | null): string => {
  if (before !== null && after !== null && before >= after) throw new Error('order keys are not in order')
  let key = ''
  for (let i = 0; ; i += 1) {
    const low = valueAt(before ?? '', i)
    const high = after?.startsWith(key) ? valueAt(after, i) : digits.length
    if (high - low > 1) return key + digits.charAt(Math.floor((low + high) / 2))
    key += digits.charAt(low)
  }
}

/** Keys for this many clauses, evenly apart, for a text that is entered at once. */
export const orderSpread = (count: number): readonly string[] => {
  const width = Math.max(1, Math.ceil(Math.log(count + 2) / Math.log(digits.length)))
  const step = Math.max(1, Math.floor(digits.length ** width / (count + 1)))
  return Array.from({ length: count }, (_, i) => {
    let rest = (i + 1) * step
    let key = ''
    for (let place = 0; place < width; place += 1) {
      key = digits.charAt(rest % digits.length) + key
      rest = Math.floor(rest / digits.length)
    }
    return key.replace(/0+$/u, '')
  })
}
