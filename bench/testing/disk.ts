/** The disk under the figures: how long it takes until a small write is on it. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { median } from './figures.ts'

const times = 300
const page = Buffer.alloc(8_192, 1)

/** Milliseconds that one page takes to be written and made durable in this folder, the way PostgreSQL does it; a median. */
export const syncTime = (folder: string): number => {
  const path = join(folder, 'sync-time')
  const file = openSync(path, 'w')
  const once = (): number => {
    const begun = performance.now()
    writeSync(file, page, 0, page.length, 0)
    fdatasyncSync(file)
    return performance.now() - begun
  }
  try {
    return median(Array.from({ length: times }, once))
  } finally {
    closeSync(file)
    rmSync(path)
  }
}
