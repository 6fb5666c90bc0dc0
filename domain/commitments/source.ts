/** A source of a mission's: who told it something. It lives in the mission's room and leaves it by no way at all. */
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/** How far a source has been reliable, A to E, and F where one cannot say (NATO AJP-2.1, the "Admiralty" scale). */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** A source: what the mission calls it, what it is, and how reliable it has been. */
export interface EnterSource {
  readonly alias: Localised
  readonly words: Localised
  readonly reliability: (typeof reliabilities)[number]
}

/** A source as it is kept. */
export interface Source extends EnterSource {
  readonly by: Actor
  readonly at: string
}

const folded = (words: string): string => words.normalize('NFKC').toLowerCase()

/** Whether words in any language hold one of these names, in any language. */
export const wordsName = (
  texts: readonly (Localised | undefined)[],
  names: readonly Localised[],
): boolean => {
  const said = texts.flatMap((text) => Object.values(text ?? {})).map(folded)
  return names
    .flatMap((each) => Object.values(each))
    .map((name) => folded(name).trim())
    .some((name) => name !== '' && said.some((words) => words.includes(name)))
}
