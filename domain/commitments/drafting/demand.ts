/** What a clause demands, piece by piece: of whom, when, on which condition, seen by whom; each with the words that say so. */
import type { Cited } from '#domain/language/concordance/finding.ts'
import type { Known } from '#domain/language/concordance/passage.ts'
import { bindingOf } from './bound.ts'
import { conditionsIn, type DraftCondition } from './conditions.ts'
import type { Part, Surroundings } from './heads.ts'
import { partsOf } from './parts.ts'
import { piecesOf } from './pieces.ts'
import { readingOf, type Stretch } from './reading.ts'
import { type Time, timesIn } from './times.ts'
import { type DraftVerification, proceduresIn, verificationIn } from './verification.ts'
import { type KnownActor, type MentionKind, mentionsIn } from './who.ts'
import type { Form, Speech } from './wording.ts'
import { english } from './words-en.ts'
import { russian } from './words-ru.ts'

/** Where the words stand that led to something: in the clause itself, or in a chapeau that it hangs on. */
export type Placed<T> = T & { readonly in: 'clause' | 'chapeau' }

/** Somebody who is bound: a known actor by key, or whoever the words name. */
export interface Bound {
  readonly key: string | null
  readonly kind: MentionKind
  readonly cited: Cited
}

/** Who verifies, as far as the words say. */
export interface Seen {
  readonly means: DraftVerification['means']
  readonly cited: Cited
  readonly verifier: Pick<Bound, 'key' | 'kind'> | null
}

/**
 * One demand, or one sentence that demands nothing (`declaration`, `rhetoric`). `by` are the words that show its
 * force, null where nothing shows it. `goesOn` says more of the demand before it ("This process is to …").
 */
export interface Demand {
  readonly span: Cited
  readonly speech: Speech
  readonly form: Form
  readonly by: Placed<{ readonly cited: Cited }> | null
  readonly bound: readonly Placed<Bound>[]
  readonly isPassive: boolean
  readonly times: readonly Placed<Time>[]
  readonly conditions: readonly Placed<DraftCondition>[]
  readonly verification: readonly Placed<Seen>[]
  readonly procedures: readonly Placed<{ readonly cited: Cited }>[]
  readonly goesOn: boolean
}

interface Page extends Surroundings {
  readonly times: readonly (Time & Stretch)[]
  readonly conditions: readonly (DraftCondition & Stretch)[]
  readonly verification: readonly (DraftVerification & Stretch)[]
}

const pageOf = (words: string, language: Known, actors: readonly KnownActor[]): Page => {
  const reading = readingOf(language, words)
  const mentions = mentionsIn(reading, actors)
  const times = timesIn(reading)
  const conditions = conditionsIn(reading, times)
  const verification = verificationIn(reading, mentions)
  const wording = language === 'en' ? english : russian
  return { reading, wording, mentions, times, conditions, verification }
}

const here = <T>(value: T): Placed<T> => ({ ...value, in: 'clause' })
const above = <T extends { readonly in: string }>(value: T): T => ({ ...value, in: 'chapeau' })

const isIn = (outer: Stretch, { from, to }: Stretch): boolean => from >= outer.from && to <= outer.to

// A day that a proviso names is the proviso's, not the demand's.
const isProviso = /^(?:if|unless|provided|in the event|in case|when|если|при условии|в случае|когда)/u

const foundIn = (
  page: Page,
  part: Stretch,
): Pick<Demand, 'times' | 'conditions' | 'verification' | 'procedures'> => {
  const conditions = page.conditions.filter((one) => one.from >= part.from && one.from < part.to)
  const provisos = conditions.filter(({ cited }) => isProviso.test(cited.words.toLowerCase()))
  const bare = <T extends Stretch>({ from: _, to: __, ...rest }: T): Omit<T, keyof Stretch> => rest
  return {
    times: page.times
      .filter((one) => isIn(part, one) && !provisos.some((proviso) => isIn(proviso, one)))
      .map((one) => here(bare(one))),
    conditions: conditions.map((one) => here(bare(one))),
    verification: page.verification
      .filter((one) => one.from >= part.from && one.from < part.to)
      .map(({ means, cited, verifier }) =>
        here({ means, cited, verifier: verifier && { key: verifier.key, kind: verifier.kind } }),
      ),
    procedures: proceduresIn(page.reading, part).map((cited) => here({ cited })),
  }
}

const demandOf = (page: Page, part: Part): Demand => {
  const { reading, wording } = page
  const { head } = part
  const { isPassive, mentions } = bindingOf(page, part)
  return {
    span: reading.cite(part.from, part.to),
    speech: head?.speech ?? 'declaration',
    form: head?.form ?? 'plain',
    by: head && here({ cited: reading.cite(head.from, head.to) }),
    bound: mentions.map(({ key, kind, from, to }) => here({ key, kind, cited: reading.cite(from, to) })),
    isPassive,
    ...foundIn(page, part),
    goesOn: wording.goesOn.test(reading.lower.slice(part.from, part.to)),
  }
}

/** What a demand that goes on under the same head takes from the one before it. */
const followed = (last: Demand, own: Demand): Demand => ({
  ...own,
  speech: own.by ? own.speech : last.speech,
  form: own.by ? own.form : last.form,
  by: own.by ?? last.by,
  bound: own.bound.length > 0 || own.isPassive ? own.bound : last.bound,
})

