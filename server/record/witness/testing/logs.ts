/** Logs that ask to be cosigned, and witnesses in folders of their own, for tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint, openCheckpoint } from '#domain/record/checkpoint.ts'
import type { VerifierKey } from '#domain/record/key.ts'
import { formatNote, signatureLine } from '#domain/record/note.ts'
import { naiveTree } from '#domain/record/testing/naive.ts'
import { formatAddCheckpoint } from '#domain/record/witness.ts'
import { primitives, type SigningKey, signingKey } from '../../primitives.ts'

const seedOf = (name: string): Uint8Array => primitives.sha256(toUtf8(`seed of ${name}`))

export const origin = 'parley/log/plenary'
export const logKey = signingKey(origin, 'note', seedOf(origin))
export const witnessKey: SigningKey = signingKey('witness.example/a', 'cosignature', seedOf('a'))

export interface TestLog {
  readonly key: VerifierKey
  readonly root: (size: number) => Uint8Array
  readonly note: (size: number) => string
  /** The request to go from one size to another. */
  readonly step: (old: number, size: number) => Uint8Array
}

/** A log with so many entries to come; those from `forkAt` on say something else. */
export const testLog = (length: number, forkAt = length, { key, sign }: SigningKey = logKey): TestLog => {
  const entries = Array.from({ length }, (_, i) => toUtf8(`${i < forkAt ? 'entry' : 'other'} ${i}`))
  const tree = naiveTree(entries)
  const notes = new Map<number, string>()
  const note = (size: number): string => {
    const known = notes.get(size)
    if (known !== undefined) return known
    const text = formatCheckpoint({ origin: key.name, size, root: tree.mth(size) })
    const made = formatNote(text, [signatureLine(key, sign(toUtf8(text)))])
    notes.set(size, made)
    return made
  }
  const step = (old: number, size: number): Uint8Array => {
    const proof = old > 0 && old < size ? tree.proof(old, size) : []
    return toUtf8(formatAddCheckpoint({ old, proof, checkpoint: note(size) }))
  }
  return { key, root: tree.mth, note, step }
}

/** When a witness says it cosigned this head; undefined if no line is its cosignature of it. */
export const cosignedAt = (
  log: TestLog,
  size: number,
  lines: readonly string[],
  by: VerifierKey = witnessKey.key,
): number | undefined => {
  const note = `${log.note(size)}${lines.map((line) => `${line}\n`).join('')}`
  const opened = openCheckpoint(note, { logs: [log.key], witnesses: [by] }, primitives)
  return opened.ok ? opened.value.cosignatures[0]?.time : undefined
}

const made: string[] = []

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-witness-'))
  made.push(folder)
  return folder
}

export const removeFolders = (): void => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
