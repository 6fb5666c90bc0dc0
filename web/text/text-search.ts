/** What of the text page stands in its address, so that a link shows the same to whoever may read it. */

/** The views of a text. */
export const textViews = [
  'compilation',
  'chair',
  'open',
  'since',
  'compare',
  'packages',
  'side',
  'print',
] as const
export type TextViewName = (typeof textViews)[number]

/** The part of an address after the question mark. What is left out is the compilation text in both languages. */
export interface TextSearch {
  readonly view?: Exclude<TextViewName, 'compilation'>
  /** One language alone. */
  readonly language?: string
  /** The party whose reading is shown. */
  readonly side?: string
  /** The two that are compared: `now`, `read`, `common`, `v3`. */
  readonly from?: string
  readonly to?: string
  /** `all`: clauses that are the same are shown, too. */
  readonly rest?: 'all'
}

/** Turns the page to something else; what is not named stays. */
export type Turn = (change: Partial<Record<keyof TextSearch, string | undefined>>) => void

const short = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined

/** Reads an address; whatever it does not know it leaves out, and no address is wrong. */
export const readTextSearch = (given: Readonly<Record<string, unknown>>): TextSearch => {
  const view = textViews.find((each) => each === given.view)
  const language = short(given.language, /^[a-z]{2,3}$/)
  const side = short(given.side, /^[a-z][a-z0-9-]{0,47}$/)
  const from = short(given.from, /^(?:now|read|common|v\d{1,6})$/)
  const to = short(given.to, /^(?:now|read|common|v\d{1,6})$/)
  return {
    ...(view && view !== 'compilation' ? { view } : {}),
    ...(language ? { language } : {}),
    ...(side ? { side } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(given.rest === 'all' ? { rest: 'all' as const } : {}),
  }
}

/** The address with some of it changed; what is undefined is left out. */
export const turned = (
  search: TextSearch,
  change: Partial<Record<keyof TextSearch, string | undefined>>,
): TextSearch => readTextSearch({ ...search, ...change })
