/** The hashes of a clause's words, reckoned once for each state of a clause. */
import { passageHashes } from '#domain/text/canonical.ts'
import type { Clause } from '#domain/text/clause.ts'

const known = new WeakMap<Clause, Readonly<Record<string, string>>>()

/** The hash of the words in each language. */
export const hashesOf = (clause: Clause): Readonly<Record<string, string>> => {
  const found = known.get(clause)
  if (found) return found
  const hashes = passageHashes(clause)
  known.set(clause, hashes)
  return hashes
}
