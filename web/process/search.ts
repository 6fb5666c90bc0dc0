/** Which part of the process page an address asks for. */

const parts = ['symmetry', 'fundamentals', 'handover'] as const

/** The parts; how the process stands is the one without a word in the address. */
export type ProcessPart = 'standing' | (typeof parts)[number]

/** What an address says; anything else is how it stands. */
export const readProcessSearch = (
  given: Readonly<Record<string, unknown>>,
): { readonly view?: Exclude<ProcessPart, 'standing'> } => {
  const view = parts.find((part) => part === given.view)
  return view ? { view } : {}
}
