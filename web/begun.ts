/** A draft that remembers on what it was begun, so that nobody's change of the same thing is overwritten unseen. */

/** What is being written: the revision it was begun on, the form as it began there, and the form as it is now. */
export interface Begun<T> {
  readonly base: number
  readonly begun: T
  readonly value: T
}

/** What stands now: its revision, and the form as it would begin from it. `ofPart`: the form shows a part of it alone. */
export interface Stands<T> {
  readonly revision: number
  readonly initial: T
  readonly ofPart?: boolean | undefined
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The draft that was kept as these words; undefined where there is none, or nothing in it differs from its beginning. */
export const readBegun = <T extends object>(kept: string): Begun<T> | undefined => {
  try {
    const draft = (kept === '' ? undefined : JSON.parse(kept)) as Begun<T> | undefined
    if (typeof draft?.base !== 'number' || !draft.value || !draft.begun) return undefined
    return isSame(draft.value, draft.begun) ? undefined : draft
  } catch {
    return undefined
  }
}

/**
 * Whether what the draft was begun on stands no longer. Where the form shows a part alone, it is that part that counts:
 * the rest of the object goes along as it stands, and is no concern of who writes.
 */
export const isOvertaken = <T>(draft: Begun<T>, { revision, initial, ofPart }: Stands<T>): boolean =>
  ofPart === true ? !isSame(draft.begun, initial) : draft.base !== revision

/** The draft, unless what is written is just what stands: then there is nothing of its author's left to send. */
export const unsent = <T>(draft: Begun<T> | undefined, { initial }: Stands<T>): Begun<T> | undefined =>
  draft && isSame(draft.value, initial) ? undefined : draft

/** The base of what was written while an act of one's own was on its way: the revision that the act makes is not known yet. */
const ownAct = -1

/** The form as it shows: what is written over what stands. */
export const shown = <T>(draft: Begun<T> | undefined, { initial }: Stands<T>): T => ({
  ...initial,
  ...draft?.value,
})

/**
 * What is left to send when `sent`, the form as it showed, is done: nothing, or what was written meanwhile, begun on what
 * was sent.
 */
export const remainder = <T>(
  draft: Begun<T> | undefined,
  stands: Stands<T>,
  sent: T,
): Begun<T> | undefined =>
  draft && !isSame(shown(draft, stands), sent) ? { base: ownAct, begun: sent, value: draft.value } : undefined

/** The draft on the revision that one's own act has made, as soon as that stands. */
export const adopted = <T>(
  draft: Begun<T> | undefined,
  { revision, initial }: Stands<T>,
): Begun<T> | undefined =>
  draft?.base === ownAct && isSame(draft.begun, initial) ? { ...draft, base: revision } : draft

/** The draft with another part written; without a draft it begins from what stands. */
export const written = <T extends object>(
  draft: Begun<T> | undefined,
  { revision, initial }: Stands<T>,
  part: Partial<T>,
): Begun<T> => {
  const { base, begun, value } = draft ?? { base: revision, begun: initial, value: initial }
  return { base, begun, value: { ...value, ...part } }
}

/** Rows that have no name of their own, called by what they say: a row is the same as long as it says the same. */
export const keyedByContent = <T extends object>(
  rows: readonly T[],
): readonly (T & { readonly key: string })[] => {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const said = JSON.stringify(row)
    const times = (seen.get(said) ?? 0) + 1
    seen.set(said, times)
    return { ...row, key: `${said}${times}` }
  })
}

type Rows = ReadonlyMap<string, unknown>

const keyOf = (row: unknown): unknown => {
  if (typeof row !== 'object' || row === null) return row
  return 'id' in row ? row.id : 'key' in row ? row.key : undefined
}

/** The rows of a list by what each is called; undefined where something in it has no name, or two have the same. */
const rowsOf = (list: unknown): Rows | undefined => {
  if (!Array.isArray(list)) return undefined
  const rows = new Map(list.map((row: unknown) => [keyOf(row), row]))
  return rows.size === list.length && [...rows.keys()].every((key) => typeof key === 'string')
    ? (rows as Rows)
    : undefined
}

/** Own rows in their order, those that others added after them; what was not touched is as it stands now. */
const laidRows = (begun: Rows, own: Rows, now: Rows): readonly unknown[] => [
  ...[...own].flatMap(([key, row]) => {
    if (!isSame(row, begun.get(key))) return [row]
    return now.has(key) ? [now.get(key)] : []
  }),
  ...[...now].flatMap(([key, row]) => (begun.has(key) || own.has(key) ? [] : [row])),
]

type Fields = Readonly<Record<string, unknown>>

const isFields = (each: unknown): each is Fields =>
  typeof each === 'object' && each !== null && !Array.isArray(each)

/** A wording for every party, say, or languages for every interpreter: each of them is a field of its own. */
const isOfFields = (each: unknown): each is Fields =>
  isFields(each) && Object.values(each).every((one) => isFields(one) || Array.isArray(one))

/** One field: a list goes by its rows, fields within by their names, and everything else is whole: a wording above all. */
const laid = (begun: unknown, own: unknown, now: unknown): unknown => {
  if (isSame(begun, own)) return now
  const [before, mine, theirs] = [begun, own, now].map(rowsOf)
  if (before && mine && theirs) return laidRows(before, mine, theirs)
  if (isOfFields(begun) && isOfFields(own) && isOfFields(now)) return laidFields(begun, own, now)
  return own
}

/** What its author took out stays out. */
const laidFields = (begun: Fields, own: Fields, now: Fields): Fields =>
  Object.fromEntries(
    [...new Set([...Object.keys(now), ...Object.keys(own)])]
      .filter((key) => key in own || !(key in begun))
      .map((key): readonly [string, unknown] => [
        key,
        key in own ? laid(begun[key], own[key], now[key]) : now[key],
      ])
      .filter(([, each]) => each !== undefined),
  )

/** The draft begun again from what stands: what its author changed is laid over it, the rest is as it stands. */
export const laidOver = <T extends object>(
  { begun, value }: Begun<T>,
  { revision, initial }: Stands<T>,
): Begun<T> => ({
  ...{ base: revision, begun: initial },
  value: laidFields(begun as Fields, value as Fields, initial as Fields) as T,
})

/** Words by language, as forms write them. */
type Words = Readonly<Record<string, string>>

const isWords = (each: object, languages: readonly string[]): each is Words =>
  Object.keys(each).length > 0 &&
  Object.entries(each).every(([key, words]) => languages.includes(key) && typeof words === 'string')

const wordsIn = (of: unknown, languages: readonly string[]): readonly Words[] => {
  if (typeof of !== 'object' || of === null) return []
  if (isWords(of, languages)) return [of]
  return Object.values(of).flatMap((each) => wordsIn(each, languages))
}

/** Wordings that stand now and did not when the draft was begun, in the order of the form; each once. */
export const newWords = <T>(
  draft: Begun<T>,
  { initial }: Stands<T>,
  languages: readonly string[],
): readonly Words[] => {
  const before = new Set(wordsIn(draft.begun, languages).map((each) => JSON.stringify(each)))
  const found = new Map(wordsIn(initial, languages).map((each) => [JSON.stringify(each), each]))
  return [...found].flatMap(([key, each]) => (before.has(key) ? [] : [each]))
}
