/** The issues of a GENIUS file: the domain's, or those that a profile repeats. */
import { attribute, descendants, type XmlElement } from '#domain/text/xml.ts'
import type { Agenda, Issue } from '../../agenda.ts'
import { mostOptions } from '../../compile.ts'
import { holdToSize, missing, unsupported } from '../misread.ts'
import { called, uniqueIds } from '../names.ts'
import { childrenOf, type GeniusDocument, needAttribute, wholeIn } from './document.ts'

/** An issue, the element it was read from and the number by which weights and rectangles call it. */
export interface GeniusIssue {
  readonly issue: Issue
  readonly index: string
}

/** Whether an issue has options, whole numbers, or (which nothing here holds) real numbers. */
const kindOf = (document: GeniusDocument, element: XmlElement): 'discrete' | 'integer' => {
  const said = ['etype', 'type', 'vtype'].map((name) => attribute(element, name)?.toLowerCase())
  const known = said.find((each) => each === 'integer' || each === 'discrete')
  if (known === 'integer' || known === 'discrete') return known
  const other = said.find((each) => each !== undefined)
  if (other !== undefined) throw unsupported(document.at(element), `type="${other}"`)
  return childrenOf(element, 'item').length === 0 && attribute(element, 'lowerbound') !== null
    ? 'integer'
    : 'discrete'
}

const rangeOf = (document: GeniusDocument, element: XmlElement): { from: number; to: number } => {
  const [range = element] = attribute(element, 'lowerbound') === null ? childrenOf(element, 'range') : []
  const [from, to] = [wholeIn(document, range, 'lowerbound'), wholeIn(document, range, 'upperbound')]
  if (to < from) throw missing(document.at(range), `lowerbound <= upperbound`)
  if (to - from >= mostOptions) throw unsupported(document.at(range), `${from}..${to}`)
  return { from, to }
}

/** The ids of the options an issue element lists, in their order. */
export const optionIds = (document: GeniusDocument, element: XmlElement): readonly string[] =>
  uniqueIds(childrenOf(element, 'item').map((item) => needAttribute(document, item, 'value')))

const issueOf = (document: GeniusDocument, element: XmlElement, id: string): Issue => {
  if (kindOf(document, element) === 'integer')
    return { id, name: called(id), options: [], range: rangeOf(document, element) }
  const options = optionIds(document, element).map((option) => ({ id: option, name: called(option) }))
  if (options.length === 0) throw missing(document.at(element), '<item>')
  return { id, name: called(id), options }
}

/** The elements of the issues of a file, however deep their objectives. */
export const issueElements = (document: GeniusDocument): readonly XmlElement[] => {
  const found = descendants(document.root, 'issue').filter((each) =>
    childrenOf(each, 'item').every((item) => attribute(item, 'rank') === null),
  )
  const [root] = found.length === 0 ? [document.root] : []
  if (root) throw missing(document.at(root), '<issue>')
  return found
}

/** The issues of a file; two of one name become `Price` and `Price (2)`, and so do two options of one value. */
export const geniusIssues = (document: GeniusDocument): readonly GeniusIssue[] => {
  const elements = issueElements(document)
  holdToSize(
    document.at(document.root),
    elements.map((element) => childrenOf(element, 'item').length),
  )
  const ids = uniqueIds(elements.map((element) => needAttribute(document, element, 'name')))
  return elements.map((element, i) => ({
    issue: issueOf(document, element, ids[i] ?? ''),
    index: attribute(element, 'index')?.trim() ?? String(i + 1),
  }))
}

/** What is negotiated. */
export const agendaOf = (issues: readonly GeniusIssue[]): Agenda => ({
  baskets: [],
  issues: issues.map(({ issue }) => issue),
  constraints: [],
})

/** How the domain is called: by its outermost objective, if that is called anything but `root`. */
export const domainName = ({ root }: GeniusDocument): string | undefined => {
  const [objective] = descendants(root, 'objective')
  const name = objective && attribute(objective, 'name')?.trim()
  return name && name !== 'root' ? name : undefined
}
