/** A name found in the properties of a file, and where it stood. */

/** Where in a file a name can stand; `unreadable` says that the file, or a part of it, could not be looked into. */
export type NamePlace =
  | 'docx.creator'
  | 'docx.lastModifiedBy'
  | 'docx.contributor'
  | 'docx.company'
  | 'docx.manager'
  | 'docx.custom'
  | 'docx.change'
  | 'docx.comment'
  | 'docx.person'
  | 'pdf.author'
  | 'pdf.creator'
  | 'pdf.info'
  | 'pdf.annotation'
  | 'xmp.author'
  | 'exif.artist'
  | 'exif.copyright'
  | 'exif.author'
  | 'exif.owner'
  | 'iptc.byline'
  | 'image.text'
  | 'akn.author'
  | 'akn.editor'
  | 'akn.person'
  | 'unreadable'

/** One name as the file has it; for `unreadable` the part that could not be read. */
export interface NameInside {
  readonly where: NamePlace
  readonly name: string
}

const mostNames = 200

/** One line without control characters, at most 200 characters. */
const tidy = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)

/** A list with the empty left out, each once, and bounded. */
export function distinct(names: readonly NameInside[]): readonly NameInside[] {
  const seen = new Map<string, NameInside>()
  for (const { where, name } of names) {
    const clean = { where, name: tidy(name) }
    if (clean.name !== '' && seen.size < mostNames) seen.set(`${where} ${clean.name}`, clean)
  }
  return [...seen.values()]
}

// Words and figures that programs have in their names and people do not.
const program =
  /\d|\b(?:acrobat|adobe|canva|chrom(?:e|ium)|cairo|distiller|docs?|excel|firefox|ghostscript|google|indesign|latex|libreoffice|mac ?os|microsoft|office|openoffice|pages|pdf\w*|photoshop|powerpoint|prince|print\w*|quartz|safari|scan\w*|skia|tex|typst|word|writer|xerox)\b/iu

/** True when a value may well be a person: two to five words in capitals without a figure, or an address of e-mail. */
export function looksLikePerson(value: string): boolean {
  if (/^\S+@\S+\.\S+$/u.test(value.trim())) return true
  return (
    !program.test(value) && /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*){1,4}$/u.test(value.trim())
  )
}
