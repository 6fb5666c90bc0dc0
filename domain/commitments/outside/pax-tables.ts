/** Clauses with their PA-X codes as tables: a row for each clause, and the row of the agreement as PA-X has it. */
import { paxCodeOf, paxCodes } from './pax.ts'

/** A code on a clause, and how far the clause goes: 1 mentions it, 2 provides for it, 3 in detail. */
export interface PaxTag {
  readonly code: string
  readonly level?: 1 | 2 | 3 | undefined
}

/** A clause as it is numbered, with its codes. */
export interface TaggedClause {
  readonly id: string
  readonly number: string
  readonly words?: string | undefined
  readonly tags: readonly PaxTag[]
}

/** What is known of the agreement as a whole; the day as `YYYY-MM-DD`. */
export interface AgreementNotes {
  readonly name: string
  readonly signed?: string | undefined
  readonly parties?: readonly string[] | undefined
  readonly characters?: number | undefined
}

/** What stands in the cell of a code: how far a clause goes on a scale to 3, otherwise that it is there. */
const cellOf = ({ code, level }: PaxTag): number => (paxCodeOf(code)?.scale === 3 ? (level ?? 1) : 1)

/** The highest value of each code in these tags, in the order of the data set; codes it does not have come last. */
const highestOf = (tags: readonly PaxTag[]): ReadonlyMap<string, number> => {
  const highest = new Map<string, number>()
  for (const tag of tags) highest.set(tag.code, Math.max(highest.get(tag.code) ?? 0, cellOf(tag)))
  const known = paxCodes.filter(({ code }) => highest.has(code)).map(({ code }) => code)
  const others = [...highest.keys()].filter((code) => !paxCodeOf(code)).toSorted()
  return new Map([...known, ...others].map((code) => [code, highest.get(code) ?? 0]))
}

/** A clause in each row: its number, id and words, its codes as `Ce=2 SsrFf=1`, and those that the list does not have. */
export const clauseTable = (clauses: readonly TaggedClause[]): readonly (readonly string[])[] => [
  ['number', 'id', 'words', 'codes', 'not_in_list'],
  ...clauses.map(({ number, id, words, tags }) => {
    const codes = [...highestOf(tags)].map(([code, value]) => `${code}=${value}`)
    const others = [...highestOf(tags).keys()].filter((code) => !paxCodeOf(code))
    return [number, id, words ?? '', codes.join(' '), others.join(' ')]
  }),
]

/** The columns that describe an agreement in the data set; those that only PA-X can fill stay blank. */
const described = [
  ...['Con', 'Contp', 'PP', 'PPName', 'Reg', 'AgtId', 'Agt', 'Dat', 'Status', 'Lgt', 'N_characters'],
  ...['Agtp', 'Stage', 'StageSub', 'Part', 'ThrdPart', 'OthAgr'],
] as const

/**
 * The agreement in one row below its head, in the columns of the data set: for each code the highest value of all
 * clauses, 0 where none has it. Codes that the list does not have follow as columns of their own, so that none is lost.
 */
export const agreementTable = (
  { name, signed, parties, characters }: AgreementNotes,
  clauses: readonly TaggedClause[],
): readonly (readonly string[])[] => {
  const highest = highestOf(clauses.flatMap(({ tags }) => tags))
  const others = [...highest.keys()].filter((code) => !paxCodeOf(code))
  const codes = [...paxCodes.map(({ code }) => code), ...others]
  const notes: Partial<Record<(typeof described)[number], string>> = {
    ...{ Agt: name, Dat: signed ?? '', Part: (parties ?? []).join('; ') },
    N_characters: characters === undefined ? '' : String(characters),
  }
  return [
    [...described, ...codes],
    [
      ...described.map((column) => notes[column] ?? ''),
      ...codes.map((code) => String(highest.get(code) ?? 0)),
    ],
  ]
}

/** The codes of the stipulations that quote each clause, as tags of the clause; each code once. */
export const taggedBy = (
  clauses: readonly Omit<TaggedClause, 'tags'>[],
  stipulations: readonly { readonly clause: string; readonly codes: readonly string[] }[],
): readonly TaggedClause[] =>
  clauses.map((clause) => {
    const codes = stipulations.filter((each) => each.clause === clause.id).flatMap((each) => each.codes)
    return { ...clause, tags: [...new Set(codes)].map((code) => ({ code })) }
  })
