/** Reads a text back from the Akoma Ntoso that Parley wrote: the same clauses, brackets and footnotes. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, alternativeStatuses, type Bracket, newAlternative } from '../bracket.ts'
import { type Clause, newClause, textClauseKinds } from '../clause.ts'
import { type Content, normalContent, type Passage, type Piece } from '../content.ts'
import { languageOf } from '../masthead.ts'
import type { Text } from '../text.ts'
import { attribute, descendants, textOf, type XmlElement, type XmlNode } from '../xml.ts'

/** What a clause gathers while its words are read. */
interface Gathering {
  readonly language: Language
  readonly brackets: Record<string, Bracket>
  readonly notes: Record<string, Passage>
}

const own = (node: XmlElement, name: string): string | null => attribute(node, `parley:${name}`)
const listOf = (node: XmlElement, name: string): readonly string[] =>
  (own(node, name) ?? '').split(',').filter((one) => one !== '')
const isMissing = (node: XmlElement): boolean => own(node, 'untranslated') === 'true'
const isNamed = (node: XmlElement, name: string): boolean =>
  node.name === 'inline' && attribute(node, 'name') === name

const alternativeOf = (gathering: Gathering, node: XmlElement): Alternative => {
  const content = isMissing(node) ? null : contentOf(gathering, node.children)
  const status = alternativeStatuses.find((each) => each === own(node, 'status')) ?? 'proposed'
  const lapsesAt = own(node, 'lapsesAt')
  return newAlternative({
    id: own(node, 'id') ?? '',
    passage: { [gathering.language]: content },
    sponsors: listOf(node, 'sponsors'),
    supporters: listOf(node, 'supporters'),
    status,
    base: Number(own(node, 'base') ?? 0),
    ...(own(node, 'bridge') === null ? {} : { bridge: true }),
    ...(own(node, 'nonPaper') === null ? {} : { nonPaper: true }),
    ...(own(node, 'stood') === null ? {} : { stood: true }),
    ...(lapsesAt === null ? {} : { lapsesAt }),
  })
}

const bracketOf = (gathering: Gathering, node: XmlElement): Piece => {
  const id = own(node, 'id') ?? ''
  gathering.brackets[id] = { id, alternatives: [] }
  const alternatives = node.children.flatMap((child) =>
    child.kind === 'element' && isNamed(child, 'alternative') ? [alternativeOf(gathering, child)] : [],
  )
  gathering.brackets[id] = { id, alternatives }
  return { bracket: id }
}

const noteOf = (gathering: Gathering, node: XmlElement): Piece => {
  const id = own(node, 'note') ?? ''
  if (node.name === 'authorialNote') {
    const words = node.children.flatMap((child) => (child.kind === 'element' ? child.children : []))
    gathering.notes[id] = { [gathering.language]: isMissing(node) ? null : contentOf(gathering, words) }
  }
  return { note: id }
}

const pieceOf = (gathering: Gathering, node: XmlNode): readonly Piece[] => {
  if (node.kind === 'text') return [node.text]
  if (node.name === 'placeholder') return [{ placeholder: attribute(node, 'originalText') ?? '' }]
  if (node.name === 'ref') return [{ reference: own(node, 'to') ?? '' }]
  if (node.name === 'authorialNote' || node.name === 'noteRef') return [noteOf(gathering, node)]
  if (isNamed(node, 'sign')) return []
  if (isNamed(node, 'term')) return [{ term: own(node, 'term') ?? '', words: textOf(node) }]
  if (isNamed(node, 'bracket')) return [bracketOf(gathering, node)]
  return contentOf(gathering, node.children)
}

const contentOf = (gathering: Gathering, nodes: readonly XmlNode[]): Content =>
  normalContent(nodes.flatMap((node) => pieceOf(gathering, node)))

const clauseOf = (node: XmlElement, language: Language): Clause => {
  const gathering: Gathering = { language, brackets: {}, notes: {} }
  const content = isMissing(node) ? null : contentOf(gathering, node.children)
  const number = own(node, 'number')
  return newClause({
    id: own(node, 'clause') ?? '',
    parent: own(node, 'parent'),
    order: own(node, 'order') ?? 'V',
    kind: textClauseKinds.find((kind) => kind === own(node, 'kind')) ?? 'paragraph',
    passage: { [language]: content },
    brackets: gathering.brackets,
    notes: gathering.notes,
    ...(number === null ? {} : { number }),
  })
}

/**
 * The text that `akomaOfText` wrote, in its one language: words, open brackets, footnotes, order. Refuses with
 * `paper.not-ours` a file in which no clause is marked, as one with every bracket resolved, or one of somebody else.
 */
export const readAkomaText = (root: XmlElement): Outcome<Text> => {
  const language = languageOf(root)
  const lines = descendants(root, 'p', 'heading').filter((node) => own(node, 'clause') !== null)
  if (language === null || lines.length === 0) return refuse('paper.not-ours')
  return done({ languages: [language], clauses: lines.map((line) => clauseOf(line, language)) })
}

/** What must be the same in every language of a clause: its place, its brackets, who they are by. */
const shapeOf = ({ passage: _, notes, brackets, ...place }: Clause): string =>
  JSON.stringify({
    ...place,
    notes: Object.keys(notes).toSorted(),
    brackets: Object.keys(brackets)
      .toSorted()
      .map((id) => [id, brackets[id]?.alternatives.map(({ passage: _words, ...rest }) => rest)]),
  })

const joined = (one: Clause, other: Clause): Clause => ({
  ...one,
  passage: { ...one.passage, ...other.passage },
  notes: Object.fromEntries(
    Object.entries(one.notes).map(([id, words]) => [id, { ...words, ...other.notes[id] }]),
  ),
  brackets: Object.fromEntries(
    Object.entries(one.brackets).map(([id, bracket]) => [
      id,
      {
        id,
        alternatives: bracket.alternatives.map((each, i) => ({
          ...each,
          passage: { ...each.passage, ...other.brackets[id]?.alternatives[i]?.passage },
        })),
      },
    ]),
  ),
})

/**
 * One text of the languages of a text that were read apart. Refuses with `paper.not-one-text` {language} when one of
 * them has other clauses, brackets or sponsors than the first.
 */
export const joinLanguages = (texts: readonly Text[]): Outcome<Text> => {
  const [first, ...others] = texts
  if (!first) return refuse('paper.not-ours')
  let text = first
  for (const other of others) {
    const clauses = new Map(other.clauses.map((clause) => [clause.id, clause]))
    const same =
      clauses.size === text.clauses.length &&
      text.clauses.every((clause) => {
        const found = clauses.get(clause.id)
        return found !== undefined && shapeOf(found) === shapeOf(clause)
      })
    if (!same) return refuse('paper.not-one-text', { language: other.languages.join(', ') })
    text = {
      languages: [...text.languages, ...other.languages],
      clauses: text.clauses.map((clause) => joined(clause, clauses.get(clause.id) ?? clause)),
    }
  }
  return done(text)
}
