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

/** The draft with another part written; without a draft it begins from what stands. */
export const written = <T extends object>(
  draft: Begun<T> | undefined,
  { revision, initial }: Stands<T>,
  part: Partial<T>,
): Begun<T> => {
  const { base, begun, value } = draft ?? { base: revision, begun: initial, value: initial }
  return { base, begun, value: { ...value, ...part } }
}

/** The draft begun again from what stands: what its author changed is laid over it, the rest is as it stands. */
export const laidOver = <T extends object>(
  { begun, value }: Begun<T>,
  { revision, initial }: Stands<T>,
): Begun<T> => {
  const own = Object.entries(value).filter(([key, each]) => !isSame(each, begun[key as keyof T]))
  return { base: revision, begun: initial, value: { ...initial, ...(Object.fromEntries(own) as Partial<T>) } }
}

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
