/** Tokens nobody can guess, and what is kept of them. */
import { createHash, randomBytes } from 'node:crypto'

/** The SHA-256 of a token: what the database keeps instead of it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A token nobody can guess: 32 random bytes, base64url, 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url')
