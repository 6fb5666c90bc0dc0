/** Reads the bytes of an XML file into the domain's plain tree, safely: a file can only describe itself. */
import {
  ParseOption,
  XmlElement as WasmElement,
  XmlCData,
  XmlDocument,
  XmlLibError,
  XmlText,
} from 'libxml2-wasm'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { XmlElement, XmlNode } from '#domain/text/xml.ts'

/** The largest file that is parsed, in bytes. */
const largestXml = 16 * 1024 * 1024

// No paper is nested deeper or has more elements (libxml2 itself stops at a depth of 256).
const deepest = 200
const mostNodes = 400_000

// No entity is replaced, no DTD or other file is loaded, no catalogue is asked.
const options =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_NOCDATA |
  ParseOption.XML_PARSE_BIG_LINES

class Limit extends Error {
  readonly line: number
  constructor(reason: string, line: number) {
    super(reason)
    this.line = line
  }
}

interface Budget {
  left: number
}

function attributesOf(node: WasmElement): XmlElement['attributes'] {
  return Object.fromEntries(
    node.attrs.map((one) => [one.prefix === '' ? one.name : `${one.prefix}:${one.name}`, one.value]),
  )
}

function convert(node: WasmElement, depth: number, budget: Budget): XmlElement {
  if (depth > deepest) throw new Limit('nested too deeply', node.line)
  const children: XmlNode[] = []
  let characters = ''
  const flush = (): void => {
    if (characters !== '') children.push({ kind: 'text', text: characters })
    characters = ''
  }
  for (let child = node.firstChild; child !== null; child = child.next) {
    budget.left -= 1
    if (budget.left < 0) throw new Limit('too many elements', child.line)
    if (child instanceof XmlText || child instanceof XmlCData) characters += child.content
    else if (child instanceof WasmElement) {
      flush()
      children.push(convert(child, depth + 1, budget))
    }
  }
  flush()
  const namespace = node.namespaceUri === '' ? null : node.namespaceUri
  return { kind: 'element', name: node.name, namespace, attributes: attributesOf(node), children }
}

function refusalOf(error: unknown): ReturnType<typeof refuse> {
  if (error instanceof Limit)
    return refuse('paper.not-xml', { line: error.line, column: 1, reason: error.message })
  const [first] = error instanceof XmlLibError ? error.details : []
  const reason = first?.message.trim() || 'not well-formed'
  return refuse('paper.not-xml', { line: first?.line ?? 0, column: first?.col ?? 0, reason })
}

function parsed(bytes: Uint8Array): Outcome<XmlElement> {
  const document = XmlDocument.fromBuffer(bytes, { option: options })
  try {
    if (document.dtd !== null)
      return refuse('paper.not-xml', { line: 1, reason: 'document type declaration' })
    return done(convert(document.root, 1, { left: mostNodes }))
  } finally {
    document.dispose()
  }
}

/**
 * Parses an XML file into the domain's tree; never throws.
 * Refuses with `paper.not-xml` {line, column, reason} what is not well-formed, and what no paper needs and attacks do:
 * a document type declaration (and with it every entity), nesting deeper than 200, more than 16 MiB.
 * The reason is the parser's own, in English; the line is 0 when it is unknown.
 */
export function parseXml(bytes: Uint8Array): Outcome<XmlElement> {
  if (bytes.length === 0) return refuse('paper.not-xml', { line: 0, reason: 'empty' })
  if (bytes.length > largestXml) return refuse('paper.not-xml', { line: 0, reason: 'too large' })
  try {
    return parsed(bytes)
  } catch (error) {
    return refusalOf(error)
  }
}
