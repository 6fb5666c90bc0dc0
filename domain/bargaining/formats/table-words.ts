/** The words of a table of worth: how cells say a weight, a red line, a range, and names that look like such words. */
import type { Estimate, IssueWorth } from '../worth.ts'
import { Misread, type Place } from './misread.ts'
import { figureAt } from './names.ts'

/** One cell of a table as words; numbers of a spreadsheet as their shortest decimal. */
export interface Cell {
  readonly text: string
  readonly at: Place
}

/** Rows that are no option, by the word in brackets that says so; Russian words are read as well. */
const special = {
  weight: ['weight', 'вес'],
  reservation: ['reservation', 'резервная ценность'],
  ceiling: ['ceiling', 'предел'],
  discount: ['discount', 'дисконт'],
  maximum: ['by maximum', 'по максимуму'],
  case: ['case', 'дело'],
} as const

export type Special = keyof typeof special

const inBrackets = (text: string): string | undefined =>
  /^\(\s*(.*?)\s*\)$/.exec(text.trim())?.[1]?.toLowerCase()

/** The special word a cell holds, or undefined. */
export const specialOf = (text: string): Special | undefined => {
  const word = inBrackets(text)
  const found = Object.entries(special).find(([, words]) => words.some((each) => each === word))
  return found?.[0] as Special | undefined
}

/** The range that `(10..50)` says. */
export const rangeOf = (text: string): { from: number; to: number } | undefined => {
  const found = /^(-?\d{1,15})\s*(?:\.\.|…)\s*(-?\d{1,15})$/.exec(inBrackets(text) ?? '')
  return found ? { from: Number(found[1]), to: Number(found[2]) } : undefined
}

/** Heads of the first two columns. */
export const isHead = (first: string, second: string): boolean =>
  ['issue', 'вопрос'].includes(first.trim().toLowerCase()) &&
  ['option', 'вариант'].includes(second.trim().toLowerCase())

/** The name a cell holds: what stands between apostrophes as it is, else without spaces around it. */
export const nameOf = (text: string): string => {
  const quoted = /^'([\s\S]*)'$/.exec(text)
  if (quoted) return quoted[1] ?? ''
  return text.startsWith("'") ? text.slice(1) : text.trim()
}

/** A name as a cell, between apostrophes where a reader or a spreadsheet program would take it for something else. */
export const nameCell = (name: string): string =>
  // A workbook's writer looks words up among the properties of an object, where `toString` and its like already are.
  name in {} || /^[=+\-@|('＝＋－＠\t\r]/u.test(name) || name !== name.trim() || name === ''
    ? `'${name}'`
    : name

/** What a party's cell says of an option. */
export interface Said {
  readonly worth?: Estimate | undefined
  readonly redLine: boolean
}

const redWords = /(?:^|\s)(?:red line|красная линия)$/i

/** An estimate: `40`, or `30..50`. */
export const estimateOf = (text: string, at: Place): Estimate => {
  const ends = /^(\S+?)\s*(?:\.\.|…)\s*(\S+)$/.exec(text.trim())
  if (!ends?.[1] || !ends[2]) return figureAt(text, at)
  return { least: figureAt(ends[1], at), most: figureAt(ends[2], at) }
}

/** `40`, `30..50`, `red line`, `40 red line`, or nothing. */
export const saidIn = ({ text, at }: Cell): Said => {
  const words = text.trim()
  const redLine = redWords.test(words)
  const rest = redLine ? words.replace(redWords, '').trim() : words
  return { redLine, ...(rest === '' ? {} : { worth: estimateOf(rest, at) }) }
}

/** `0 by 0.025` is worth 0 at the lower end and 0.025 more for each step; `within 0..1` holds it there. */
export const slopeIn = ({ text, at }: Cell): IssueWorth['slope'] => {
  const found = /^(\S+)\s+by\s+(\S+)(\s+within\s+0\s*\.\.\s*1)?$/i.exec(text.trim())
  if (!found?.[1] || !found[2]) throw new Misread('bargaining.file-figure', at, { figure: text.slice(0, 60) })
  const slope = { offset: figureAt(found[1], at), slope: figureAt(found[2], at) }
  return found[3] ? { ...slope, within: true } : slope
}

/** The slope as a cell. */
export const slopeCell = ({ offset, slope, within }: NonNullable<IssueWorth['slope']>): string =>
  `${offset} by ${slope}${within ? ' within 0..1' : ''}`

/** The estimate as a cell. */
export const estimateCell = (estimate: Estimate): string =>
  typeof estimate === 'object' ? `${estimate.least}..${estimate.most}` : String(estimate)

/** Whether a cell says yes. */
export const isYes = ({ text, at }: Cell): boolean => {
  const word = text.trim().toLowerCase()
  if (['yes', 'да', '1', 'true'].includes(word)) return true
  if (['', 'no', 'нет', '0', 'false'].includes(word)) return false
  throw new Misread('bargaining.file-unknown', at, { what: text.slice(0, 60) })
}
