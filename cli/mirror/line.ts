/** The line to the server: one address, one key; no redirection is followed, and no answer may be endless or late. */
import { BadUsage } from '../command.ts'

/** The server gave no answer that can be used; the message says so in a sentence. It may do better next time. */
export class Unanswered extends Error {}

/** What one answer may be at most. */
export interface Bounds {
  readonly bytes: number
  readonly seconds: number
}

/** Asks the server. */
export interface Line {
  /** As the person named it. */
  readonly address: string
  /** The bytes at a path, or undefined where there are none. Throws `Unanswered`, and `BadUsage` for a key that is not taken. */
  readonly get: (path: string, bounds: Bounds) => Promise<Uint8Array | undefined>
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** The address of a server, without its last slash. Throws `BadUsage` unless a key can be sent there without being read on the way. */
export const addressOf = (address: string): string => {
  if (!URL.canParse(address))
    throw new BadUsage(`${address} is not an address such as https://talks.example.org`)
  const { protocol, hostname, search, hash, username, password } = new URL(address)
  if (search || hash || username || password)
    throw new BadUsage('the address of the server has no query, no fragment, no name and no password in it')
  if (protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname)))
    return address.replace(/\/+$/, '')
  throw new BadUsage(`${address}: a mirror's key is sent over https only, or within this machine`)
}

const readUpTo = async (answer: Response, most: number, path: string): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of answer.body ?? []) {
    length += piece.length
    if (length > most) throw new Unanswered(`the server answers with more than ${most} bytes at ${path}`)
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

const refusalOf = (status: number, path: string): Error => {
  if (status === 401)
    return new BadUsage('the server does not take this key: it was ended, or belongs to another server')
  if (status >= 300 && status < 400)
    return new Unanswered(
      `the server sends ${path} elsewhere (${status}), which is not followed: give the address at which Parley itself answers`,
    )
  if (status === 403)
    return new Unanswered(`the server refuses ${path} (403): give the address under which people reach it`)
  return new Unanswered(`the server answers ${status} at ${path}`)
}

const troubleOf = (error: unknown, path: string, seconds: number): Error => {
  if (error instanceof Unanswered || error instanceof BadUsage) return error
  const { name, message, cause } = error as Error
  if (name === 'TimeoutError')
    return new Unanswered(`the server did not answer ${path} within ${seconds} seconds`)
  return new Unanswered(`the server cannot be reached: ${cause instanceof Error ? cause.message : message}`)
}

/** A line to the server at this address; it breaks off when `stop` is aborted. */
export const openLine = (address: string, key: string, stop: AbortSignal): Line => {
  const base = addressOf(address)
  const headers = { authorization: `Bearer ${key}` }
  const get: Line['get'] = async (path, { bytes, seconds }) => {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(seconds * 1000)])
    try {
      const answer = await fetch(`${base}${path}`, { headers, redirect: 'manual', signal })
      if (answer.status === 200) return await readUpTo(answer, bytes, path)
      await answer.body?.cancel()
      if (answer.status === 404) return undefined
      throw refusalOf(answer.status, path)
    } catch (error) {
      throw troubleOf(error, path, seconds)
    }
  }
  return { address: base, get }
}
