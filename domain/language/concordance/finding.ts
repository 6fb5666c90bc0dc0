/** What a check says: that two languages of a clause may not say the same, and where. */

/** The checks, in the order in which a person reads their findings. */
export const checks = [
  'numbers',
  'dates',
  'times',
  'symbols',
  'units',
  'lists',
  'brackets',
  'force',
  'negation',
  'parties',
  'terms',
  'letters',
  'untranslated',
] as const
export type Check = (typeof checks)[number]

/** The checks that read figures: numbers, dates, times of day, symbols of documents, units. */
export const figureChecks: readonly Check[] = ['numbers', 'dates', 'times', 'symbols', 'units']

/**
 * `divergence`: the two languages say different things, as far as a rule can see. `doubt`: one of them says something
 * that the other does not, or says it less strongly; often it is a matter of style, and a person looks.
 */
export type Severity = 'divergence' | 'doubt'

/** A stretch of a passage: UTF-16 positions, `to` not included, and the words there. Positions count in NFC. */
export interface Cited {
  readonly from: number
  readonly to: number
  readonly words: string
}

/** The codes of all findings; each has a sentence in every language of the interface. */
export const findingCodes = [
  'numbers.differ',
  'numbers.only-en',
  'numbers.only-ru',
  'dates.differ',
  'dates.only-en',
  'dates.only-ru',
  'times.differ',
  'times.only-en',
  'times.only-ru',
  'symbols.differ',
  'symbols.only-en',
  'symbols.only-ru',
  'units.differ',
  'lists.count',
  'lists.letter',
  'brackets.unpaired-en',
  'brackets.unpaired-ru',
  'brackets.count',
  'force.differs',
  'force.weaker',
  'negation.only-en',
  'negation.only-ru',
  'parties.only-en',
  'parties.only-ru',
  'terms.only-en',
  'terms.only-ru',
  'letters.mixed-en',
  'letters.mixed-ru',
  'untranslated.in-en',
  'untranslated.in-ru',
] as const
export type FindingCode = (typeof findingCodes)[number]

/**
 * One finding. `code` is stable and has a sentence in every language of the interface, filled in with `facts`;
 * a side on which there is nothing to point at is null, and then its whole passage is meant.
 */
export interface Finding {
  readonly check: Check
  readonly code: FindingCode
  readonly severity: Severity
  readonly en: Cited | null
  readonly ru: Cited | null
  readonly facts: Readonly<Record<string, string | number>>
}

/** Where a finding points to; a side that is left out has nothing to point at. */
export interface Places {
  readonly en?: Cited | null | undefined
  readonly ru?: Cited | null | undefined
}

/** A new finding. The first word of its code is the name of its check. */
export const newFinding = (
  code: FindingCode,
  severity: Severity,
  { en = null, ru = null }: Places,
  facts: Finding['facts'],
): Finding => {
  const check = checks.find((each) => code.startsWith(`${each}.`))
  if (!check) throw new Error(`no check is called as ${code} begins`)
  return { check, code, severity, en, ru, facts }
}
