/** The key of a witness that runs by itself: made once, in a file that nobody else may read. */
import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isKeyName } from '#domain/record/key.ts'
import { syncFolder, writeWhole } from '../../database/folder.ts'
import { type SigningKey, signingKey } from '../primitives.ts'
import { CannotWitness, makeFolder } from './store.ts'

const idOf = ({ key }: SigningKey): string => key.id.toString(16).padStart(8, '0')

/** As Go's notes write private keys: the name, the id, and the use and the seed in base64. */
const format = (name: string, seed: Uint8Array): string => {
  const encoded = Buffer.concat([Uint8Array.of(4), seed]).toString('base64')
  return `PRIVATE+KEY+${name}+${idOf(signingKey(name, 'cosignature', seed))}+${encoded}\n`
}

const read = (path: string): SigningKey => {
  const text = readFileSync(path, 'utf8')
  const [, name = '', id, encoded = ''] =
    /^PRIVATE\+KEY\+([^+\n]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n$/.exec(text) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  const key =
    isKeyName(name) && bytes[0] === 4 ? signingKey(name, 'cosignature', bytes.subarray(1)) : undefined
  if (!key || idOf(key) !== id)
    throw new CannotWitness(`${path} is damaged, or is no witness's key. Begin again in an empty folder.`)
  return key
}

/** Two first starts at once make two keys, and only one of them takes the name. */
const make = (folder: string, path: string, name: string): void => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeWhole(draft, format(name, randomBytes(32)), 0o600)
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
    syncFolder(folder)
  }
}

/**
 * The key in a witness's folder, made at the first start under this name, or under one made up by chance.
 * Throws `CannotWitness` when the folder cannot be used, or holds a key of another name.
 */
export const keepKey = (folder: string, name?: string): SigningKey => {
  const place = makeFolder(folder)
  const path = join(place, 'key')
  if (!statSync(path, { throwIfNoEntry: false }))
    make(place, path, name ?? `parley/witness/${randomBytes(4).toString('hex')}`)
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
  const key = read(path)
  if (name !== undefined && name !== key.key.name)
    throw new CannotWitness(
      `${place} holds the key of ${key.key.name}. A witness keeps its name; for ${name} choose another folder.`,
    )
  return key
}
