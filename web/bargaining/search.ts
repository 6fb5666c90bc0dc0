/** What of the pages of bargaining stands in their address: which of them is shown. */

/** The part of an address after the question mark; each kind of seat has views of its own. */
export interface BargainingSearch {
  readonly view?: string
}

/** Reads an address; a view that the reader's seat does not have is shown as its first. */
export const readBargainingSearch = ({ view }: Readonly<Record<string, unknown>>): BargainingSearch =>
  typeof view === 'string' && /^[a-z-]{1,24}$/.test(view) ? { view } : {}
