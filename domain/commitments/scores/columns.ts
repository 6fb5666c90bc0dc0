/** Which column of a coding table is which: names are matched exactly first, then by their nearest spelling, never by guess. */

/** What a column of a provision says. */
export type Role = 'prov' | 'init' | 'implem' | 'rev'

const spellings: Readonly<Record<Role, readonly string[]>> = {
  prov: ['prov', 'provision'],
  init: ['init'],
  implem: ['implem', 'impl', 'implement', 'implementation'],
  rev: ['rev', 'revers', 'reversal'],
}

/** A column that was taken for something: its number from 1, its name as printed, and what for. */
export interface Matched {
  readonly column: number
  readonly name: string
  readonly stem: string
  readonly role: Role
  /** Whether stem and role are spelt as they should be; otherwise a reader should look. */
  readonly exact: boolean
}

/** How many letters have to be put in, left out or exchanged (Levenshtein 1966). */
export const distanceOf = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** A printed name in one form: small letters, one sign between words. */
export const plainName = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.\-_]+/g, '_')

/** How many letters a misspelt word of this length may be away. */
const tolerated = (word: string): number => (word.length >= 6 ? 2 : word.length >= 4 ? 1 : 0)

const roleOf = (suffix: string): { readonly role: Role; readonly exact: boolean } | undefined => {
  const all = Object.entries(spellings) as unknown as readonly (readonly [Role, readonly string[]])[]
  const known = all.find(([, words]) => words.includes(suffix))
  if (known) return { role: known[0], exact: true }
  const near = all.filter(([, words]) => words.some((word) => distanceOf(suffix, word) <= tolerated(word)))
  return near.length === 1 && near[0] ? { role: near[0][0], exact: false } : undefined
}

/** `arbdamprov`: a role run together with its stem, spelt out, after a stem long enough to be one. */
const runTogether = (name: string): { stem: string; role: Role; exact: boolean } | undefined => {
  const [, stem, suffix] = /^([a-z]{4,})(prov|implem|init)$/.exec(name) ?? []
  const found = suffix === undefined ? undefined : roleOf(suffix)
  return found && stem !== undefined ? { stem, role: found.role, exact: false } : undefined
}

/** `civadm_impem` as stem and role; undefined when the name has neither. */
const taken = (name: string): { stem: string; role: Role; exact: boolean } | undefined => {
  const at = name.lastIndexOf('_')
  if (at < 0) return runTogether(name)
  const stem = name.slice(0, Math.max(0, at))
  const found = stem === '' ? undefined : roleOf(name.slice(at + 1))
  return found && { stem, ...found }
}

/** How far two stems are apart if they may be one, by a misspelling or by an abbreviation; undefined if not. */
const nearness = (one: string, other: string): number | undefined => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 4 && long.startsWith(short) && long.length - short.length <= 3)
    return long.length - short.length
  const distance = distanceOf(one, other)
  return short.length >= 4 && distance <= 2 ? distance : undefined
}

/** The columns of all provisions, and the numbers of those that are none. */
export interface Columns {
  readonly matched: readonly Matched[]
  /** The stems with a column that says whether the provision is there and one that says its level, in order. */
  readonly stems: readonly string[]
  readonly unknown: readonly number[]
}

interface Named {
  readonly column: number
  readonly name: string
}

type Claimed = Named & NonNullable<ReturnType<typeof taken>>

/** The one stem that this column can belong to: without such a column yet, and nearer than every other. */
const stemFor = (
  { stem, role }: Claimed,
  stems: readonly string[],
  held: ReadonlySet<string>,
): string | undefined => {
  const near = stems
    .filter((each) => !held.has(`${each} ${role}`))
    .flatMap((each) => {
      const distance = nearness(stem, each)
      return distance === undefined ? [] : [{ each, distance }]
    })
    .toSorted((one, other) => one.distance - other.distance)
  const [first, second] = near
  return first && first.distance !== second?.distance ? first.each : undefined
}

/**
 * Finds the columns of the provisions among these names. `own` are names with a meaning of their own, such as
 * `total_prov`. What is spelt exactly is placed first, so that a misspelling never takes the place of another column.
 */
export const columnsOf = (names: readonly string[], own: readonly string[]): Columns => {
  const plain = names.map((name, i) => ({ column: i + 1, name, plain: plainName(name) }))
  const claimed = plain.flatMap(({ column, name, plain: word }): readonly Claimed[] => {
    const found = own.includes(word) ? undefined : taken(word)
    return found ? [{ column, name, ...found }] : []
  })
  const held = new Set<string>()
  const matched: Matched[] = []
  const place = ({ column, name, role, exact }: Claimed, stem: string, isStem: boolean): void => {
    if (held.has(`${stem} ${role}`)) return
    held.add(`${stem} ${role}`)
    matched.push({ column, name, stem, role, exact: exact && isStem })
  }
  const stems = [...new Set(claimed.filter(({ role }) => role === 'prov').map(({ stem }) => stem))]
  const bySpelling = claimed.toSorted((one, other) => Number(other.exact) - Number(one.exact))
  for (const each of bySpelling) if (stems.includes(each.stem)) place(each, each.stem, true)
  const isPlaced = ({ column }: Named): boolean => matched.some((each) => each.column === column)
  for (const each of bySpelling.filter((one) => !isPlaced(one))) {
    const stem = stemFor(each, stems, held)
    if (stem !== undefined) place(each, stem, false)
  }
  return {
    matched: matched.toSorted((one, other) => one.column - other.column),
    stems: stems.filter((stem) => held.has(`${stem} prov`) && held.has(`${stem} implem`)),
    unknown: plain.filter((each) => !isPlaced(each) && !own.includes(each.plain)).map(({ column }) => column),
  }
}
