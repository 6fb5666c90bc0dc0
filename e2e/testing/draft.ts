/** A short draft of an understanding as a paper in Akoma Ntoso, in one language: for journeys that begin with papers. */

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const paragraph = (words: string, i: number): string =>
  `<paragraph eId="para_${i + 1}"><num>${i + 1}.</num><content eId="para_${i + 1}__content"><p>${escaped(words)}</p></content></paragraph>`

/** The paper: numbered paragraphs in this language (`eng`, `rus`), and nothing else. */
export const draftPaper = (language: 'eng' | 'rus', name: string, paragraphs: readonly string[]): string => {
  const uri = `/akn/xx/statement/exercise/2026-11-20/${name}`
  const block = (kind: string, ending: string, more: string) =>
    `<FRBR${kind}><FRBRthis value="${uri}${ending}/!main"/><FRBRuri value="${uri}${ending}"/>` +
    `<FRBRdate date="2026-11-20" name="draft"/><FRBRauthor href="#none"/>${more}</FRBR${kind}>`
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="draft"><meta>' +
    '<identification source="#none">' +
    block('Work', '', '<FRBRcountry value="xx"/>') +
    block('Expression', `/${language}@`, `<FRBRlanguage language="${language}"/>`) +
    block('Manifestation', `/${language}@.xml`, '') +
    `</identification></meta><mainBody>${paragraphs.map(paragraph).join('')}</mainBody></statement></akomaNtoso>`
  )
}
