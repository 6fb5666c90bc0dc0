/** Saying where a file cannot be read: the file, the line and the column, counted from one. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { mostOptions } from '../compile.ts'

/** Where something stands in a file. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

type Facts = Readonly<Record<string, string | number>>

/** What a reader throws at the first thing it cannot read; never leaves `reading`. */
export class Misread extends Error {
  readonly code: string
  readonly facts: Facts
  constructor(code: string, at: Place | undefined, facts: Facts = {}) {
    super(code)
    this.code = code
    this.facts = at ? { file: at.file, line: at.line, column: at.column, ...facts } : facts
  }
}

/**
 * What a reader answers. Refusals, all with `file`, `line` and `column`: `bargaining.file-broken` {reason}, `.file-figure`
 * {figure}, `.file-missing` {what}, `.file-unknown` {what}, `.file-twice` {what}, `.file-unsupported` {what}, `.file-kind`;
 * of writers `bargaining.cannot-hold` {form, what}. What is named are the words of the file itself.
 */
export const reading = <T>(read: () => T): Outcome<T> => {
  try {
    return done(read())
  } catch (fault) {
    if (fault instanceof Misread) return refuse(fault.code, fault.facts)
    throw fault
  }
}

/** The file is not what its kind is; the reason is the parser's own, in English. */
export const broken = (at: Place, reason: string): Misread =>
  new Misread('bargaining.file-broken', at, { reason })

/** Something that must be there is not. */
export const missing = (at: Place, what: string): Misread =>
  new Misread('bargaining.file-missing', at, { what: cut(what) })

/** Something is named that is nowhere. */
export const unknown = (at: Place, what: string): Misread =>
  new Misread('bargaining.file-unknown', at, { what: cut(what) })

/** The same name stands twice. */
export const twice = (at: Place, what: string): Misread =>
  new Misread('bargaining.file-twice', at, { what: cut(what) })

/** Most issues of a case from a file; an analysis of more is no analysis that anybody reads. */
const mostIssues = 1_000

/** Refuses more issues, or more options of one issue, than can be computed with. */
export const holdToSize = (at: Place, options: readonly number[]): void => {
  if (options.length > mostIssues) throw unsupported(at, `${options.length} > ${mostIssues}`)
  const many = options.find((count) => count > mostOptions)
  if (many !== undefined) throw unsupported(at, `${many} > ${mostOptions}`)
}

/** Something that the model of a case has no place for. */
export const unsupported = (at: Place, what: string): Misread =>
  new Misread('bargaining.file-unsupported', at, { what: cut(what) })

const cut = (words: string): string => (words.length > 120 ? `${words.slice(0, 120)}...` : words)
