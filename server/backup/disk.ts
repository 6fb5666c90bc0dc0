/** Writing many files so that they are there after a power cut. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** Does a thing to each of many, a few at a time. After a fault no other is begun, and none is still under way when it throws. */
export const each = async <T>(many: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const left = [...many].reverse()
  const worker = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next)
  }
  const stop = (error: unknown): never => {
    left.length = 0
    throw error
  }
  const ended = await Promise.allSettled(Array.from({ length: 8 }, () => worker().catch(stop)))
  const fault = ended.find((end) => end.status === 'rejected')
  if (fault) throw fault.reason
}

/** Makes a file that was written survive a power cut. */
export const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Copies a file to a new place, kept from others, and says what was copied: its length and SHA-256. */
export const copyFile = async (
  from: string,
  to: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> => {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    createReadStream(from, { highWaterMark: 1 << 20 }),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    },
    createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }),
  )
  return { bytes, sha256: hash.digest('hex') }
}
