/** Which part of commitments an address asks for. */

/** The parts; the list is the one without a word in the address. */
export type CommitmentsPart = 'list' | 'cases' | 'register' | 'mission'

/** What an address says; anything else is the list. */
export const readCommitmentsSearch = (
  given: Readonly<Record<string, unknown>>,
): { readonly view?: Exclude<CommitmentsPart, 'list'> } =>
  given.view === 'cases' || given.view === 'register' || given.view === 'mission' ? { view: given.view } : {}
