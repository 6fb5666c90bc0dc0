/** Reads the bytes of a GENIUS file: mended where real files are broken, never resolving anything outside it. */
import type { GeniusDocument } from '#domain/bargaining/formats/genius/document.ts'
import { documentOf } from '#domain/bargaining/formats/genius/document.ts'
import { mendMarkup } from '#domain/bargaining/formats/genius/repair.ts'
import { broken, reading } from '#domain/bargaining/formats/misread.ts'
import { done, type Outcome } from '#domain/outcome.ts'
import { parseXml } from '#server/xml.ts'

const declared = /^[\s\S]{0,400}?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/

const decoded = (bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

// Windows-1252 from 0x80 to 0x9F; the decoder of Node 20 leaves these as control characters.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const asWindows = (bytes: Uint8Array): string =>
  (decoded(bytes, 'latin1', false) ?? '').replace(
    /[\u0080-\u009f]/g,
    (one) => windows[one.charCodeAt(0) - 0x80] ?? one,
  )

/** The characters of a file: as it declares, if that is so; bytes that are no UTF-8 are read as Windows Latin 1. */
export const charactersOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', false) ?? ''
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', false) ?? ''
  const head = decoded(bytes.subarray(0, 600), 'latin1', false) ?? ''
  const label = declared.exec(head)?.[1] ?? 'utf-8'
  const isLatin = /^(?:iso-8859-1|latin-?1|windows-1252|cp1252|us-ascii)$/i.test(label)
  return (
    (isLatin ? undefined : decoded(bytes, label, true)) ?? decoded(bytes, 'utf-8', true) ?? asWindows(bytes)
  )
}

/** Whether the characters look like a GENIUS domain or profile; a broken one does, too. */
export const looksLikeGenius = (characters: string): boolean =>
  /^\s*</.test(characters) && /<(?:negotiation_template|utility_space)[\s>/]/.test(characters)

/** A GENIUS file as a tree with places. Refusal: `bargaining.file-broken`, with the place in the file as it was. */
export const readMarkup = (file: string, characters: string): Outcome<GeniusDocument> => {
  const mended = mendMarkup(characters)
  const parsed = parseXml(new TextEncoder().encode(mended.text))
  if (parsed.ok) return done(documentOf(file, characters, parsed.value))
  const { line: given = 0, column: counted = 0, reason = '' } = parsed.refusal.facts ?? {}
  const line = Math.max(1, Number(given))
  const column = mended.column(line, Math.max(1, Number(counted)))
  return reading(() => {
    throw broken({ file, line, column }, String(reason))
  })
}
