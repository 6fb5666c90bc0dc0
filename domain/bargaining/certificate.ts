/** What goes with a claim, so that whoever doubts it can check it without trusting how it was found. */

/** Why no package in the zone is better than the one claimed. */
export interface Certificate {
  /** How gains are compared: by their product, by the least and then the next, or by their sum. */
  readonly by: 'product' | 'leximin' | 'sum'
  /** By party: `scale x (worth in units - reservation in units)` is the gain; a positive whole number. */
  readonly scale: readonly bigint[]
  /** The parties, by number, whose gains are compared. */
  readonly of: readonly number[]
  /** Whole weights on the gains: a better package would have to reach a certain weighted sum. */
  readonly weights: readonly bigint[]
  /** The weights added up, so that a slip of the pen in one of them shows. */
  readonly total: bigint
  /** The weighted sum of gains that no package exceeds, every issue taken by itself. */
  readonly bound: bigint
}
