/** Exact numbers: whole numbers over whole numbers, so that no rounding decides what anybody could live with. */

/** A rational number in lowest terms; `over` is positive. */
export interface Exact {
  readonly of: bigint
  readonly over: bigint
}

/** The greatest common divisor of two whole numbers; 0 only for two zeros. */
export const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `of / over` in lowest terms. Throws for a zero `over`. */
export const exact = (of: bigint, over = 1n): Exact => {
  if (over === 0n) throw new RangeError('division by zero')
  const common = gcd(of, over) * (over < 0n ? -1n : 1n)
  return { of: of / common, over: over / common }
}

export const zero: Exact = exact(0n)
export const one: Exact = exact(1n)

export const plus = (a: Exact, b: Exact): Exact => exact(a.of * b.over + b.of * a.over, a.over * b.over)
export const minus = (a: Exact, b: Exact): Exact => exact(a.of * b.over - b.of * a.over, a.over * b.over)
export const times = (a: Exact, b: Exact): Exact => exact(a.of * b.of, a.over * b.over)
/** Throws for a zero `b`. */
export const over = (a: Exact, b: Exact): Exact => exact(a.of * b.over, a.over * b.of)

/** Below zero, zero or above zero as `a` is less than, equal to or greater than `b`. */
export const compareExact = (a: Exact, b: Exact): number => {
  const difference = a.of * b.over - b.of * a.over
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const greatest = (values: readonly Exact[]): Exact | undefined =>
  values.reduce<Exact | undefined>(
    (best, each) => (best && compareExact(best, each) >= 0 ? best : each),
    undefined,
  )

export const least = (values: readonly Exact[]): Exact | undefined =>
  values.reduce<Exact | undefined>(
    (best, each) => (best && compareExact(best, each) <= 0 ? best : each),
    undefined,
  )

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/
const fraction = /^([+-]?\d+)\/(\d+)$/
/** The longest number that is read; nothing anybody means needs more digits. */
const longest = 400

/**
 * Reads `12`, `-0.25`, `1e-3` or `1/3` as exactly what it says; undefined for anything else.
 * A number of JavaScript is read as its shortest decimal, which is what was typed if it had at most 15 digits.
 */
export const readExact = (given: string | number): Exact | undefined => {
  const said = String(given).trim()
  if (said.length > longest) return undefined
  const parts = fraction.exec(said)
  if (parts?.[1] && parts[2])
    return BigInt(parts[2]) === 0n ? undefined : exact(BigInt(parts[1]), BigInt(parts[2]))
  const found = decimal.exec(said)
  if (!found) return undefined
  const [, sign, whole = '', after = '', power = '0'] = found
  if (whole === '' && after === '') return undefined
  const digits = BigInt(whole + after) * (sign === '-' ? -1n : 1n)
  const shift = Number(power) - after.length
  return shift >= 0 ? exact(digits * 10n ** BigInt(shift)) : exact(digits, 10n ** BigInt(-shift))
}

/** The nearest double (IEEE 754 binary64), also where both parts are too long for one. */
export const nearest = (value: Exact): number => {
  const [of, over] = [value.of < 0n ? -value.of : value.of, value.over]
  if (of === 0n) return 0
  // 64 bits of quotient and a sticky bit for what is left of it round once, and rightly.
  const shift = BigInt(Math.max(0, 66 + bits(over) - bits(of)))
  const scaled = of << shift
  const quotient = scaled / over
  const sticky = scaled % over === 0n ? 0n : 1n
  // In two steps, for a power of two too small for a double may still make a double of a large number.
  const halves = Number(shift + 1n)
  const first = Math.min(halves, 1_000)
  const size = Number((quotient << 1n) | sticky) * 2 ** -first * 2 ** (first - halves)
  return value.of < 0n ? -size : size
}

/** How many binary digits a number that is not negative has. */
export const bits = (value: bigint): number => {
  const hex = value.toString(16)
  return value === 0n ? 0 : (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)))
}

/** As people write it: a decimal where it ends within 20 places, else `a/b`. */
export const writeExact = (value: Exact): string => {
  let [over, twos, fives] = [value.over, 0, 0]
  for (; over % 2n === 0n; twos++) over /= 2n
  for (; over % 5n === 0n; fives++) over /= 5n
  const places = Math.max(twos, fives)
  if (over !== 1n || places > 20) return `${value.of}/${value.over}`
  const digits = ((value.of < 0n ? -value.of : value.of) * 10n ** BigInt(places)) / value.over
  const said = digits.toString().padStart(places + 1, '0')
  const body = places === 0 ? said : `${said.slice(0, -places)}.${said.slice(-places)}`
  return value.of < 0n ? `-${body}` : body
}
