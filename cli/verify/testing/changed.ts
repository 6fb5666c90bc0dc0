/** The good folder of the tests, with one thing or another changed in it. */
import { fromUtf8, toUtf8 } from '#domain/record/bytes.ts'
import type { Call } from '../../command.ts'
import { type Files, makeFolder, writeFolder } from './folder.ts'
import { type Ended, run } from './run.ts'

/** A folder as it was given out. */
export const good = makeFolder()

/** Verifies a folder of these files. */
export const verify = async (files: Files, values: Call['values'] = {}): Promise<Ended> => {
  const { folder, remove } = writeFolder(files)
  try {
    return await run('log', [folder], { json: false, ...values })
  } finally {
    remove()
  }
}

/** The good folder with one file changed, or without it. */
export const withFile = (path: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Files => {
  const bytes = good.get(path)
  if (!bytes) throw new Error(`no file ${path}`)
  const changed = change(bytes)
  const files = new Map(good)
  if (changed) files.set(path, changed)
  else files.delete(path)
  return files
}

/** The good folder with the text of one file changed; throws if the edit changes nothing. */
export const edited = (path: string, edit: (text: string) => string): Files =>
  withFile(path, (bytes) => {
    const text = fromUtf8(bytes) ?? ''
    const after = edit(text)
    if (after === text) throw new Error('an edit that changes nothing')
    return toUtf8(after)
  })

/** Flips the last bit of one byte. */
export const flipped = (at: number) => (bytes: Uint8Array) => bytes.with(at, (bytes[at] ?? 0) ^ 1)

/** A text with one of its lines changed. */
export const lineOf = (text: string, line: number, edit: (text: string) => string): string =>
  text
    .split('\n')
    .map((each, i) => (i === line - 1 ? edit(each) : each))
    .join('\n')

/** The line of what was said that names a finding. */
export const wrong = ({ out }: Ended): string => out.split('\n').find((line) => line.includes('WRONG')) ?? ''
