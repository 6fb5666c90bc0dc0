/** What an outcome must hold in a test. */
import type { Outcome } from '../../../outcome.ts'
import type { Conflict } from '../conflict.ts'
import { frameGame, type Game } from '../game.ts'

/** The value of an outcome that is expected to be one. */
export const settled = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

/** A conflict made ready. */
export const framed = (conflict: Conflict): Game => settled(frameGame(conflict))
