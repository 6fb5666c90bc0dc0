/** Accreditation: a delegation submits its list, the mediator's secretariat accredits person by person, and badges are made. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Term } from '#domain/parties/member.ts'
import type { Actor } from '#domain/record/act.ts'
import { canonical } from '#domain/record/canonical.ts'

/** What a badge says a person is here for. */
export const badgeCategories = [
  'delegate',
  'adviser',
  'interpreter',
  'secretariat',
  'security',
  'technical',
  'press',
] as const
export type BadgeCategory = (typeof badgeCategories)[number]

/** Somebody on a list; many of them have no seat in the talks. */
export interface Listed {
  readonly id: string
  readonly name: Localised
  readonly title: Localised
  readonly category: BadgeCategory
}

/** What was decided on a person. `badge` is a signed note (C2SP signed-note) by the key of the room's log, or null where it was declined. */
export interface Decision {
  readonly person: string
  readonly badge: string | null
  readonly words?: Localised | undefined
  readonly by: Actor
  readonly at: string
}

/** What `accreditation.submit` says: the whole list, and the days for which badges are asked. */
export interface SubmitList extends Required<Pick<Term, 'from'>> {
  readonly until: string
  readonly people: readonly Listed[]
}

/** The list of one delegation as it stands, in the channel between it and the mediator. */
export interface Accreditation extends SubmitList {
  readonly submitted: { readonly by: Actor; readonly at: string }
  readonly decisions: readonly Decision[]
}

/** Whether a person of a list stood exactly so, and for the same days, on the one before. */
export const stoodBefore = (before: SubmitList | undefined, list: SubmitList, person: Listed): boolean => {
  if (before?.from !== list.from || before.until !== list.until) return false
  const known = before.people.find(({ id }) => id === person.id)
  return known !== undefined && canonical({ ...known }) === canonical({ ...person })
}

/**
 * The list in the place of the one before. What was decided stays decided for who stands there exactly as before and for
 * the same days; everybody else waits again, for a badge says what the list said when it was granted.
 */
export const submitList = (
  before: Accreditation | undefined,
  list: SubmitList,
  submitted: Accreditation['submitted'],
): Accreditation => {
  const kept = list.people.filter((person) => stoodBefore(before, list, person)).map(({ id }) => id)
  const decisions = (before?.decisions ?? []).filter(({ person }) => kept.includes(person))
  return { ...list, submitted, decisions }
}

/** Enters decisions; a later one on the same person takes the place of the earlier. */
export const decide = (state: Accreditation, decisions: readonly Decision[]): Outcome<Accreditation> => {
  const people = decisions.map(({ person }) => person)
  if (people.some((person) => !state.people.some(({ id }) => id === person)))
    return refuse('accreditation.person-unknown')
  const others = state.decisions.filter(({ person }) => !people.includes(person))
  return done({ ...state, decisions: [...others, ...decisions] })
}

/** The line under which the words of a badge stand: the key of a log signs other notes too. */
export const badgeHeading = 'parley-badge/1'

/** The words of a badge, as they are signed: one line of canonical JSON (RFC 8785) under a line that says what it is. */
export const badgeText = (
  process: string,
  party: string,
  person: Listed,
  { from, until }: Pick<SubmitList, 'from' | 'until'>,
): string => {
  const { id, name, category } = person
  return `${badgeHeading}\n${canonical({ process, party, id, name, category, from, until })}\n`
}

/** How many people one party has submitted, and of them accredited, declined, and waiting. */
export interface Reciprocity {
  readonly party: string
  readonly submitted: number
  readonly accredited: number
  readonly declined: number
  readonly waiting: number
}

/** The figures of one list; none for a party that has submitted nothing. */
export const reciprocityOf = (
  party: string,
  list: Pick<Accreditation, 'people' | 'decisions'> | undefined,
): Reciprocity => {
  const submitted = list?.people.length ?? 0
  const accredited = list?.decisions.filter(({ badge }) => badge !== null).length ?? 0
  const declined = (list?.decisions.length ?? 0) - accredited
  return { party, submitted, accredited, declined, waiting: submitted - accredited - declined }
}

/** Whether the days of a badge have not begun, are running, or are over. */
export const badgeTerm = (
  { from, until }: Pick<SubmitList, 'from' | 'until'>,
  day: string,
): 'ahead' | 'running' | 'over' => (day < from ? 'ahead' : day > until ? 'over' : 'running')

/** What a scanner read, as the note that it was: its own line ends, and one newline last. */
export const scannedNote = (words: string): string => `${words.replaceAll(/\r\n?/g, '\n').trim()}\n`

/** What the lists say of a badge that was scanned: whose it is and its days, or that it stands on none of them. */
export type BadgeFound =
  | { readonly kind: 'stands'; readonly person: Listed; readonly term: ReturnType<typeof badgeTerm> }
  | { readonly kind: 'withdrawn'; readonly person: Listed }
  | { readonly kind: 'unknown' }

/**
 * Looks for a badge on the lists that the reader may read. It stands where a decision holds exactly these words, signature
 * and all. `withdrawn` where it names somebody on a list who has not this badge: it was withdrawn, replaced, or never given.
 */
export const findBadge = (words: string, lists: readonly Accreditation[], day: string): BadgeFound => {
  const note = scannedNote(words)
  for (const list of lists) {
    const decision = list.decisions.find(({ badge }) => badge === note)
    const person = list.people.find(({ id }) => id === decision?.person)
    if (person) return { kind: 'stands', person, term: badgeTerm(list, day) }
  }
  const isOfBadges = note.startsWith(`${badgeHeading}\n`)
  const named = lists.flatMap(({ people }) => people).find(({ id }) => note.includes(`"id":"${id}"`))
  return isOfBadges && named ? { kind: 'withdrawn', person: named } : { kind: 'unknown' }
}
