/** A negotiated text as Akoma Ntoso: in one language, its brackets with their sponsors, or none when all are resolved. */
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, type Bracket, isMediators, liveAlternatives } from '../bracket.ts'
import type { Clause } from '../clause.ts'
import type { Content, Piece } from '../content.ts'
import { type Exported, partyName, titleIn } from '../export/about.ts'
import { numbersOf } from '../numbering.ts'
import { type Choice, inReadingOrder, resolved } from '../text.ts'
import { element, text, type XmlElement, type XmlNode } from '../xml.ts'
import { identifier, inline, type PaperClause, type PaperPart } from './paper.ts'
import { akomaOf } from './structure.ts'

/** What a clause is written with. */
interface Writing {
  readonly exported: Exported
  readonly clause: Clause
  readonly language: Language
  readonly numbers: ReadonlyMap<string, string>
  /** Writes what only Parley reads: ids, statuses, orders. Without it the file is plain Akoma Ntoso. */
  readonly own: boolean
  /** The footnotes written so far, by id, with their printed marks. */
  readonly noted: Map<string, string>
  readonly nextMark: () => string
}

/** Characters that only show the brackets: `[`, `US: `, ` | `, `]`. */
const sign = (characters: string): XmlElement => inline('inline', { name: 'sign' }, characters)

/** Attributes of Parley's own; those without a value are left out. */
const ownMarks = (writing: Pick<Writing, 'own'>, marks: Readonly<Record<string, string | undefined>>) =>
  writing.own
    ? Object.fromEntries(
        Object.entries(marks).flatMap(([name, value]) =>
          value === undefined ? [] : [[`parley:${name}`, value]],
        ),
      )
    : {}

const idIn = (clause: Clause, kind: string, id: string): string =>
  `clause-${identifier(clause.id)}__${kind}-${identifier(id)}`
const partyId = (key: string): string => `party-${identifier(key)}`

const noteOf = (writing: Writing, id: string): XmlElement => {
  const { clause, language, noted, own } = writing
  const eId = idIn(clause, 'note', id)
  const known = noted.get(id)
  if (known !== undefined)
    return element('noteRef', { href: `#${eId}`, marker: known, ...ownMarks({ own }, { note: id }) })
  const marker = writing.nextMark()
  noted.set(id, marker)
  const words = clause.notes[id]?.[language] ?? null
  const missing = ownMarks({ own }, { note: id, untranslated: words === null ? 'true' : undefined })
  return element('authorialNote', { eId, marker, ...missing }, [
    element('p', {}, contentOf(writing, words ?? [])),
  ])
}

const alternativeOf = (
  writing: Writing,
  alternative: Alternative,
  first: Alternative | undefined,
): XmlElement => {
  const { clause, language, exported } = writing
  const { id, passage, sponsors, supporters, status, base, bridge, nonPaper, stood, lapsesAt } = alternative
  const content = passage[language] ?? null
  const names = [
    ...(isMediators(alternative) ? ['Mediator'] : []),
    ...sponsors.map((key) => partyName(exported, key, language)),
  ]
  const refersTo = sponsors.map((key) => `#${partyId(key)}`).join(' ')
  const marks = {
    id,
    sponsors: sponsors.join(','),
    supporters: supporters.join(','),
    status,
    base: `${base}`,
    bridge: bridge ? 'true' : undefined,
    nonPaper: nonPaper ? 'true' : undefined,
    stood: stood ? 'true' : undefined,
    lapsesAt,
    untranslated: content === null ? 'true' : undefined,
  }
  return inline(
    'inline',
    {
      name: 'alternative',
      eId: idIn(clause, 'alternative', id),
      ...(refersTo === '' ? {} : { refersTo }),
      ...(first && first.id !== id ? { alternativeTo: idIn(clause, 'alternative', first.id) } : {}),
      ...ownMarks(writing, marks),
    },
    ...(names.length > 0 ? [sign(`${names.join(', ')}: `)] : []),
    ...(content === null ? [sign('…')] : contentOf(writing, content)),
  )
}

const bracketOf = (writing: Writing, bracket: Bracket): XmlElement => {
  const live = liveAlternatives(bracket)
  const sides = live.flatMap((alternative, i) => [
    ...(i === 0 ? [] : [sign(' | ')]),
    alternativeOf(writing, alternative, live[0]),
  ])
  const eId = idIn(writing.clause, 'bracket', bracket.id)
  const attributes = { name: 'bracket', eId, ...ownMarks(writing, { id: bracket.id }) }
  return inline('inline', attributes, sign('['), ...sides, sign(']'))
}

const pieceOf = (writing: Writing, piece: Piece): readonly XmlNode[] => {
  if (typeof piece === 'string') return [text(piece)]
  if ('placeholder' in piece)
    return [inline('placeholder', { originalText: piece.placeholder }, `[${piece.placeholder}]`)]
  if ('reference' in piece) {
    const printed = (writing.numbers.get(piece.reference) ?? piece.reference).replace(/\.$/u, '')
    return [
      inline(
        'ref',
        { href: `#clause-${identifier(piece.reference)}`, ...ownMarks(writing, { to: piece.reference }) },
        printed,
      ),
    ]
  }
  if ('term' in piece)
    return [inline('inline', { name: 'term', ...ownMarks(writing, { term: piece.term }) }, piece.words)]
  if ('note' in piece) return [noteOf(writing, piece.note)]
  const bracket = writing.clause.brackets[piece.bracket]
  return bracket ? [bracketOf(writing, bracket)] : []
}

