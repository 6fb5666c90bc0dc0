/** Finds the names that a file carries in its properties, where its sender may have forgotten them. */
import type { FileType } from '#domain/rooms/paper.ts'
import { attribute, descendants, type XmlElement } from '#domain/text/xml.ts'
import { parseXml } from '../xml.ts'
import { namesInDocx } from './names-in-docx.ts'
import { namesInImage } from './names-in-image.ts'
import { namesInPdf } from './names-in-pdf.ts'
import { distinct, type NameInside } from './naming.ts'

/** What the references of an Akoma Ntoso file call the thing of this identifier, else the identifier itself. */
function referenced(root: XmlElement, href: string): string {
  const id = href.replace(/^#/u, '')
  const meant = descendants(root, 'references')
    .flatMap((references) => references.children.filter((child) => child.kind === 'element'))
    .find((reference) => attribute(reference, 'eId') === id)
  return (meant && attribute(meant, 'showAs')) || id
}

function namesInAkoma(bytes: Uint8Array): readonly NameInside[] {
  const parsed = parseXml(bytes)
  if (!parsed.ok) return [{ where: 'unreadable', name: 'XML' }]
  const root = parsed.value
  // The schema demands an author; `#none` is how a paper says that it has none.
  const named = descendants(root, 'FRBRauthor').filter((author) => attribute(author, 'href') !== '#none')
  const authors = named.map((author): NameInside => {
    const where = (attribute(author, 'as') ?? '').endsWith('editor') ? 'akn.editor' : 'akn.author'
    return { where, name: referenced(root, attribute(author, 'href') ?? '') }
  })
  const persons = descendants(root, 'TLCPerson').map((person): NameInside => {
    const name = attribute(person, 'showAs') || attribute(person, 'href') || ''
    return { where: 'akn.person', name }
  })
  return [...authors, ...persons]
}

async function namesIn(bytes: Uint8Array, type: FileType): Promise<readonly NameInside[]> {
  if (type === 'application/pdf') return namesInPdf(bytes)
  if (type === 'application/xml') return namesInAkoma(bytes)
  return type.startsWith('image/') ? namesInImage(bytes) : namesInDocx(bytes)
}

/**
 * The names of people and offices that a file carries in its properties, each once, at most 200: authors, editors,
 * managers, companies, whoever tracked a change or wrote a comment. The words of the text itself are not searched.
 * The work is bounded; nothing is thrown. A part that cannot be looked into is an entry of its own, `unreadable`:
 * of such a file nobody can say that it names no author.
 */
export async function namesInside(bytes: Uint8Array, type: FileType): Promise<readonly NameInside[]> {
  try {
    return distinct(await namesIn(bytes, type))
  } catch {
    return [{ where: 'unreadable', name: type }]
  }
}
