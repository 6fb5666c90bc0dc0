/** Which part of commitments an address asks for. */

const parts = ['cases', 'register', 'evidence', 'map', 'reports', 'outside', 'mission'] as const

/** The parts; the list is the one without a word in the address. */
export type CommitmentsPart = 'list' | (typeof parts)[number]

/** What an address says; anything else is the list. */
export const readCommitmentsSearch = (
  given: Readonly<Record<string, unknown>>,
): { readonly view?: Exclude<CommitmentsPart, 'list'> } => {
  const view = parts.find((part) => part === given.view)
  return view ? { view } : {}
}