const contentOf = (writing: Writing, content: Content): readonly XmlNode[] =>
  content.flatMap((piece) => pieceOf(writing, piece))

const parts: readonly PaperPart[] = ['cover', 'preface', 'preamble', 'body', 'conclusions']

const wantedPart = (clauses: readonly Clause[], i: number): PaperPart => {
  const later = (...kinds: readonly Clause['kind'][]): boolean =>
    clauses.slice(i + 1).some(({ kind }) => kinds.includes(kind))
  const kind = clauses[i]?.kind
  if (kind === 'title') return 'preface'
  if (kind === 'preambular') return 'preamble'
  if (kind === 'testimonium')
    return clauses.slice(i).every((each) => each.kind === 'testimonium') ? 'conclusions' : 'body'
  if (kind === 'heading' || kind === 'chapeau') return later('preambular') ? 'preamble' : 'body'
  return 'body'
}

const elementName = ({ kind }: Clause, part: PaperPart): PaperClause['name'] => {
  if (kind === 'heading' || kind === 'annex' || (kind === 'title' && part === 'body')) return 'heading'
  if (kind === 'article') return 'article'
  if (kind === 'sub-paragraph') return 'point'
  return kind === 'testimonium' ? 'p' : 'paragraph'
}

/** How a text is written: with a choice every bracket is resolved, and the file is plain Akoma Ntoso. */
export interface AkomaOptions {
  readonly choose?: Choice | undefined
}

const wordsOf = (
  clause: Clause,
  language: Language,
  choose: Choice | undefined,
): Content | null | undefined => {
  const content = clause.passage[language] ?? null
  if (content === null || !choose) return content
  const left = resolved(content, clause.brackets, language, choose)
  return left.length === 0 && content.length > 0 ? undefined : left
}

/** What all clauses of a file are written with. */
type Sharing = Omit<Writing, 'clause' | 'noted'> & { readonly choose: Choice | undefined }

const paperClause = (
  sharing: Sharing,
  clause: Clause,
  depth: number,
  part: PaperPart,
): PaperClause | null => {
  const { language, numbers, choose } = sharing
  const content = wordsOf(clause, language, choose)
  if (content === undefined) return null
  const writing: Writing = { ...sharing, clause, noted: new Map() }
  const marks = ownMarks(writing, {
    clause: clause.id,
    kind: clause.kind,
    parent: clause.parent ?? undefined,
    order: clause.order,
    number: clause.number,
    untranslated: content === null ? 'true' : undefined,
  })
  const words = content === null ? [sign('…')] : contentOf(writing, content)
  return {
    id: `clause-${identifier(clause.id)}`,
    part,
    name: elementName(clause, part),
    depth,
    number: numbers.get(clause.id) ?? null,
    words: titled(clause, part, words),
    marks,
    rank: depth,
    annex: null,
  }
}

const counting = (): (() => string) => {
  let n = 0
  return () => {
    n += 1
    return `${n}`
  }
}

/**
 * A text in one language as Akoma Ntoso 3.0, without its history: the open alternatives, their sponsors and statuses.
 * `readAkomaText` gives back the same clauses, brackets and footnotes; `readAkoma` reads the brackets as words. With a
 * choice there are no brackets and nothing of ours in it, and a clause of which nothing is left is not there.
 */
export const akomaOfText = (
  exported: Exported,
  language: Language,
  { choose }: AkomaOptions = {},
): XmlElement => {
  const own = choose === undefined
  const numbers = numbersOf(exported.text, language)
  const sharing: Sharing = { exported, language, numbers, own, nextMark: counting(), choose }
  const ordered = inReadingOrder(exported.text)
  const all = ordered.map(({ clause }) => clause)
  let reached = 0
  const clauses = ordered.flatMap(({ clause, depth }, i) => {
    reached = Math.max(reached, parts.indexOf(wantedPart(all, i)))
    return paperClause(sharing, clause, depth, parts[reached] ?? 'body') ?? []
  })
  return akomaOf(headOf(exported, language), clauses, own)
}

/** A title before all else is the title of the paper. */
const titled = ({ kind }: Clause, part: PaperPart, words: readonly XmlNode[]): readonly XmlNode[] =>
  kind === 'title' && part === 'preface'
    ? [element('docTitle', { refersTo: '#resolutionTitle' }, words)]
    : words

const headOf = (exported: Exported, language: Language) => ({
  language,
  name: 'negotiatingText',
  title: titleIn(exported, language),
  date: exported.date,
  parties: exported.parties.map(({ key }) => ({
    id: partyId(key),
    name: partyName(exported, key, language),
  })),
})
