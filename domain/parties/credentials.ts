/** Credentials: the paper in which a capital says who represents it, who lodged it at the table, and who received it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Localised } from './localised.ts'

/**
 * What is lodged of the paper (VCLT 1969, art. 2, 1 (c), and art. 7). `issuer` is the authority that signed it, such as
 * a head of State, a head of Government or a minister for foreign affairs (art. 7, 2 (a)); `dated` is its day,
 * `YYYY-MM-DD`; `sha256` is the SHA-256 of the paper as a file, in hex. `file` is set when the room holds that file.
 */
export interface CredentialsPaper {
  readonly issuer: Localised
  readonly dated: string
  readonly sha256: string
  readonly file?: { readonly file: string; readonly type: string; readonly bytes: number } | undefined
}

/** What `credentials.lodge` says: whose credentials they are, and the paper. */
export interface LodgeCredentials extends CredentialsPaper {
  readonly seat: string
  readonly member: string
}

/** Credentials on file. Their words never change; that they were received is added. */
export interface Credentials extends LodgeCredentials {
  readonly by: Actor
  readonly at: string
  /** Who received the original, for the mediator's mission, and when. */
  readonly received?: { readonly by: Actor; readonly at: string } | undefined
}

/** Whether the paper may be lodged on this day (`YYYY-MM-DD`): it is not dated ahead, and its file is the one it names. */
export const paperHolds = ({ dated, sha256, file }: CredentialsPaper, day: string): Outcome<void> => {
  if (dated > day) return refuse('credentials.ahead')
  return file === undefined || file.file === sha256 ? done(undefined) : refuse('credentials.other-file')
}

/** The mediator's mission has received the original: once. It notes that it holds it, and judges nobody's authority. */
export const receiveCredentials = (credentials: Credentials, by: Actor, at: string): Outcome<Credentials> =>
  credentials.received
    ? refuse('credentials.received-already')
    : done({ ...credentials, received: { by, at } })
