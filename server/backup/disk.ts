/** Writing many files so that they are there after a power cut. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

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

const within = async <T>(
  path: string,
  flags: 'r' | 'wx',
  work: (file: FileHandle) => Promise<T>,
): Promise<T> => {
  const file = await open(path, flags, 0o600)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** Makes a file that was written survive a power cut. */
export const syncFile = (path: string): Promise<void> => within(path, 'r', (file) => file.sync())

/** What was copied. */
interface Copied {
  readonly bytes: number
  readonly sha256: string
}

/** Bytes that are read, hashed and written at once. */
const stretch = 1 << 17

const copyThrough = async (source: FileHandle, target: FileHandle): Promise<Copied> => {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(stretch)
  let bytes = 0
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, stretch)
    if (bytesRead === 0) break
    const piece = buffer.subarray(0, bytesRead)
    hash.update(piece)
    await target.writeFile(piece)
    bytes += bytesRead
  }
  await target.sync()
  return { bytes, sha256: hash.digest('hex') }
}

/** Copies a file to a new place, kept from others, and says what was copied: its length and SHA-256. */
export const copyFile = (from: string, to: string): Promise<Copied> =>
  within(from, 'r', (source) => within(to, 'wx', (target) => copyThrough(source, target)))
