/** What a foreign format cannot hold of a case: what would change an answer is refused, the rest is named. */
import { named } from '#domain/parties/localised.ts'
import type { BargainingCase } from '../case.ts'
import type { Estimate, Figure, Worth } from '../worth.ts'
import { Misread } from './misread.ts'
import { isPlain } from './names.ts'

/** One file that was written. */
export interface WrittenFile {
  readonly name: string
  readonly text: string
}

/** A case in a foreign format, and by the keys of our own what it does not say any more. */
export interface Written {
  readonly files: readonly WrittenFile[]
  readonly lost: readonly string[]
}

/** The refusal of a writer: the form has no place for this, and leaving it out would change the answer. */
export const cannotHold = (form: string, what: string): Misread =>
  new Misread('bargaining.cannot-hold', undefined, { form, what })

/** An estimate that is one figure. */
export const figureOnly = (form: string, estimate: Estimate, where: string): Figure => {
  if (typeof estimate === 'object') throw cannotHold(form, `${where}: least, most`)
  return estimate
}

/** Keys of what may be left out without changing what any package is worth. */
export const lostIn = ({ agenda, worths }: BargainingCase): readonly string[] => {
  const things = [
    ...agenda.issues.map(({ id, name }) => ({ id, name })),
    ...agenda.issues.flatMap((issue) => issue.options),
  ]
  const lost: readonly (readonly [string, boolean])[] = [
    ['baskets', agenda.baskets.length > 0 || agenda.issues.some((issue) => issue.basket !== undefined)],
    ['name', things.some(({ id, name }) => !isPlain(id, name))],
    ['closes', agenda.issues.some(({ options }) => options.some((option) => option.closes !== undefined))],
    ['unit', agenda.issues.some((issue) => issue.range?.unit !== undefined)],
    ['comparisons', worths.some((worth) => worth.comparisons.length > 0)],
  ]
  return lost.filter(([, is]) => is).map(([key]) => key)
}

/** What changes the answer and none of the foreign formats can say; refuses where the case has any of it. */
export const refuseConstraints = (form: string, { agenda, worths }: BargainingCase): void => {
  if (agenda.constraints.length > 0) throw cannotHold(form, 'constraints')
  for (const { party, redLines, constraints } of worths) {
    if (redLines.length > 0) throw cannotHold(form, `${party}: redLines`)
    if (constraints.length > 0) throw cannotHold(form, `${party}: constraints`)
  }
}

/** Refuses worth that depends on several issues at once. */
export const refuseInterdependence = (form: string, { party, interdependence }: Worth): void => {
  if (interdependence.length > 0) throw cannotHold(form, `${party}: interdependence`)
}

/** The words for an id that a foreign file shows: its id, which is what it is found by again. */
export const fileNameOf = (name: string, fallback: string): string =>
  named({ und: name }, 'und')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/^[ .-]+|[ .-]+$/g, '')
    .slice(0, 80) || fallback
