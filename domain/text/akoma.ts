/** Reads a United Nations paper in Akoma Ntoso into its clauses, in order, with nothing lost. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { isFootnote, normalised } from './inline.ts'
import { languageOf, sponsorLine, symbolOf, titleOf } from './masthead.ts'
import { emit, flushNumber, type Place, type Progress, takeNumber } from './printing.ts'
import type { DocumentReading } from './reading.ts'
import { sponsorsOf } from './sponsors.ts'
import { attribute, childElements, textOf, type XmlElement, type XmlNode } from './xml.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u))

// Elements that stand inside a sentence (OASIS Akoma Ntoso 1.0 part 2, groups ANinline, HTMLinline, ANheaderInline).
const inline =
  words(`a abbr affectedDocument argument authorialNote b br change concept courtType date decoration
  def del docAuthority docCommittee docDate docIntroducer docJurisdiction docNumber docProponent docPurpose docStage
  docStatus docTitle docType docketNumber embeddedText entity eol event fillIn i img inline ins judge lawyer
  legislature location marker mmod mod mref narrative neutralCitation noteRef number object omissis opinion
  organization outcome party person placeholder process quantity quotedText recordedTime ref relatedDocument remark
  rmod role rref scene session shortTitle signature span sub sup term time u vote`)
// Elements numbered and nested in the text, and those of them that go one step deeper.
const numbered =
  words(`alinea article book chapter clause division indent level list paragraph part point proviso rule
  section subchapter subclause subdivision sublist subpart subparagraph subrule subsection subtitle title tome item`)
const deeper = words('indent item li point subclause subparagraph')
const bodies = words('amendmentBody body collectionBody debateBody judgmentBody mainBody portionBody')
const preambular = words('citation citations preamble recital recitals')
// A part of a clause, known by the identifier of the clause.
const partial = words('content intro list listIntroduction listWrapUp p sublist wrapUp')

const isInline = (node: XmlElement): boolean => inline.has(node.name)

/** True for an element without paragraphs inside: its characters are one clause. A row of a table is one. */
const isParagraph = (node: XmlElement): boolean =>
  node.name === 'tr' ||
  childElements(node).every((child) => isFootnote(child) || (isInline(child) && isParagraph(child)))

const isRunning = (node: XmlNode): boolean => node.kind === 'text' || (isInline(node) && isParagraph(node))

function inside(node: XmlElement, place: Place): Place {
  const id = attribute(node, 'eId') ?? attribute(node, 'id')
  const part = partOf(node, place)
  return {
    part,
    level: place.level + (deeper.has(node.name) ? 1 : 0),
    nesting: place.nesting + (numbered.has(node.name) ? 1 : 0),
    style: attribute(node, 'class') ?? place.style,
    key: id !== null && !partial.has(node.name) ? id : place.key,
  }
}

function partOf(node: XmlElement, place: Place): Place['part'] {
  if (node.name === 'coverPage') return 'cover'
  if (node.name === 'preface') return 'preface'
  if (node.name === 'conclusions') return 'conclusion'
  if (bodies.has(node.name)) return 'body'
  if (preambular.has(node.name)) return 'preamble'
  return place.part
}

/** Reads an element: a paragraph becomes a clause, anything else is entered; stray words become clauses too. */
function visit(node: XmlElement, place: Place, progress: Progress): void {
  const within = inside(node, place)
  if (node.name === 'meta') return
  if (node.name === 'num') takeNumber(progress, place, normalised(textOf(node)), node)
  else if (isFootnote(node)) emit(progress, place, node.name, [node])
  else if (isParagraph(node)) emit(progress, within, node.name, node.children)
  else enter(node, within, progress)
}

/** Reads what is inside; an annex that opened there ends there. */
function enter(node: XmlElement, within: Place, progress: Progress): void {
  const annexBefore = progress.annex
  if (node.name === 'attachment') openAttachment(progress)
  visitChildren(node, within, progress)
  flushNumber(progress, within, node)
  if (node.name === 'attachment' || bodies.has(node.name)) progress.annex = annexBefore
}

function visitChildren(node: XmlElement, within: Place, progress: Progress): void {
  let running: XmlNode[] = []
  const flush = (): void => {
    if (running.some((one) => textOf(one).trim() !== '')) emit(progress, within, node.name, running)
    running = []
  }
  for (const child of node.children) {
    if (isRunning(child)) running.push(child)
    else if (child.kind === 'element') {
      flush()
      visit(child, within, progress)
    }
  }
  flush()
}

function openAttachment(progress: Progress): void {
  progress.annexes += 1
  progress.annex = progress.annexes
  progress.annexBegins = true
}

const outside: Place = { part: 'none', level: 0, nesting: 0, style: null, key: null }

const isAkoma = (root: XmlElement): boolean =>
  root.name === 'akomaNtoso' && (root.namespace === null || /\/akn\/|akomantoso/iu.test(root.namespace))

/**
 * Reads an Akoma Ntoso 3.0 document (OASIS LegalDocML) in the profile of the United Nations (AKN4UN).
 * The clauses come in the order printed; together their numbers, words and footnotes hold every word outside `meta`.
 * Refuses with `paper.not-akoma` {found} when the root is another element.
 */
export function readAkoma(root: XmlNode): Outcome<DocumentReading> {
  if (root.kind === 'text' || !isAkoma(root)) {
    return refuse('paper.not-akoma', { found: root.kind === 'text' ? 'text' : root.name })
  }
  const progress: Progress = {
    clauses: [],
    keys: new Set(),
    annex: null,
    annexes: 0,
    annexBegins: false,
    pending: null,
  }
  visit(root, outside, progress)
  return done({
    language: languageOf(root),
    symbol: symbolOf(root),
    title: titleOf(root),
    sponsors: sponsorsOf(sponsorLine(root) ?? ''),
    clauses: progress.clauses,
  })
}
