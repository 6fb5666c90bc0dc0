/** What JSON that came from elsewhere must look like, checked member by member, so that a reader knows what is wrong. */
import type { Json } from './canonical.ts'
import { within } from './json-lines.ts'

/** Looks at a value; answers the path of the first thing that is wrong, or undefined. */
export type Shape = (value: Json | undefined, path: string) => string | undefined

/** A value for which this holds. */
export const that =
  (holds: (value: Json | undefined) => boolean): Shape =>
  (value, path) =>
    holds(value) ? undefined : path

/** A text that this expression matches. */
export const matching = (pattern: RegExp): Shape =>
  that((value) => typeof value === 'string' && pattern.test(value))

/** A text with at least one character. */
export const words = matching(/./su)

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with these members, each of its shape, and no other. */
export const members =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (!isObject(value)) return path
    const stranger = Object.keys(value).find((name) => !Object.hasOwn(shapes, name))
    if (stranger !== undefined) return within(path, stranger)
    return firstFault(Object.entries(shapes), ([name, shape]) => shape(value[name], within(path, name)))
  }

/** An object whose members may have any name and are all of one shape. */
export const table =
  (shape: Shape): Shape =>
  (value, path) =>
    isObject(value)
      ? firstFault(Object.entries(value), ([name, inner]) => shape(inner, within(path, name)))
      : path

/** A list whose items are all of one shape. */
export const list =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? firstFault(value.entries(), ([i, inner]) => shape(inner as Json, within(path, `${i}`)))
      : path

const firstFault = <T>(items: Iterable<T>, look: (item: T) => string | undefined): string | undefined => {
  for (const item of items) {
    const fault = look(item)
    if (fault !== undefined) return fault
  }
  return undefined
}
