/** Sets the clauses of a paper into the structure of Akoma Ntoso 3.0 (OASIS LegalDocML, element `doc`). */
import { element, type XmlElement, type XmlNode } from '../xml.ts'
import { metaOf } from './meta.ts'
import type { PaperClause, PaperHead, PaperPart } from './paper.ts'

/** The namespace of Akoma Ntoso 3.0. */
export const akomaNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
/** The namespace of what Parley adds: who an alternative is by, which clause this is. */
export const parleyNamespace = 'urn:parley:text:1'

interface Branch {
  readonly clause: PaperClause | null
  readonly children: Branch[]
}

/** The clauses as a tree by their depth; where a step is missing, a clause without words takes its place. */
const treeOf = (clauses: readonly PaperClause[]): readonly Branch[] => {
  const root: Branch = { clause: null, children: [] }
  let path: Branch[] = [root]
  for (const clause of clauses) {
    path = path.slice(0, clause.depth + 1)
    while (path.length < clause.depth + 1) {
      const missing: Branch = { clause: null, children: [] }
      path.at(-1)?.children.push(missing)
      path.push(missing)
    }
    const branch: Branch = { clause, children: [] }
    path.at(-1)?.children.push(branch)
    path.push(branch)
  }
  return root.children
}

const numberOf = ({ number }: PaperClause): readonly XmlElement[] =>
  number === null ? [] : [element('num', {}, [{ kind: 'text', text: number }])]

const idOf = (clause: PaperClause | null): Readonly<Record<string, string>> =>
  clause?.id == null ? {} : { eId: clause.id }

const lineOf = ({ words, marks }: PaperClause): XmlElement => element('p', marks, words)

/** A line outside the hierarchy; with a number it is a `tblock`, the one block that has one. */
const blockOf = (clause: PaperClause): XmlElement =>
  clause.number === null
    ? lineOf(clause)
    : element('tblock', idOf(clause), [...numberOf(clause), lineOf(clause)])

/** A line some steps deep in a part without hierarchy. */
const listOf = (clause: PaperClause, depth: number): XmlElement =>
  element('blockList', {}, [
    depth > 1
      ? element('item', {}, [listOf(clause, depth - 1)])
      : element('item', idOf(clause), [...numberOf(clause), lineOf(clause)]),
  ])

const flat = (clause: PaperClause): XmlElement =>
  clause.depth > 0 ? listOf(clause, clause.depth) : blockOf(clause)

const inPreamble = (clause: PaperClause): XmlElement =>
  element('container', { name: clause.name === 'heading' ? 'heading' : 'preambular', ...idOf(clause) }, [
    flat({ ...clause, id: null }),
  ])

const headingOf = (clause: PaperClause, children: readonly XmlElement[]): XmlElement =>
  element('hcontainer', { name: 'heading', class: `H${clause.rank + 1}`, ...idOf(clause) }, [
    ...numberOf(clause),
    element('heading', clause.marks, clause.words),
    ...children,
  ])

/** One branch of the body, `depth` steps deep. */
const branchOf = ({ clause, children }: Branch, depth: number): XmlElement => {
  const inside = children.map((child) => branchOf(child, depth + 1))
  if (clause?.name === 'heading') return headingOf(clause, inside)
  const name = !clause || clause.name === 'p' ? (depth > 0 ? 'point' : 'paragraph') : clause.name
  if (!clause) return element(name, {}, inside)
  const line = [lineOf(clause)]
  return element(name, idOf(clause), [
    ...numberOf(clause),
    ...(inside.length > 0 ? [element('intro', {}, line), ...inside] : [element('content', {}, line)]),
  ])
}

const bodyOf = (clauses: readonly PaperClause[]): XmlElement => {
  const inside = treeOf(clauses).map((branch) =>
    branch.clause?.name === 'p' && branch.children.length === 0 && branch.clause.depth === 0
      ? blockOf(branch.clause)
      : branchOf(branch, 0),
  )
  return element('mainBody', {}, inside.length > 0 ? inside : [element('p')])
}

const attachmentOf = (head: PaperHead, annex: number, clauses: readonly PaperClause[]): XmlElement =>
  element('attachment', {}, [
    element('doc', { name: 'annex' }, [metaOf(head, `annex-${annex}`), bodyOf(clauses)]),
  ])

const attachmentsOf = (head: PaperHead, clauses: readonly PaperClause[]): readonly XmlElement[] => {
  const annexes: PaperClause[][] = []
  for (const clause of clauses) {
    const last = annexes.at(-1)
    if (last && last.at(-1)?.annex === clause.annex) last.push(clause)
    else annexes.push([clause])
  }
  const attached = annexes.map((annex, i) => attachmentOf(head, i + 1, annex))
  return attached.length === 0 ? [] : [element('attachments', {}, attached)]
}

/** A paper as Akoma Ntoso. Clauses keep their order when those of a later part never stand before an earlier one. */
export const akomaOf = (head: PaperHead, clauses: readonly PaperClause[], own: boolean): XmlElement => {
  const text = clauses.filter(({ annex }) => annex === null)
  const of = (part: PaperPart): readonly PaperClause[] => text.filter((clause) => clause.part === part)
  const part = (name: string, lines: readonly XmlNode[]): readonly XmlElement[] =>
    lines.length > 0 ? [element(name, {}, lines)] : []
  const namespaces = { xmlns: akomaNamespace, ...(own ? { 'xmlns:parley': parleyNamespace } : {}) }
  return element('akomaNtoso', namespaces, [
    element('doc', { name: head.name }, [
      metaOf(head),
      ...part('coverPage', of('cover').map(flat)),
      ...part('preface', of('preface').map(flat)),
      ...part('preamble', of('preamble').map(inPreamble)),
      bodyOf(of('body')),
      ...part('conclusions', of('conclusions').map(flat)),
      ...attachmentsOf(
        head,
        clauses.filter(({ annex }) => annex !== null),
      ),
    ]),
  ])
}
