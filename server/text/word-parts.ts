/** Opens a Word file that somebody hands in, without trusting it, and reads the parts of it that hold words. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { WordDocument } from '#domain/text/word/document.ts'
import { readWordParts } from '#domain/text/word/read.ts'
import type { XmlElement } from '#domain/text/xml.ts'
import { type Archive, entryOf, openArchive, unpack } from '../files/archive.ts'
import { sniffType } from '../files/filetype.ts'
import { parseXml } from '../xml.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
// As much as the parser takes; a text of 360 pages is a tenth of it.
const largestPart = 16 * 1024 * 1024

const partOf = (archive: Archive, name: string): Outcome<XmlElement | undefined> => {
  const entry = entryOf(archive, name)
  if (!entry) return done(undefined)
  const bytes = unpack(archive, entry, largestPart)
  return bytes === null ? refuse('word.damaged', { part: name }) : parseXml(bytes)
}

/**
 * The words of a Word file and what was changed in them. Refusals: `paper.type` for what is no Word file or holds
 * macros, `word.damaged` for a part that cannot be unpacked or is too large, `paper.not-xml` for one that is no XML.
 */
export const readWordFile = (bytes: Uint8Array): Outcome<WordDocument> => {
  const type = sniffType(bytes)
  if (!type.ok) return type
  const archive = type.value === docx ? openArchive(bytes) : null
  if (!archive) return refuse('paper.type', { found: type.value })
  const document = partOf(archive, 'word/document.xml')
  if (!document.ok) return document
  if (!document.value) return refuse('word.damaged', { part: 'word/document.xml' })
  const comments = partOf(archive, 'word/comments.xml')
  if (!comments.ok) return comments
  const footnotes = partOf(archive, 'word/footnotes.xml')
  if (!footnotes.ok) return footnotes
  return done(
    readWordParts({ document: document.value, comments: comments.value, footnotes: footnotes.value }),
  )
}
