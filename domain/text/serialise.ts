/** Writes a marked-up document as the characters of an XML file (XML 1.0, fifth edition). */
import type { XmlElement, XmlNode } from './xml.ts'

// What no XML 1.0 file can hold, not even by its number (section 2.2); a reader sees that something was there.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escapedText = (characters: string): string =>
  characters.replace(impossible, '\uFFFD').replace(/[&<>\r]/g, (one) => entities[one] ?? one)

const escapedValue = (characters: string): string =>
  characters.replace(impossible, '\uFFFD').replace(/[&<>"\t\n\r]/g, (one) => entities[one] ?? one)

/** Words and what stands among them: no line break may be put between these. */
const isMixed = (node: XmlElement): boolean =>
  node.children.length === 0 ||
  node.children.some((child) => child.kind === 'text' || inSentence.has(child.name))

const inSentence = new Set([
  'authorialNote',
  'docNumber',
  'docTitle',
  'inline',
  'noteRef',
  'placeholder',
  'ref',
  'term',
])

const write = (node: XmlNode, indent: string | null): string => {
  if (node.kind === 'text') return escapedText(node.text)
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapedValue(value)}"`,
  )
  const open = `<${node.name}${attributes.join('')}`
  const before = indent ?? ''
  const end = indent === null ? '' : '\n'
  if (node.children.length === 0) return `${before}${open}/>${end}`
  const within = indent === null || isMixed(node) ? null : `${indent}  `
  const inside = node.children.map((child) => write(child, within)).join('')
  return `${before}${open}>${within === null ? '' : '\n'}${inside}${within === null ? '' : before}</${node.name}>${end}`
}

/** The file: every character of the document as it is, white space only between elements that hold no words. */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`
