/** What the head of a paper says of it: language, symbol, title, sponsors. */
import { flatten, normalised } from './inline.ts'
import { attribute, descendants, type XmlElement } from './xml.ts'

// ISO 639-2 codes with a two-letter one, which BCP 47 prefers (RFC 5646, section 2.2.1).
const shortCodes: Readonly<Record<string, string>> = {
  ara: 'ar',
  bel: 'be',
  bos: 'bs',
  chi: 'zh',
  deu: 'de',
  eng: 'en',
  fas: 'fa',
  fra: 'fr',
  fre: 'fr',
  ger: 'de',
  heb: 'he',
  hrv: 'hr',
  ita: 'it',
  jpn: 'ja',
  kat: 'ka',
  per: 'fa',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  rus: 'ru',
  spa: 'es',
  srp: 'sr',
  swa: 'sw',
  tur: 'tr',
  ukr: 'uk',
  zho: 'zh',
}

/** The language tag of an ISO 639 code as Akoma Ntoso writes it: `rus` is `ru`; a code without a shorter one stays. */
function languageTag(code: string): string | null {
  const known = code.trim().toLowerCase()
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/u.test(known) || known === 'und' || known === 'mul') return null
  return shortCodes[known] ?? known
}

// Where ISO 639-2 has two codes, the one from the name of the language in that language (639-2/T).
const otherCodes = new Set(['chi', 'fre', 'ger', 'per'])

/** The code of a language as Akoma Ntoso writes it, `ru` as `rus`; `und` when it is not known. */
export const languageCode = (tag: string | null): string =>
  Object.entries(shortCodes).find(([code, short]) => short === tag && !otherCodes.has(code))?.[0] ??
  tag ??
  'und'

/** The language of the document itself (FRBRExpression), not of an annex in another one. */
export function languageOf(root: XmlElement): string | null {
  const [expression] = descendants(root, 'FRBRExpression')
  const [language] = expression === undefined ? [] : descendants(expression, 'FRBRlanguage')
  return language === undefined ? null : languageTag(attribute(language, 'language') ?? '')
}

const refersTo = (node: XmlElement): string => (attribute(node, 'refersTo') ?? '').replace(/^#/u, '')

const lineOf = (node: XmlElement): string => normalised(flatten(node.children).characters)

/** The symbol printed on the cover, for example `S/2024/302`. */
export function symbolOf(root: XmlElement): string | null {
  const numbers = descendants(root, 'docNumber').filter((node) => lineOf(node) !== '')
  const marked = numbers.find((node) => refersTo(node) === 'symbol') ?? numbers[0]
  return marked === undefined ? null : lineOf(marked)
}

const titles = (root: XmlElement): readonly XmlElement[] =>
  descendants(root, 'docTitle').filter((node) => lineOf(node) !== '')

/** The line of a draft that names its sponsors, or null. */
export function sponsorLine(root: XmlElement): string | null {
  const marked = titles(root).find((node) => refersTo(node) === 'sponsors')
  return marked === undefined ? null : lineOf(marked)
}

/** True for a title element that names the paper, and not the meeting that adopted it. */
export const isTitle = (node: XmlElement): boolean =>
  ['resolutionTitle', 'resolutionNumber', 'sponsors'].includes(refersTo(node))

/**
 * The title: of its subject when it has one, else `draft resolution` after the sponsors, else the line with
 * its number. Null when the file leaves it empty, as many Russian ones do.
 */
export function titleOf(root: XmlElement): string | null {
  const named = (role: string): string | undefined => {
    const found = titles(root).find((node) => refersTo(node) === role)
    return found && lineOf(found)
  }
  const draft = named('sponsors')
  const afterColon = draft?.slice(draft.search(/[:：]/u) + 1).trim()
  const [preface] = descendants(root, 'preface')
  const [first] = preface === undefined ? [] : titles(preface)
  const title =
    named('resolutionTitle') ?? afterColon ?? named('resolutionNumber') ?? (first && lineOf(first))
  return title === undefined || title === '' ? null : title
}
