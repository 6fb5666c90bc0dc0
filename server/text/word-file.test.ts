/** Word files: what is written comes back unchanged, and what somebody changes in LibreOffice comes back as proposals. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { newClause } from '#domain/text/clause.ts'
import type { PrintedText } from '#domain/text/print/printed.ts'
import type { Text } from '#domain/text/text.ts'
import { bracket, clause, printedOf, textOf } from '#domain/text/word/testing/texts.ts'
import { wordReturn } from '#domain/text/word/word-return.ts'
import { editInOffice, has, saveInOffice } from './testing/office.ts'
import { wordFile } from './word-file.ts'
import { readWordFile } from './word-parts.ts'

const at = new Date('2026-11-22T10:00:00.123Z')

const text: Text = textOf(
  newClause({ id: 'c0', kind: 'heading', passage: { en: ['On notices'], ru: ['Об уведомлениях'] } }),
  clause('c1', ['The Parties shall notify each other.'], ['Стороны уведомляют друг друга.'], {
    reservations: [
      {
        id: 'r',
        party: 'US',
        by: { seat: 'us', member: 'm' },
        at: at.toISOString(),
        words: { en: 'Not at sea.' },
      },
    ],
  }),
  clause(
    'c2',
    ['Each Party ', { bracket: 'b' }, ' announce launches.'],
    ['Сторона ', { bracket: 'b' }, ' о пусках.'],
    {
      brackets: bracket('b', { US: [['shall'], ['сообщает']], RU: [['should'], ['должна сообщать']] }),
    },
  ),
  clause(
    'c3',
    ['Notice is given ', { bracket: 'd' }, ' before.'],
    ['Уведомление даётся ', { bracket: 'd' }, '.'],
    {
      brackets: bracket('d', { stood: [['a day'], ['за день']], US: [['a week'], ['за неделю']] }),
    },
  ),
  clause(
    'c4',
    ['The line', { note: 'n' }, ' is tested every ', { placeholder: 'XX' }, ' days.'],
    ['Линия', { note: 'n' }, ' проверяется.'],
    {
      notes: { n: { en: ['Of 1963.'], ru: ['1963 года.'] } },
    },
  ),
)
const printed = printedOf(text, {
  copy: { number: 3, of: 12, for: 'the Legal Office' },
  version: { cite: 'SNT/Rev.3', hash: 'ab'.repeat(32), url: 'https://parley.example/v' },
})

const readBack = (bytes: Uint8Array, as: PrintedText = printed) => {
  const document = readWordFile(bytes)
  if (!document.ok) throw new Error(JSON.stringify(document.refusal))
  return wordReturn(text, as, document.value)
}

describe('a Word file of a text', () => {
  it('comes back without a change', async () => {
    expect(readBack(await wordFile(printed, at))).toEqual({ proposals: [], unplaced: [], found: 5, of: 5 })
  })

  it('shows alternatives as changes by their sponsors, in the language of the column', async () => {
    const files = unzipSync(await wordFile(printed, at))
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const changes = [
      ...document.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)"[^>]*>.*?<w:(?:t|delText)[^>]*>([^<]*)</g),
    ]
    expect(changes.map(([, kind, author, words]) => [kind, author, words])).toEqual([
      ['ins', 'US', 'shall'],
      ['ins', 'RU', 'should'],
      ['ins', 'США', 'сообщает'],
      ['ins', 'Россия', 'должна сообщать'],
      ['del', 'US', 'a day'],
      ['ins', 'US', 'a week'],
      ['del', 'США', 'за день'],
      ['ins', 'США', 'за неделю'],
    ])
    expect(document).toMatch(/w:lang w:val="ru-RU"/)
    expect(strFromU8(files['word/comments.xml'] ?? new Uint8Array())).toContain('Reservation: Not at sea.')
    expect(strFromU8(files['word/footnotes.xml'] ?? new Uint8Array())).toContain('1963 года.')
    const pages = Object.entries(files).flatMap(([name, bytes]) =>
      /word\/(?:header|footer)\d/.test(name) ? [strFromU8(bytes)] : [],
    )
    expect(pages.join(' ')).toMatch(/Copy 3 of 12, for the Legal Office.*abababab abababab/su)
  })

  it('names nobody where the text names nobody', async () => {
    const nameless: Text = {
      ...text,
      clauses: text.clauses.map((each) => ({
        ...each,
        brackets: Object.fromEntries(
          Object.entries(each.brackets).map(([id, { alternatives }]) => [
            id,
            { id, alternatives: alternatives.map((one) => ({ ...one, sponsors: [] })) },
          ]),
        ),
      })),
    }
    const files = unzipSync(await wordFile(printedOf(nameless), at))
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const authors = new Set([...document.matchAll(/w:author="([^"]*)"/g)].map(([, author]) => author))
    expect([...authors]).toEqual(['Not attributed', 'Без указания стороны'])
  })
})

const office = has('soffice')
if (!office)
  console.log(
    'LibreOffice is not here: its tests of Word files are skipped (apt-get install libreoffice-writer-nogui)',
  )

describe.skipIf(!office)('a Word file edited in LibreOffice (skipped without soffice)', () => {
  it('comes back as proposals: tracked words in both languages, inside a bracket, and a comment', async () => {
    const edited = await editInOffice(
      await wordFile(printed, at),
      `Replace(doc, "notify", "inform")
       Replace(doc, "уведомляют", "информируют")
       Replace(doc, "announce launches", "announce all launches")
       Replace(doc, "неделю", "две недели")
       Remark(doc, "Parties shall", "Why not at once?")`,
    )
    const { proposals, unplaced, found } = readBack(edited)
    expect(unplaced).toEqual([])
    expect(found).toBe(5)
    expect(proposals).toMatchObject([
      {
        clause: 'c1',
        stood: { en: ['notify'], ru: ['уведомляют'] },
        passage: { en: ['inform'], ru: ['информируют'] },
        comments: ['Why not at once?'],
        how: 'tracked',
      },
      { clause: 'c2', passage: { ru: null }, target: { on: 'words' } },
      { clause: 'c3', target: { on: 'words', within: 'd-us' }, passage: { en: null, ru: ['две недели'] } },
    ])
  })

  it('comes back with a new row as a new clause, and a divided clause read as one', async () => {
    const edited = await editInOffice(
      await wordFile(printed, at),
      `t = doc.TextTables.getByIndex(0)
       t.Rows.insertByIndex(5, 1)
       t.getCellByName("A6").String = "Inspections are free of charge."
       t.getCellByName("B6").String = "Инспекции бесплатны."
       d = doc.createSearchDescriptor()
       d.SearchString = "notify each"
       f = doc.findFirst(d)
       f.Text.insertControlCharacter(f.Text.createTextCursorByRange(f.Start), 0, False)`,
    )
    const { proposals, unplaced } = readBack(edited)
    expect(proposals).toMatchObject([
      {
        clause: null,
        target: { on: 'place', parent: null, kind: 'operative' },
        passage: { en: ['Inspections are free of charge.'], ru: ['Инспекции бесплатны.'] },
      },
    ])
    expect(unplaced).toMatchObject([{ why: 'split', clause: 'c1', words: 'notify each other.' }])
  })

  it('comes back without a change when it is only saved', async () => {
    const saved = await saveInOffice(await wordFile(printed, at))
    expect(readBack(saved)).toEqual({ proposals: [], unplaced: [], found: 5, of: 5 })
  })
})
