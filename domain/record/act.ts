/** An act: one thing a member did. The only way anything changes; kept in the record for ever. */

/** Who did it: a seat, and the member in whose hands it lay. */
export interface Actor {
  readonly seat: string
  readonly member: string
}

/**
 * An act as it stands in the log of one room.
 * `by` is null for what nobody in particular did: the founding of a process, the server's clock,
 * and the handing in of a non-paper, which by its nature has no author.
 */
export interface Act<Payload = unknown> {
  readonly id: string
  readonly room: string
  readonly kind: string
  /** The object it opens or changes, within the room. */
  readonly object: string
  readonly by: Actor | null
  /** The server's clock, ISO 8601 in UTC. */
  readonly at: string
  readonly payload: Payload
}
