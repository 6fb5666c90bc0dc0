/** Lines with brackets become a clause, one line in every language, and a clause becomes lines again. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, type Bracket, isMediators, liveAlternatives, newAlternative } from '../bracket.ts'
import type { Clause } from '../clause.ts'
import { type Content, normalContent, type Passage, type Piece } from '../content.ts'
import type { Naming } from './names.ts'
import type { Notation, NotedAlternative, NotedBracket, NotedPiece } from './notation.ts'
import { readNotation } from './read.ts'

/** How the mediator's own alternatives are named; each of these is read as the mediator. */
const mediator = 'Mediator'
const mediators: readonly string[] = [mediator, 'Посредник', 'Médiateur', 'Mediador']

/** What is printed for what is not words: numbers of clauses, marks of footnotes. */
export interface Printing {
  readonly numbers?: ReadonlyMap<string, string> | undefined
  /** The marks of footnotes by id; a footnote without one is not printed. */
  readonly marks?: ReadonlyMap<string, string> | undefined
  /** How a party is named; by its key when nothing is given. */
  readonly name?: ((key: string) => string) | undefined
}

const joinWords = (pieces: readonly NotedPiece[]): Notation => {
  const joined: NotedPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if ('words' in piece && piece.words === '') continue
    if ('words' in piece && last && 'words' in last)
      joined[joined.length - 1] = { words: last.words + piece.words }
    else joined.push(piece)
  }
  return joined
}

const namesOf = (
  alternative: Pick<Alternative, 'bridge' | 'nonPaper' | 'sponsors'>,
  { name = (key) => key }: Printing,
): readonly string[] => [...(isMediators(alternative) ? [mediator] : []), ...alternative.sponsors.map(name)]

/** The line that a content makes in one language: open brackets with the names of their sponsors. */
export const notationOf = (
  content: Content,
  brackets: Clause['brackets'],
  language: Language,
  printing: Printing = {},
): Notation => {
  const pieceOf = (piece: Piece): readonly NotedPiece[] => {
    if (typeof piece === 'string') return [{ words: piece }]
    if ('placeholder' in piece) return [piece]
    if ('reference' in piece)
      return [{ words: (printing.numbers?.get(piece.reference) ?? piece.reference).replace(/\.$/u, '') }]
    if ('term' in piece) return [{ words: piece.words }]
    if ('note' in piece) {
      const mark = printing.marks?.get(piece.note)
      return mark === undefined ? [] : [{ note: mark }]
    }
    const bracket = brackets[piece.bracket]
    if (!bracket) return []
    const alternatives = liveAlternatives(bracket).map((alternative) => {
      const words = alternative.passage[language]
      return {
        by: namesOf(alternative, printing),
        content: words ? notationOf(words, brackets, language, printing) : null,
      }
    })
    return [{ alternatives }]
  }
  return joinWords(content.flatMap(pieceOf))
}

/** How a reader names things: parties as typed and as they are kept, ids of brackets, alternatives, footnotes. */
export interface Reading extends Naming {
  /** What a name is kept as: `США` as `US`; a name that is not here is kept as typed. */
  readonly keys?: Readonly<Record<string, string>> | undefined
  readonly bracket?: (() => string) | undefined
  readonly alternative?: (() => string) | undefined
  /** The id of the footnote with this mark; null leaves the mark among the words. */
  readonly note?: ((mark: string) => string | null) | undefined
}

/** What the lines of a clause hold: its words, and the remarks that are no words, in the order typed. */
export interface NotedClause extends Pick<Clause, 'passage' | 'brackets'> {
  readonly remarks: readonly string[]
}

/** A name as a text can keep it: letters, figures, spaces, full stops, hyphens. */
const keptName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N} _.-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 48)

type Lines = Readonly<Record<Language, Notation | null>>

const counting = (letter: string): (() => string) => {
  let n = 0
  return () => {
    n += 1
    return `${letter}${n}`
  }
}

/** Puts the lines of one clause together, level by level. */
class Joining {
  readonly brackets: Record<string, Bracket> = {}
  readonly remarks: string[] = []
  private readonly reading: Reading
  private readonly bracketId: () => string
  private readonly alternativeId: () => string

  constructor(reading: Reading) {
    this.reading = reading
    this.bracketId = reading.bracket ?? counting('b')
    this.alternativeId = reading.alternative ?? counting('a')
  }

  private keys(by: readonly string[]): readonly string[] {
    const { keys } = this.reading
    return by.map((name) => (keys && Object.hasOwn(keys, name) ? keys[name] : undefined) ?? keptName(name))
  }

  /** What an alternative is known by in every language: its sponsors, else its place among those without. */
  private signs(bracket: NotedBracket): readonly string[] {
    const before = new Map<string, number>()
    return bracket.alternatives.map(({ by }) => {
      const names = this.keys(by).toSorted().join(',')
      const n = (before.get(names) ?? 0) + 1
      before.set(names, n)
      return n > 1 || names === '' ? `${names}#${n}` : names
    })
  }

  private signature(bracket: NotedBracket): string {
    return this.signs(bracket).toSorted().join('|')
  }

