/** Where this browser keeps the heads that it has found in order, one for each log. */
import type { CheckedHead } from './check.ts'
import type { RememberedHead } from './memory.ts'

const prefix = 'parley.head.'

/** A head in what a browser kept; undefined where it is none. */
export const rememberedIn = (kept: string | null): RememberedHead | undefined => {
  try {
    const { policyFile, note, at } = JSON.parse(kept ?? 'null') as Record<keyof RememberedHead, unknown>
    if (typeof policyFile === 'string' && typeof note === 'string' && typeof at === 'string')
      return { policyFile, note, at }
  } catch {
    // What cannot be read is no memory.
  }
  return undefined
}

/** Every head that this browser remembers, by log. */
export const readRemembered = (): Readonly<Record<string, RememberedHead>> => {
  try {
    return Object.fromEntries(
      Object.keys(localStorage)
        .filter((name) => name.startsWith(prefix))
        .flatMap((name) => {
          const head = rememberedIn(localStorage.getItem(name))
          return head ? [[name.slice(prefix.length), head]] : []
        }),
    )
  } catch {
    return {}
  }
}

/** Remembers a head that was found in order at this moment. */
export const remember = ({ log, policyFile, note }: CheckedHead, at: string): void => {
  try {
    localStorage.setItem(prefix + log, JSON.stringify({ policyFile, note, at }))
  } catch {
    // A browser that keeps nothing begins anew each time, and says so.
  }
}

/** Forgets what is remembered of a log. */
export const forget = (log: string): void => {
  try {
    localStorage.removeItem(prefix + log)
  } catch {
    // There was nothing to forget.
  }
}
