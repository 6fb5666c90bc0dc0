/** A folder as one file to download: a ZIP archive that is made while it is sent. */
import { Readable } from 'node:stream'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { toUtf8 } from '#domain/record/bytes.ts'
import type { FolderFile } from './folder.ts'

/** Hashes are as good as random; only text grows smaller. */
const isText = (path: string): boolean => /\.(jsonl?|html|tlog-proof)$|\/(checkpoint|policy)$/.test(path)

/** So long the archive is worked on before everybody else has their turn, in milliseconds. */
const turn = 10

const nextTurn = (): Promise<void> => new Promise((go) => setImmediate(go))

const chunksOf = async function* (files: AsyncIterable<FolderFile>, top: string): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  let open: { readonly path: string; readonly entry: ZipDeflate | ZipPassThrough } | undefined
  let since = performance.now()
  for await (const { path, bytes } of files) {
    if (open?.path !== path) {
      open?.entry.push(new Uint8Array(), true)
      open = { path, entry: new (isText(path) ? ZipDeflate : ZipPassThrough)(`${top}/${path}`) }
      zip.add(open.entry)
    }
    open.entry.push(typeof bytes === 'string' ? toUtf8(bytes) : bytes)
    if (performance.now() - since > turn) {
      await nextTurn()
      since = performance.now()
    }
    yield* made.splice(0)
  }
  open?.entry.push(new Uint8Array(), true)
  zip.end()
  yield* made.splice(0)
}

/** The archive of these files, in a folder of this name; read no faster than it is sent. */
export const zipOf = (files: AsyncIterable<FolderFile>, top: string): Readable =>
  Readable.from(chunksOf(files, top), { objectMode: false })
