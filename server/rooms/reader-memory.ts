/** Remembers what was read last, within a bound of entries and bytes; the longest unused is forgotten first. */

/** A bounded memory. */
export interface Memory<T> {
  readonly get: (key: string) => T | undefined
  /** Remembers this under its key, for so long at most; what is larger than the whole memory is not remembered. */
  readonly set: (key: string, value: T, bytes: number, milliseconds?: number) => void
}

interface Entry<T> {
  readonly value: T
  readonly bytes: number
  readonly until: number
}

/** Makes a memory of at most so many entries and bytes; `now` is a clock in milliseconds that never goes back. */
export const makeMemory = <T>(
  mostEntries: number,
  mostBytes: number,
  now: () => number = () => performance.now(),
): Memory<T> => {
  const entries = new Map<string, Entry<T>>()
  let bytes = 0
  const forget = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  return {
    get: (key) => {
      const found = entries.get(key)
      if (found === undefined) return undefined
      forget(key)
      if (found.until < now()) return undefined
      entries.set(key, found)
      bytes += found.bytes
      return found.value
    },
    set: (key, value, size, milliseconds = Number.POSITIVE_INFINITY) => {
      forget(key)
      if (size > mostBytes) return
      entries.set(key, { value, bytes: size, until: now() + milliseconds })
      bytes += size
      for (const oldest of entries.keys()) {
        if (entries.size <= mostEntries && bytes <= mostBytes) break
        forget(oldest)
      }
    },
  }
}