// "The Parties shall … and … by 1 May": what closes a row of verbs holds for all of them, what opens it as well.
const shared = (page: Page, parts: readonly Part[], demands: readonly Demand[]): readonly Demand[] => {
  const [first] = parts
  const opening = first?.head ? foundIn(page, { from: first.from, to: first.head.from }) : null
  const isRow = (i: number): boolean => parts[i]?.goesOn === true
  return demands.map((demand, i) => {
    const last = isRow(i + 1) ? demands[demands.length - 1] : undefined
    const times = [
      ...(isRow(i) ? (opening?.times ?? []) : []),
      ...demand.times,
      ...(demand.times.length === 0 ? (last?.times ?? []) : []),
    ]
    const conditions = isRow(i) ? [...(opening?.conditions ?? []), ...demand.conditions] : demand.conditions
    return { ...demand, times, conditions }
  })
}

const readPiece = (page: Page, piece: Stretch): readonly Demand[] => {
  const parts = partsOf(page, piece)
  const demands: Demand[] = []
  for (const part of parts) {
    const own = demandOf(page, part)
    const last = demands.at(-1)
    demands.push(part.goesOn && last ? followed(last, own) : own)
  }
  return shared(page, parts, demands)
}

/** A demand as it is under its chapeau: whose verb, subject, terms and conditions it has where it has none itself. */
const hung = (demand: Demand, chapeau: Demand | null): Demand => {
  if (!chapeau) return demand
  const takesForce = !demand.by || demand.form === 'imperative' || demand.form === 'nominal'
  const force = takesForce && chapeau.by ? { speech: chapeau.speech, form: chapeau.form, by: chapeau.by } : {}
  return {
    ...demand,
    ...force,
    bound: demand.bound.length > 0 || demand.isPassive ? demand.bound : chapeau.bound,
    times: [...demand.times, ...chapeau.times],
    conditions: [...demand.conditions, ...chapeau.conditions],
    verification: [...demand.verification, ...chapeau.verification],
    procedures: [...demand.procedures, ...chapeau.procedures],
  }
}

/** A chapeau of another clause: all its words stand above. */
const lifted = (chapeau: Demand): Demand => ({
  ...chapeau,
  by: chapeau.by && above(chapeau.by),
  bound: chapeau.bound.map(above),
  times: chapeau.times.map(above),
  conditions: chapeau.conditions.map(above),
  verification: chapeau.verification.map(above),
  procedures: chapeau.procedures.map(above),
})

/** "They shall …" after a sentence with a subject binds the same. */
const withPronoun = (demand: Demand, before: Demand | undefined): Demand => {
  if (!demand.bound.some(({ kind }) => kind === 'pronoun')) return demand
  const named = demand.bound.filter(({ kind }) => kind !== 'pronoun')
  const own = named.length > 0 ? named : (before?.bound ?? [])
  return { ...demand, bound: own, goesOn: demand.goesOn && own.length === 0 }
}

const isBare = ({ wording }: Page, { span, by }: Demand): boolean => {
  const after = by ? span.words.slice(span.words.lastIndexOf(by.cited.words) + by.cited.words.length) : ''
  return by === null || after.trim().split(/\s+/u).length <= 3 || wording.following.test(after.toLowerCase())
}

interface Progress {
  readonly demands: readonly Demand[]
  readonly chapeau: Demand | null
}

const readNext = (
  page: Page,
  outer: Demand | null,
  { demands, chapeau }: Progress,
  piece: Stretch,
): Progress => {
  const { reading, wording } = page
  const isFresh = /[.!?]["')]* $/u.test(
    reading.lower.slice(0, piece.from).replace(/(?:\(?[\p{L}\d]{1,4}[.)]|[–•-]) ?$/u, ''),
  )
  const over = isFresh ? outer : chapeau
  const words = reading.lower.slice(piece.from, piece.to)
  const read = readPiece(page, piece).map((demand) => withPronoun(hung(demand, over), demands.at(-1)))
  const last = read.at(-1)
  // A chapeau alone, and a step that only details what stands above it, are no demands of their own.
  const opensRow = /^ ?\(?(?:a|а|i|1)\) /u.test(reading.lower.slice(piece.to))
  if ((words.endsWith(':') || opensRow) && last) {
    const found = over && !last.by ? { ...over, ...last, by: over.by } : last
    const own = isBare(page, last) ? read.slice(0, -1) : read
    return {
      demands: [...demands, ...own],
      chapeau: found.bound.length > 0 || found.by ? found : subjectAlone(page, piece, found),
    }
  }
  const isDetail = over?.by && over.form === 'nominal' && wording.fragment.test(words)
  return { demands: isDetail ? demands : [...demands, ...read], chapeau: over }
}

/** «Стороны:» — whoever opens a chapeau without a verb is bound by its steps. */
const subjectAlone = (page: Page, piece: Stretch, found: Demand): Demand => {
  const own = page.mentions.filter((one) => isIn(piece, one) && one.kind !== 'pronoun').slice(0, 1)
  return {
    ...found,
    bound: own.map(({ key, kind, from, to }) => here({ key, kind, cited: page.reading.cite(from, to) })),
  }
}

const read = (page: Page, outer: Demand | null): Progress =>
  piecesOf(page.reading).reduce((progress, piece) => readNext(page, outer, progress, piece), {
    ...{ demands: [], chapeau: outer },
  } as Progress)

/**
 * What the words of a clause demand, in order, with sentences that demand nothing. `under` are the words of the
 * chapeaux it hangs on, outermost first. Positions count in the words in NFC; nothing is dropped silently but steps
 * that only detail ("for the troops of A: from the line of contact").
 */
export const demandsIn = (
  words: string,
  language: Known,
  actors: readonly KnownActor[] = [],
  under: readonly string[] = [],
): readonly Demand[] => {
  const chapeau = under.reduce<Demand | null>((outer, words) => {
    const { chapeau: found, demands } = read(pageOf(words, language, actors), outer)
    const nearest = found ?? demands.at(-1)
    return nearest ? lifted(nearest) : outer
  }, null)
  return read(pageOf(words, language, actors), chapeau).demands
}