  passage(lines: Lines): Outcome<Passage> {
    const languages = Object.keys(lines)
    const lead = languages.find((language) => lines[language] !== null)
    if (lead === undefined) return done(Object.fromEntries(languages.map((language) => [language, null])))
    const ids = new Map<NotedBracket, string>()
    const taken = new Set<NotedBracket>()
    for (const piece of lines[lead] ?? []) {
      if (!('alternatives' in piece)) continue
      const found = this.counterparts(piece, lines, taken)
      if (!found.ok) return found
      const id = this.bracketId()
      for (const bracket of Object.values(found.value)) {
        taken.add(bracket)
        ids.set(bracket, id)
      }
      const made = this.bracket(id, piece, languages, found.value)
      if (!made.ok) return made
    }
    const surplus = languages.find((language) =>
      (lines[language] ?? []).some((piece) => 'alternatives' in piece && !taken.has(piece)),
    )
    if (surplus !== undefined)
      return refuse('notation.not-parallel', {
        language: surplus,
        bracket: this.nameless(lines[surplus], taken),
      })
    return done(
      Object.fromEntries(
        languages.map((language) => [language, this.content(lines[language] ?? null, ids)] as const),
      ),
    )
  }

  private nameless(line: Notation | null | undefined, taken: ReadonlySet<NotedBracket>): string {
    const bracket = line?.find((piece): piece is NotedBracket => 'alternatives' in piece && !taken.has(piece))
    return bracket ? this.signature(bracket) : ''
  }

  /** The same bracket in every language that has words: the first not yet taken with the same sponsors. */
  private counterparts(
    bracket: NotedBracket,
    lines: Lines,
    taken: ReadonlySet<NotedBracket>,
  ): Outcome<Readonly<Record<Language, NotedBracket>>> {
    const wanted = this.signature(bracket)
    const found: Record<Language, NotedBracket> = {}
    for (const [language, line] of Object.entries(lines)) {
      if (line === null) continue
      const same = line.includes(bracket)
        ? bracket
        : line.find(
            (piece): piece is NotedBracket =>
              'alternatives' in piece && !taken.has(piece) && this.signature(piece) === wanted,
          )
      if (!same) return refuse('notation.not-parallel', { language, bracket: wanted })
      found[language] = same
    }
    return done(found)
  }

  private bracket(
    id: string,
    lead: NotedBracket,
    languages: readonly Language[],
    found: Readonly<Record<Language, NotedBracket>>,
  ): Outcome<null> {
    // Its place among the others is before those inside it.
    this.brackets[id] = { id, alternatives: [] }
    const alternatives: Alternative[] = []
    const signs = this.signs(lead)
    for (const [i, alternative] of lead.alternatives.entries()) {
      const lines = languages.map((language) => {
        const bracket = found[language]
        const at = bracket ? this.signs(bracket).indexOf(signs[i] ?? '') : -1
        return [language, bracket?.alternatives[at]?.content ?? null] as const
      })
      const made = this.alternative(alternative, Object.fromEntries(lines))
      if (!made.ok) return made
      alternatives.push(made.value)
    }
    this.brackets[id] = { id, alternatives }
    return done(null)
  }

  private alternative({ by }: NotedAlternative, lines: Lines): Outcome<Alternative> {
    const id = this.alternativeId()
    const passage = this.passage(lines)
    if (!passage.ok) return passage
    const bridge = by.some((name) => mediators.includes(name))
    const sponsors = this.keys(by.filter((name) => !mediators.includes(name)))
    return done(newAlternative({ id, passage: passage.value, sponsors, ...(bridge ? { bridge: true } : {}) }))
  }

  private content(line: Notation | null, ids: ReadonlyMap<NotedBracket, string>): Content | null {
    if (line === null) return null
    const pieces = line.flatMap((piece): readonly Piece[] => {
      if ('words' in piece) return [piece.words]
      if ('placeholder' in piece) return [piece]
      if ('note' in piece) {
        const id = this.reading.note?.(piece.note) ?? null
        return [id === null ? `[^${piece.note}]` : { note: id }]
      }
      if ('alternatives' in piece) return [{ bracket: ids.get(piece) ?? '' }]
      this.remarks.push(piece.remark)
      return []
    })
    return normalContent(pieces)
  }
}

/**
 * A clause from its lines, one for each language: one set of brackets whose alternatives hold every language. Brackets
 * and alternatives belong together by their sponsors, wherever they stand in the sentence; those without by their order.
 * Refuses what `readNotation` refuses, with the language, and with `notation.not-parallel` {language, bracket} a bracket
 * that one language lacks. Marks of agreement and reservations are given as remarks: a paper can record neither.
 */
export const readBilingual = (
  sources: Readonly<Record<Language, string>>,
  reading: Reading = {},
): Outcome<NotedClause> => {
  const lines: Record<Language, Notation | null> = {}
  for (const [language, source] of Object.entries(sources)) {
    const line = readNotation(source, reading)
    if (!line.ok) return refuse(line.refusal.code, { ...line.refusal.facts, language })
    lines[language] = line.value
  }
  const joining = new Joining(reading)
  const passage = joining.passage(lines)
  if (!passage.ok) return passage
  return done({ passage: passage.value, brackets: joining.brackets, remarks: joining.remarks })
}

/** A clause from its line in one language. */
export const readClause = (source: string, language: Language, reading: Reading = {}): Outcome<NotedClause> =>
  readBilingual({ [language]: source }, reading)
