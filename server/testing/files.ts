/** Small files with given words in them, for tests. */
import { strToU8, zipSync } from 'fflate'
import { clauseMark } from '#domain/text/word/marks.ts'

/** An Akoma Ntoso statement of one paragraph; `author` is the reference in its properties. */
export const akoma = (words: string, language: 'eng' | 'rus' = 'eng', author = '#none'): Uint8Array =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="paper"><meta>
<identification source="#none"><FRBRWork><FRBRauthor href="${author}"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="${language}"/></FRBRExpression></identification></meta>
<mainBody><paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p>${words}</p></content></paragraph></mainBody>
</statement></akomaNtoso>`)

/** A Word document of one paragraph, packed without compression, with its creator in its properties. */
export const wordFile = (words: string, creator?: string): Uint8Array =>
  zipSync(
    {
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="urn:w"><w:body><w:p>${words}</w:p></w:body></w:document>`,
      ),
      ...(creator === undefined
        ? {}
        : {
            'docProps/core.xml': strToU8(
              `<c:p xmlns:c="urn:c" xmlns:dc="urn:dc"><dc:creator>${creator}</dc:creator></c:p>`,
            ),
          }),
    },
    { level: 0 },
  )

/** A Word file in which these clauses, in their first wording, are a table with these words in English and Russian. */
export const returnedFile = (
  clauses: Readonly<Record<string, readonly [en: string, ru: string]>>,
): Uint8Array => {
  const cell = (clause: string, language: string, words: string) =>
    `<w:tc><w:p><w:bookmarkStart w:id="1" w:name="${clauseMark(clause, 1, language, '')}"/><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`
  const rows = Object.entries(clauses).map(
    ([clause, [en, ru]]) => `<w:tr>${cell(clause, 'en', en)}${cell(clause, 'ru', ru)}</w:tr>`,
  )
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="urn:w"><w:body><w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`,
    ),
  })
}
