/** The root of a log at every size it passed through, for those who hold a head of it. */
import { appendLeaf, emptyRange, rangeRoot } from '#domain/record/range.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Onlooker } from './audit.ts'

/** Called at every size from 0 on; the root is computed when it is asked for. */
export type AtSize = (size: number, root: () => Uint8Array) => void

const { sha256 } = primitives

/** Sees the entries pass by and calls each of these at every size. */
export const rootsAt = (watchers: readonly AtSize[]): Onlooker => {
  let range = emptyRange
  const call = (): void => {
    let root: Uint8Array | undefined
    const ask = (): Uint8Array => {
      root ??= rangeRoot(range, sha256)
      return root
    }
    for (const watcher of watchers) watcher(range.size, ask)
  }
  let isBegun = false
  const begin = (): void => {
    if (!isBegun) call()
    isBegun = true
  }
  return {
    see: ({ hashes }) => {
      begin()
      for (const hash of hashes) {
        range = appendLeaf(range, hash, sha256)
        call()
      }
    },
    end: begin,
  }
}
