/** What the check reads from a server: files and lists of rows, several fetched side by side, none of them trusted. */
import { fromUtf8 } from '#domain/record/bytes.ts'
import type { SlowPrimitives } from '#domain/record/primitives.ts'

/** The bytes at an address; undefined where there are none. Rejects when the server cannot be reached. */
export type FetchBytes = (path: string) => Promise<Uint8Array | undefined>

/** What the check stands on. */
export interface Platform {
  readonly fetch: FetchBytes
  readonly primitives: SlowPrimitives
}

/** The address of a file of a log. */
export const logFile = (log: string, path: string): string => `/log/${log}/${path}`

/** The address of the record of a room. */
export const recordOf = (process: string, room: string): string =>
  `/api/processes/${process}/rooms/${room}/record`

/** The server gives out so many rows at once. */
export const rowsAtOnce = 500

/** An answer as JSON; undefined where there is none, or none that can be read. */
export const fetchJson = async (fetch: FetchBytes, path: string): Promise<unknown> => {
  const bytes = await fetch(path)
  try {
    return bytes && (JSON.parse(fromUtf8(bytes) ?? '') as unknown)
  } catch {
    return undefined
  }
}

/** The rows of an answer `{ name: [...] }` that are of the kind wanted. */
export const fetchRows = async <T>(
  fetch: FetchBytes,
  path: string,
  name: string,
  isRow: (row: unknown) => row is T,
): Promise<readonly T[]> => {
  const answer = ((await fetchJson(fetch, path)) ?? {}) as Readonly<Record<string, unknown>>
  const rows = answer[name]
  return Array.isArray(rows) ? rows.filter(isRow) : []
}

/** So many requests are under way at once. */
const underWay = 4

/** Does work in order, and begins a few pieces ahead of the one that is waited for. */
export const inOrder = async function* <T>(work: readonly (() => Promise<T>)[]): AsyncGenerator<T> {
  const begun: Promise<T>[] = []
  for (let at = 0; at < work.length; at += 1) {
    for (const next of work.slice(begun.length, at + underWay)) {
      const result = next()
      // A piece that fails is noticed when its turn comes.
      result.catch(() => undefined)
      begun.push(result)
    }
    yield await (begun[at] as Promise<T>)
  }
}
