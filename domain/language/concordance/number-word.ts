/** What one word of a language says of a number. */

/**
 * What one word says of a number. `unit` is below 20, `ten` a multiple of ten below 100, `hundred` a Russian
 * word for hundreds, `scale` multiplies what stands before it, `hint` counts only as an answer to the other language.
 */
export interface NumberWord {
  readonly value: number
  readonly order: boolean
  readonly part: 'unit' | 'ten' | 'hundred' | 'scale' | 'hint'
  /** Other values that the word may answer. */
  readonly also?: readonly number[] | undefined
}
