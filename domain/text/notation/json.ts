/** A line with brackets as JSON, for programs that are not ours. */
import type { Refusal } from '#domain/outcome.ts'
import { countsOf, type Notation, type NotationCounts, type NotedPiece } from './notation.ts'

/** `T` words, `B` a bracket, `P` a blank, `S` a status, `R` a reservation, `N` another remark, `F` the mark of a footnote. */
export type JsonPiece =
  | { readonly T: string }
  | { readonly B: readonly JsonAlternative[] }
  | { readonly P: string }
  | { readonly S: string }
  | { readonly R: string }
  | { readonly N: string }
  | { readonly F: string }

/** An alternative: `T` when it is nothing but words, `ast` when there is more in it, null when not yet translated. */
export type JsonAlternative =
  | { readonly by: readonly string[]; readonly T: string | null }
  | { readonly by: readonly string[]; readonly ast: readonly JsonPiece[] }

/** A line as JSON, with what is counted of it. */
export interface JsonNotation extends NotationCounts {
  readonly ast: readonly JsonPiece[]
  /** The last mark of status, with underscores: `agreed_ad_referendum`. */
  readonly status: string | null
  readonly reservations: readonly { readonly by: readonly string[]; readonly remark: string }[]
}

const named = (status: string): string => status.replaceAll('-', '_')

const alternative = (by: readonly string[], content: Notation | null): JsonAlternative => {
  if (content === null) return { by, T: null }
  const [first, ...rest] = content
  if (!first) return { by, T: '' }
  return rest.length === 0 && 'words' in first ? { by, T: first.words } : { by, ast: content.map(piece) }
}

const piece = (one: NotedPiece): JsonPiece => {
  if ('words' in one) return { T: one.words }
  if ('placeholder' in one) return { P: one.placeholder }
  if ('note' in one) return { F: one.note }
  if ('status' in one) return { S: named(one.status) }
  if ('reservedBy' in one) return { R: one.remark }
  if ('aside' in one) return { N: one.remark }
  return { B: one.alternatives.map(({ by, content }) => alternative(by, content)) }
}

const everyPiece = (notation: Notation): readonly NotedPiece[] =>
  notation.flatMap((one) => [
    one,
    ...('alternatives' in one ? one.alternatives.flatMap(({ content }) => everyPiece(content ?? [])) : []),
  ])

/** A line as JSON; null is a line not yet translated. */
export const asJson = (notation: Notation | null): JsonNotation => {
  const all = everyPiece(notation ?? [])
  const status = all.findLast((one) => 'status' in one)
  return {
    ast: (notation ?? []).map(piece),
    ...countsOf(notation ?? []),
    status: status && 'status' in status ? named(status.status) : null,
    reservations: all.flatMap((one) =>
      'reservedBy' in one ? [{ by: one.reservedBy, remark: one.remark }] : [],
    ),
  }
}

/** What is wrong with a line, in one form for programs: `unbalanced: 1 unclosed '[' at offset 12`. */
export const faultOf = ({ code, facts = {} }: Refusal): string => {
  if (code === 'notation.unclosed')
    return `unbalanced: ${facts.count} unclosed '[' at offset ${facts.offsets}`
  if (code === 'notation.unopened') return `unbalanced: 1 unopened ']' at offset ${facts.offset}`
  return `too deep: at offset ${facts.offset}`
}
