/** Talking to the server: one way to read, one to post, and what can go wrong with either. */

/** The server said no, and why: a code that the catalogues have a sentence for, with its facts. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>

  constructor(status: number, code: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.status = status
    this.code = code
    this.facts = facts
  }
}

/** The server could not be reached, or did not answer as it should; nothing is known to have happened. */
export class Unreachable extends Error {}

const answered = async <T>(asked: Promise<Response>): Promise<T> => {
  const response = await asked.catch(() => {
    throw new Unreachable('no answer')
  })
  const body = await response.text().catch(() => {
    throw new Unreachable('broken answer')
  })
  const value = parsed(body)
  if (response.ok) return value as T
  const refusal = (value ?? {}) as { code?: unknown; facts?: Record<string, string | number> }
  if (typeof refusal.code !== 'string') throw new Unreachable(`status ${response.status}`)
  throw new Refused(response.status, refusal.code, refusal.facts)
}

const parsed = (body: string): unknown => {
  try {
    return body === '' ? undefined : JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Reads a view. */
export const read = <T>(path: string): Promise<T> =>
  answered<T>(fetch(`/api${path}`, { headers: { accept: 'application/json' } }))

/** Posts a body as JSON. */
export const post = <T>(path: string, body: unknown): Promise<T> =>
  answered<T>(
    fetch(`/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )

/** Ends something that has an address of its own. */
export const end = (path: string): Promise<unknown> => answered(fetch(`/api${path}`, { method: 'DELETE' }))

/** Reads a file of a log as it stands; undefined where there is none. */
export const readFile = async (address: string): Promise<Uint8Array | undefined> => {
  const response = await fetch(address).catch(() => {
    throw new Unreachable('no answer')
  })
  if (response.status === 404) return undefined
  if (!response.ok) throw new Unreachable(`status ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** Hands a file to a room. */
export const handIn = <T>(path: string, file: File): Promise<T> => {
  const form = new FormData()
  form.append('file', file)
  return answered<T>(fetch(`/api${path}`, { method: 'POST', body: form }))
}
