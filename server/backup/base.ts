/** Takes a base backup from the running PostgreSQL over its replication protocol, with the journal that makes it whole. */
import { createHash, type Hash, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { KeptFile } from './manifest.ts'
import { BackupRefused } from './refused.ts'
import { BadArchive, readTar, type TarEntry, type TarSink } from './tar.ts'

/** What a base backup wrote, by paths in its folder. */
export interface Written {
  readonly folders: readonly string[]
  readonly files: readonly KeptFile[]
}

/** What to copy from, whereto, and who is told how many bytes have come. */
export interface BaseBackup {
  readonly owner: pg.ClientConfig
  /** A new folder; made here. */
  readonly folder: string
  readonly onBytes: (bytes: number) => void
  /** Breaks it off. */
  readonly signal: AbortSignal | undefined
}

interface OpenFile {
  readonly handle: number
  readonly path: string
  readonly hash: Hash
  bytes: number
}

const writeAll = (handle: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
}

/** Writes the entries of an archive below a folder, kept from others, and counts and hashes them. */
const filesBelow = (folder: string) => {
  const [folders, files]: [string[], KeptFile[]] = [[], []]
  let open: OpenFile | undefined
  const close = (): void => {
    if (open) closeSync(open.handle)
    open = undefined
  }
  const begin = ({ name, kind }: TarEntry): void => {
    const path = join(folder, name)
    if (kind === 'folder') {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      return void folders.push(name)
    }
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    open = { handle: openSync(path, 'wx', 0o600), path: name, hash: createHash('sha256'), bytes: 0 }
  }
  const sink: TarSink = {
    begin,
    piece: (bytes) => {
      if (!open) return
      writeAll(open.handle, bytes)
      open.hash.update(bytes)
      open.bytes += bytes.length
    },
    end: () => {
      if (open) files.push({ path: open.path, bytes: open.bytes, sha256: open.hash.digest('hex') })
      close()
    },
  }
  return { sink, close, written: { folders, files } satisfies Written }
}

const [archive, data] = ['n'.charCodeAt(0), 'd'.charCodeAt(0)]

/** Reads the messages of the copy (PostgreSQL, "BASE_BACKUP"): one archive and no more, since we have no tablespaces. */
const readMessages = (sink: TarSink, onBytes: (bytes: number) => void) => {
  const tar = readTar(sink)
  let archives = 0
  let bytes = 0
  return {
    take: (message: Uint8Array): void => {
      if (message[0] === archive) archives += 1
      if (archives > 1) throw new BadArchive('the database has tablespaces, which Parley does not use')
      if (message[0] !== data) return
      tar.push(message.subarray(1))
      bytes += message.length - 1
      onBytes(bytes)
    },
    finish: tar.finish,
  }
}

/**
 * The slot keeps PostgreSQL from clearing away the journal that the backup still needs. It goes with the connection, but
 * that of a backup that was broken off may be there for a while yet: so each has a name of its own.
 */
const commandsFor = (backup: string): readonly string[] => [
  `CREATE_REPLICATION_SLOT parley_backup_${backup} TEMPORARY PHYSICAL (RESERVE_WAL)`,
  `BASE_BACKUP (LABEL 'parley', CHECKPOINT 'fast', WAL true, WAIT false, MANIFEST 'no', VERIFY_CHECKSUMS true)`,
]

/**
 * Copies the database as it stands, while it is used. Pages are checked against their sums on the way.
 * Throws the first thing that went wrong, on either side.
 */
export const takeBaseBackup = async ({ owner, folder, onBytes, signal }: BaseBackup): Promise<Written> => {
  const config: pg.ClientConfig & { readonly replication: string } = { ...owner, replication: 'true' }
  const client = new pg.Client(config)
  const faults: unknown[] = []
  client.on('error', () => undefined)
  // A damaged page is named in a warning; the error at the end only counts them.
  client.on('notice', ({ severity, message }) => {
    if (severity === 'WARNING' && message)
      faults.push(new BackupRefused(`the database is damaged: ${message}`))
  })
  const breakOff = (reason: unknown): void => {
    faults.unshift(reason)
    client.connection.stream.destroy()
  }
  mkdirSync(folder, { mode: 0o700 })
  const { sink, close, written } = filesBelow(folder)
  const messages = readMessages(sink, onBytes)
  // Written down at once, within the event: until it is, no more is read from PostgreSQL.
  client.connection.on('copyData', ({ chunk }: { readonly chunk: Uint8Array }) => {
    try {
      if (!client.connection.stream.destroyed) messages.take(chunk)
    } catch (error) {
      breakOff(error)
    }
  })
  const onAbort = (): void => breakOff(signal?.reason)
  signal?.addEventListener('abort', onAbort)
  try {
    signal?.throwIfAborted()
    await client.connect()
    for (const command of commandsFor(randomBytes(8).toString('hex'))) await client.query(command)
    messages.finish()
    return written
  } catch (error) {
    if (faults.length === 0 && signal?.aborted) throw signal.reason
    throw faults[0] ?? new BackupRefused(`PostgreSQL broke the copy off: ${(error as Error).message}`)
  } finally {
    signal?.removeEventListener('abort', onAbort)
    close()
    await client.end().catch(() => undefined)
  }
}
