/** The newest entries of a room's log as the reader may see them: number, leaf, and the act where it may be read. */
import { useQueries } from '@tanstack/react-query'
import type { RecordView, SaltedAct } from '#contract/record.ts'
import { toHex } from '#domain/record/bytes.ts'
import { tilePath, tileWidth } from '#domain/record/tiles.ts'
import { useProcess } from '../process.tsx'
import { logFileQuery, saltedActsQuery } from '../queries.ts'

/** An entry of a log. */
export interface Entry {
  readonly index: number
  /** Hexadecimal digits of the leaf's hash; undefined until it is in the signed head, or not fetched yet. */
  readonly hash: string | undefined
  /** Whether the signed head holds it. */
  readonly signed: boolean
  /** Its act with its salt; null when the server does not show it, undefined when it is not fetched yet. */
  readonly salted: SaltedAct | null | undefined
}

const chunk = 500

/** Which pieces of this length cover the entries from one to before another. */
const pieces = (from: number, to: number, length: number): readonly number[] =>
  Array.from(
    { length: Math.max(0, Math.ceil(to / length) - Math.floor(from / length)) },
    (_, i) => Math.floor(from / length) + i,
  )

/** The last `shown` entries of a room's log, the newest first. */
export const useEntries = ({ log, size }: RecordView, shown: number): readonly Entry[] => {
  const { id: process } = useProcess()
  const from = Math.max(0, size - shown)
  const signed = log.checkpoint?.size ?? 0
  const chunks = pieces(from, size, chunk)
  const tiles = pieces(from, signed, tileWidth)
  const acts = useQueries({ queries: chunks.map((i) => saltedActsQuery(process, log.log, i * chunk)) })
  const hashes = useQueries({
    queries: tiles.map((index) => {
      const width = Math.min(tileWidth, signed - index * tileWidth)
      return logFileQuery(process, log.log, tilePath({ level: 0, index, width }))
    }),
  })
  const known = new Map(acts.flatMap(({ data }) => data?.acts ?? []).map((each) => [each.index, each]))
  const hashAt = (index: number): string | undefined => {
    const bytes = hashes[tiles.indexOf(Math.floor(index / tileWidth))]?.data
    const start = (index % tileWidth) * 32
    return bytes && bytes.length >= start + 32 ? toHex(bytes.subarray(start, start + 32)) : undefined
  }
  const isFetched = (index: number): boolean =>
    acts[chunks.indexOf(Math.floor(index / chunk))]?.data !== undefined
  return Array.from({ length: size - from }, (_, i) => size - 1 - i).map((index) => ({
    index,
    hash: index < signed ? hashAt(index) : undefined,
    signed: index < signed,
    salted: known.get(index) ?? (isFetched(index) ? null : undefined),
  }))
}
