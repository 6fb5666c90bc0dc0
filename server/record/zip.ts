/** A folder as one file to download: a ZIP archive that is made while it is sent. */
import { Readable } from 'node:stream'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { toUtf8 } from '#domain/record/bytes.ts'
import type { FolderFile } from './folder.ts'

/** Hashes are as good as random; only text grows smaller. */
const isText = (path: string): boolean => /\.(jsonl?|html|tlog-proof)$|\/(checkpoint|policy)$/.test(path)

const chunksOf = async function* (files: AsyncIterable<FolderFile>, top: string): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  for await (const { path, bytes } of files) {
    const entry = new (isText(path) ? ZipDeflate : ZipPassThrough)(`${top}/${path}`)
    zip.add(entry)
    entry.push(typeof bytes === 'string' ? toUtf8(bytes) : bytes, true)
    yield* made.splice(0)
  }
  zip.end()
  yield* made.splice(0)
}

/** The archive of these files, in a folder of this name; read no faster than it is sent. */
export const zipOf = (files: AsyncIterable<FolderFile>, top: string): Readable =>
  Readable.from(chunksOf(files, top), { objectMode: false })
