/** Where findings are written, and those that several comparisons share. */
import { type Refusal, refuse } from '#domain/outcome.ts'

/** Writes down what is wrong: the place within the log or its files, and the refusal. */
export type Report = (place: string, refusal: Refusal) => void

/** Something speaks of an entry that the log does not have. */
export const beyond = (index: number, size: number): Refusal =>
  refuse('record.index-beyond', { index, size }).refusal

/** Something speaks of a log that was longer once. */
export const shorter = (from: number, to: number): Refusal =>
  refuse('record.history-shorter', { from, to }).refusal

/** Nothing can be made of an act on this object. */
export const unplayable = (object: string): Refusal => refuse('record.object-unplayable', { object }).refusal
