/** How a log asks a witness: over HTTP, or inside this very process. */
import type { LookupAddress } from 'node:dns'
import { request as askInClear, type IncomingMessage } from 'node:http'
import { request as askInPrivate } from 'node:https'
import { fromUtf8, toUtf8 } from '#domain/record/bytes.ts'
import { parseSizeAnswer, sizeType } from '#domain/record/witness.ts'
import { addressesOf, only, type ReachOptions, Silence, targetOf, type Why } from './reach.ts'
import { plainText, type WitnessBody } from './witness.ts'

/** What became of a request. */
export type WitnessAnswer =
  /** Signature lines, without newlines. Whether they are by the witness's key is for the log to check. */
  | { readonly kind: 'cosigned'; readonly lines: readonly string[] }
  /** The witness holds this size; the log may ask again with a proof from there. */
  | { readonly kind: 'conflict'; readonly size: number }
  /** It does not cosign; 409 stands for another root of the same size, 422 for a proof that does not hold. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'silent'; readonly why: Why }

/** A way to one witness. */
export interface WitnessLine {
  /** Puts the body of an `add-checkpoint`. */
  readonly ask: (body: Uint8Array) => Promise<WitnessAnswer>
}

/** Where a log may go, and how long it waits there. */
export interface LineOptions extends ReachOptions {
  /** How long one request may take altogether, in milliseconds; 10,000 when nothing is said. */
  readonly patience?: number
}

/** No answer longer than this is read, and no more lines. */
const longestAnswer = 16_384
const maxLines = 16

const linesOf = (body: Uint8Array): readonly string[] | undefined => {
  const text = fromUtf8(body) ?? ''
  const lines = text.slice(0, -1).split('\n')
  const isWell = lines.every((line) => /^\u2014 [^\s+]+ [A-Za-z0-9+/]+={0,2}$/u.test(line))
  return text.endsWith('\n') && isWell && lines.length <= maxLines ? lines : undefined
}

/** Reads an answer as HTTP brought it. */
const readAnswer = (status: number, type: string | undefined, body: Uint8Array): WitnessAnswer => {
  const malformed = { kind: 'silent', why: 'malformed' } as const
  if (status === 200) {
    const lines = linesOf(body)
    return lines ? { kind: 'cosigned', lines } : malformed
  }
  if (status === 409 && type?.split(';')[0]?.trim().toLowerCase() === sizeType) {
    const size = parseSizeAnswer(body)
    return size === undefined ? malformed : { kind: 'conflict', size }
  }
  return status >= 500 ? { kind: 'silent', why: 'unreachable' } : { kind: 'refused', status }
}

const read = async (response: IncomingMessage): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > longestAnswer) throw new Silence('malformed')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const post = (
  target: URL,
  addresses: readonly LookupAddress[],
  body: Uint8Array,
  signal: AbortSignal,
): Promise<WitnessAnswer> =>
  new Promise((resolve, reject) => {
    const request = target.protocol === 'https:' ? askInPrivate : askInClear
    const headers = { 'content-type': plainText, 'content-length': body.length }
    const connection = { agent: false as const, lookup: only(addresses), signal }
    const asked = request(target, { method: 'POST', headers, ...connection }, (response) => {
      const { statusCode = 0, headers: said } = response
      read(response)
        .then((answer) => readAnswer(statusCode, said['content-type'], answer))
        .then(resolve, reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })

const whenLate = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(new Silence('late')), { once: true }),
  )

/**
 * A witness at a submission prefix, as `https://witness.example/`. One request, one connection; no redirect is
 * followed, and of an answer no more than 16 kB is read. Never rejects.
 */
export const lineTo = (prefix: string, options: LineOptions = {}): WitnessLine => ({
  ask: async (body) => {
    const signal = AbortSignal.timeout(options.patience ?? 10_000)
    try {
      const target = targetOf(prefix)
      const late = whenLate(signal)
      const addresses = await Promise.race([addressesOf(target, options), late])
      return await Promise.race([post(target, addresses, body, signal), late])
    } catch (error) {
      const why = error instanceof Silence ? error.why : signal.aborted ? 'late' : 'unreachable'
      return { kind: 'silent', why }
    }
  },
})

/** A witness inside this process. Never rejects. */
export const lineWithin = (witness: Pick<WitnessBody, 'add'>): WitnessLine => ({
  ask: async (body) => {
    try {
      const { status, type, body: said } = await witness.add(body)
      return readAnswer(status, type, toUtf8(said))
    } catch {
      return { kind: 'silent', why: 'unreachable' }
    }
  },
})
