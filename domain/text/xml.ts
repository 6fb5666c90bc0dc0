/** A marked-up document as a plain tree, whoever has parsed it. */

/** One element: its local name, the namespace it belongs to, its attributes by printed name, its children in order. */
export interface XmlElement {
  readonly kind: 'element'
  readonly name: string
  readonly namespace: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** A run of characters between tags, exactly as written. */
export interface XmlText {
  readonly kind: 'text'
  readonly text: string
}

/** An element or a run of text; comments and processing instructions are not part of the tree. */
export type XmlNode = XmlElement | XmlText

/** Makes an element; for parsers and tests. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
  namespace: string | null = null,
): XmlElement => ({ kind: 'element', name, namespace, attributes, children })

/** Makes a run of text; for parsers and tests. */
export const text = (characters: string): XmlText => ({ kind: 'text', text: characters })

/** The value of an attribute, or null when the element has none of that name. */
export const attribute = (node: XmlElement, name: string): string | null =>
  Object.hasOwn(node.attributes, name) ? (node.attributes[name] ?? null) : null

/** The child elements, without the text between them. */
export const childElements = (node: XmlElement): readonly XmlElement[] =>
  node.children.filter((child) => child.kind === 'element')

/** Every element below this one with one of these local names, in document order. */
export function descendants(node: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = []
  const visit = (within: XmlElement): void => {
    for (const child of childElements(within)) {
      if (names.includes(child.name)) found.push(child)
      visit(child)
    }
  }
  visit(node)
  return found
}

/** All characters inside a node, in order and unchanged. */
export const textOf = (node: XmlNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textOf).join('')
