/** Where a log is read from: a folder, or the address it is served at; read only, and nothing it says is believed. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseTilePath, type Tile, tilePath, tileWidth } from '#domain/record/tiles.ts'
import { BadUsage } from '../command.ts'
import { readInput } from './input.ts'

/** The files of a log, by their paths in C2SP tlog-tiles. */
export interface Source {
  /** As the person named it. */
  readonly name: string
  /** The bytes of a file, or undefined where there is none. Throws `BadUsage` if it cannot be asked for. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** How many steps of an audit are read ahead of the one that is looked at. */
  readonly ahead: number
}

const absent = ['ENOENT', 'ENOTDIR', 'EISDIR']

/** A log in a folder. */
export const folderSource = (folder: string): Source => ({
  name: folder,
  ahead: 4,
  read: (path) =>
    readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (absent.includes(error.code ?? '')) return undefined
      throw new BadUsage(`${join(folder, path)}: ${error.message}`)
    }),
})

/** A log at an address, with the key of a mirror where one is needed. */
export const urlSource = (address: string, key: string | undefined): Source => {
  const base = addressOf(address, key !== undefined)
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` }
  return { name: address, ahead: 8, read: (path) => request(`${base}/${path}`, headers) }
}

const addressOf = (address: string, isSecret: boolean): string => {
  if (!URL.canParse(address)) throw new BadUsage(`${address} is not an address`)
  const { protocol, hostname, search, hash, username } = new URL(address)
  if (search || hash || username) throw new BadUsage(`${address}: the address of a log ends with its id`)
  if (isSecret && protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new BadUsage(`${address}: a key is sent over https only`)
  return address.replace(/\/+$/, '')
}

/** How often a server that asks for patience is asked again. */
const patience = 10

const request = async (
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Uint8Array | undefined> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(url, headers)
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer().catch(broken(url)))
    if (answer.status === 404) return undefined
    const isBusy = answer.status === 429 || answer.status === 503
    if (!isBusy || tries === patience) throw new BadUsage(`${url} answers ${answer.status}`)
    const seconds = Number(answer.headers.get('retry-after') ?? 2)
    await pause(1000 * Math.min(60, seconds > 0 ? seconds : 2))
  }
}

/** A redirection is not followed: the key is for this address and no other. */
const ask = (url: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(60_000) }).catch(broken(url))

const broken =
  (url: string) =>
  (error: Error): never => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message
    throw new BadUsage(`${url} cannot be reached: ${cause}`)
  }

/** Whether a place is an address rather than a folder. */
export const isAddress = (place: string): boolean => /^https?:\/\//.test(place)

/** The log at a folder or an address; the key is in a file. */
export const openSource = async (place: string, keyFile: string | undefined): Promise<Source> => {
  if (!isAddress(place)) return folderSource(place)
  const key = keyFile === undefined ? undefined : (await readInput(keyFile)).toString().trim()
  return urlSource(place, key)
}

/** A tile, or the full one in its place, since a log that has grown may have dropped what was partial. */
export const readTile = async (source: Source, tile: Tile): Promise<Uint8Array | undefined> => {
  const exact = await source.read(tilePath(tile))
  if (exact || tile.width === tileWidth) return exact
  return source.read(tilePath({ ...tile, width: tileWidth }))
}

/** The same, by the tile's path. */
export const readTileAt =
  (source: Source) =>
  async (path: string): Promise<Uint8Array | undefined> => {
    const tile = parseTilePath(path)
    return tile.ok ? readTile(source, tile.value) : undefined
  }
