/** Where this browser keeps the heads that it has found in order, one for each log. */
import type { CheckedHead, Verdict } from './check.ts'
import type { Recalled, RememberedHead } from './memory.ts'

const prefix = 'parley.head.'
const anchorPrefix = 'parley.anchor.'

/** A head to be remembered of a log. */
export type HeadToKeep = Pick<CheckedHead, 'log' | 'policyFile' | 'note'>

/** Other keys than those remembered stay unremembered until the reader has confirmed them. */
const underKnownKeys = ({ log, policyFile, note, recalled }: CheckedHead): HeadToKeep => ({
  log,
  note,
  policyFile: recalled && haveChanged(recalled) ? recalled.policyFile : policyFile,
})

/** Whether a policy names other keys than the one that is remembered. */
export const haveChanged = ({ newKeys, goneKeys }: Pick<Recalled, 'newKeys' | 'goneKeys'>): boolean =>
  newKeys.length + goneKeys.length > 0

/** The heads of a verdict that are to be remembered: each if nothing is wrong with its log. */
export const headsToKeep = ({
  head,
  anchor,
  flaws,
  anchorFlaws,
}: Verdict): { readonly room?: HeadToKeep; readonly anchor?: HeadToKeep } => ({
  ...(head && flaws.length === 0 && { room: underKnownKeys(head) }),
  ...(anchor && anchorFlaws.length === 0 && { anchor: underKnownKeys(anchor) }),
})

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
export const remember = ({ log, policyFile, note }: HeadToKeep, at: string): void => {
  try {
    localStorage.setItem(prefix + log, JSON.stringify({ policyFile, note, at }))
  } catch {
    // A browser that keeps nothing begins anew each time, and says so.
  }
}

/** The anchor log of a process, as this browser remembers it. */
export const readAnchor = (process: string): string | undefined => {
  try {
    return localStorage.getItem(anchorPrefix + process) ?? undefined
  } catch {
    return undefined
  }
}

/** Remembers which log is the anchor of a process. */
export const rememberAnchor = (process: string, log: string): void => {
  try {
    localStorage.setItem(anchorPrefix + process, log)
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
