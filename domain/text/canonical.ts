/** The canonical form of the words of a clause, and its hash. */
import { toHex, toUtf8 } from '#domain/record/bytes.ts'
import { canonical, type Json } from '#domain/record/canonical.ts'
import { sha256 } from '#domain/record/sha256.ts'
import type { Clause } from './clause.ts'

/** SHA-256 in hex of the words of a clause, per language; null words have none. The words of a footnote never change under its id. */
export const passageHashes = (clause: Pick<Clause, 'passage'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(clause.passage).flatMap(([language, content]) =>
      content === null ? [] : [[language, toHex(sha256(toUtf8(canonical(content as unknown as Json))))]],
    ),
  )
