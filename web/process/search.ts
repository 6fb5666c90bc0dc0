/** Which part of the process page an address asks for. */

const parts = [] as const

/** The parts; symmetry is the one without a word in the address. */
export type ProcessPart = 'symmetry' | (typeof parts)[number]

/** What an address says; anything else is symmetry. */
export const readProcessSearch = (
  given: Readonly<Record<string, unknown>>,
): { readonly view?: Exclude<ProcessPart, 'symmetry'> } => {
  const view = parts.find((part) => part === given.view)
  return view ? { view } : {}
}
