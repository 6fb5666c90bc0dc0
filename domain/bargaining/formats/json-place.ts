/** JSON of others, taken apart member by member; whatever is wrong is said with its place as a JSON Pointer (RFC 6901). */
import { done, type Outcome, type Refusal, refuse } from '../../outcome.ts'
import type { Json } from '../../record/canonical.ts'
import { readJson, within } from '../../record/json-lines.ts'

/** Thrown inside a reader and caught at its door: the refusal to give. */
class Misfit extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** A value and the place where it stands. */
export interface Placed {
  readonly value: Json | undefined
  readonly place: string
}

/** Says that here stands something else than what is wanted. Never returns. */
export const misfit = ({ place }: Placed, code: string, facts: Refusal['facts'] = {}): never => {
  throw new Misfit({ code, facts: { place: place === '' ? '/' : place, ...facts } })
}

/** Reads a JSON text with a reader that may find a misfit; the refusal says what was wanted, and at which place. */
export const readPlaced = <T>(text: string, read: (root: Placed) => T): Outcome<T> => {
  let value: Json
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch {
    const scanned = readJson(text)
    return refuse('conflict.not-json', { line: 'broken' in scanned ? scanned.broken : 1 })
  }
  try {
    return done(read({ value, place: '' }))
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, refusal: error.refusal }
    throw error
  }
}

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether here is an object. */
export const isTable = ({ value }: Placed): boolean => isObject(value)

/** Whether here is a list. */
export const isList = ({ value }: Placed): boolean => Array.isArray(value)

/** The member of an object; its value is undefined when there is none. */
export const member = (at: Placed, name: string): Placed => {
  if (!isObject(at.value)) return misfit(at, 'conflict.want-object')
  return {
    value: Object.hasOwn(at.value, name) ? at.value[name] : undefined,
    place: within(at.place, name),
  }
}

/** Whether nothing is here. */
export const isAbsent = ({ value }: Placed): boolean => value === undefined || value === null

/** The items of a list. */
export const items = (at: Placed): readonly Placed[] => {
  if (!Array.isArray(at.value)) return misfit(at, 'conflict.want-list')
  return at.value.map((value: Json, i) => ({ value, place: within(at.place, `${i}`) }))
}

/** The items of a list that may be left out. */
export const itemsIfAny = (at: Placed): readonly Placed[] => (isAbsent(at) ? [] : items(at))

/** A text. */
export const words = (at: Placed): string =>
  typeof at.value === 'string' ? at.value : misfit(at, 'conflict.want-text')

/** A name; a number is read as one, and when there is none this one is taken. */
export const label = (at: Placed, unnamed: string): string =>
  isAbsent(at) ? unnamed : typeof at.value === 'number' ? `${at.value}` : words(at)

/** A whole number from one bound to another, both included; a text of digits, as old files have them, is read too. */
export const whole = (at: Placed, least: number, most: number): number => {
  const digits = typeof at.value === 'string' && /^[0-9]{1,9}$/.test(at.value.trim())
  const value = digits ? Number(at.value) : at.value
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : misfit(at, 'conflict.want-number', { least, most })
}

/** A flag that may be left out. */
export const flag = (at: Placed): boolean | undefined => {
  if (isAbsent(at)) return undefined
  return typeof at.value === 'boolean' ? at.value : misfit(at, 'conflict.want-flag')
}
