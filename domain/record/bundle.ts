/** Bundles of entries (C2SP tlog-tiles): up to 256 leaves in a file, each after its length in two bytes. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { concat } from './bytes.ts'
import { tileWidth } from './tiles.ts'

/** A leaf holds at most so many bytes, since a bundle counts them in sixteen bits. */
export const maxLeaf = 65_535

/** The bytes of a bundle. Throws on more than 256 entries or on one longer than 65,535 bytes. */
export const formatBundle = (entries: readonly Uint8Array[]): Uint8Array => {
  if (entries.length > tileWidth) throw new RangeError('a bundle holds at most 256 entries')
  const parts = entries.flatMap((entry) => {
    if (entry.length > maxLeaf) throw new RangeError('an entry holds at most 65,535 bytes')
    return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
  })
  return concat(...parts)
}

/**
 * The first `width` entries of a bundle, which holds exactly so many, or 256 in place of a partial one.
 * Refusals: `record.bundle-malformed`.
 */
export const parseBundle = (bytes: Uint8Array, width: number): Outcome<readonly Uint8Array[]> => {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const start = at + 2
    const end = start + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)
    if (end > bytes.length || entries.length === tileWidth) return refuse('record.bundle-malformed')
    entries.push(bytes.subarray(start, end))
    at = end
  }
  const fits = entries.length === width || entries.length === tileWidth
  return fits ? done(entries.slice(0, width)) : refuse('record.bundle-malformed')
}
