/** Texts on their way out: a page, a table, plain characters, a file; nothing in their words can act. */
import { describe, expect, it } from 'vitest'
import { TextFile } from '#contract/text-file.ts'
import { newAlternative } from '../bracket.ts'
import { newClause } from '../clause.ts'
import { readPapers } from '../notation/paper.ts'
import { numbersOf } from '../numbering.ts'
import { inReadingOrder, type Text } from '../text.ts'
import { type Exported, titleOfText } from './about.ts'
import { textWriters } from './writers.ts'

const typed = {
  en: 'Understanding\nThe Parties,\n1. The Parties [US: shall | RF: should] notify within [30] days of [date].[^1]\n(a) of [[major] exercises];\n2. [US: Nothing limits navigation.]\nDone in two copies.\n[^1]: As counted in [S/RES/1].',
  ru: 'Договорённость\nСтороны,\n1. Стороны [США: обязаны | РФ: должны] уведомлять в течение [30] дней с [дата].[^1]\na) об [[крупных] учениях];\n2. [США: Ничто не ограничивает судоходство.]\nСовершено в двух экземплярах.\n[^1]: По счёту [S/RES/1].',
}
const keys = { US: 'us', США: 'us', RF: 'ru', РФ: 'ru' }
const read = (sources: Readonly<Record<string, string>>): Text => {
  const made = readPapers(sources, { keys, parties: Object.keys(keys) })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value.text
}
const exportedOf = (text: Text): Exported => ({
  text,
  title: titleOfText(text),
  date: '2030-05-01',
  parties: [
    { key: 'us', name: { en: 'US', ru: 'США' }, hue: 'a' },
    { key: 'ru', name: { en: 'RF', ru: 'РФ' }, hue: 'b' },
  ],
})
const hostile = '=cmd|"/c calc"!A1 <script>alert(1)</script> & \u202E "quoted"'
const attacked = (): Text => {
  const passage = { en: [hostile], ru: ['+7, \n;'] }
  const alternatives = [newAlternative({ id: 'a1', passage, sponsors: ['<b>'] })]
  return {
    languages: ['en', 'ru'],
    clauses: [
      newClause({
        id: 'c1',
        kind: 'title',
        passage: {
          en: [hostile, { bracket: 'b1' }, { note: 'n1' }],
          ru: [{ bracket: 'b1' }, { note: 'n1' }],
        },
        brackets: { b1: { id: 'b1', alternatives } },
        notes: { n1: { en: ['"><img src=x onerror=alert(1)>'], ru: null } },
      }),
    ],
  }
}

/** The cells of a file as RFC 4180 has them. */
const cellsOf = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('a text in plain characters', () => {
  it('reads back as the text it was, in both languages together', () => {
    const text = read(typed)
    const exported = exportedOf(text)
    const again = read({
      en: textWriters.txt.write(exported, 'en'),
      ru: textWriters.txt.write(exported, 'ru'),
    })
    expect(again).toEqual(text)
    expect(numbersOf(again, 'ru')).toEqual(numbersOf(text, 'ru'))
  })

  it('keeps a clause that looks like a number, an empty one, and one not yet translated', () => {
    const lines = [['1. is a figure'], [], null, ['–'], ['a\nb'], ['Article 5 of it']]
    const clauses = lines.map((content, i) =>
      newClause({ id: `c${i + 1}`, kind: 'preambular', order: `${i + 1}`, passage: { en: content } }),
    )
    const written = textWriters.txt.write(exportedOf({ languages: ['en'], clauses }), 'en')
    const again = inReadingOrder(read({ en: written })).map(({ clause }) => clause.passage.en)
    expect(again).toEqual([['1. is a figure'], [], null, ['–'], ['a b'], ['Article 5 of it']])
  })
})

describe('a text as a table', () => {
  it('has a row for each alternative, with its words in every language', () => {
    const csv = textWriters.csv.write(exportedOf(read(typed)), 'en')
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(cellsOf(csv.slice(1))).toEqual([
      [
        'clause number',
        'clause',
        'bracket',
        'alternative',
        'sponsors',
        'supporters',
        'status',
        'words en',
        'words ru',
      ],
      ['1.', 'c3', 'b1', 'a1', 'US', '', 'proposed', 'shall', 'обязаны'],
      ['1.', 'c3', 'b1', 'a2', 'RF', '', 'proposed', 'should', 'должны'],
      ['1.', 'c3', 'b2', 'a3', '', '', 'proposed', '30', '30'],
      ['(a)', 'c4', 'b3', 'a4', '', '', 'proposed', '[major] exercises', '[крупных] учениях'],
      ['(a)', 'c4', 'b4', 'a5', '', '', 'proposed', 'major', 'крупных'],
      [
        '2.',
        'c5',
        'b5',
        'a6',
        'US',
        '',
        'proposed',
        'Nothing limits navigation.',
        'Ничто не ограничивает судоходство.',
      ],
    ])
  })

  it('lets no cell begin a formula, and no words end a cell', () => {
    const [, row] = cellsOf(textWriters.csv.write(exportedOf(attacked()), 'en').slice(1))
    expect(row).toHaveLength(9)
    expect(row?.[7]?.startsWith("'=cmd")).toBe(true)
    expect(row?.[8]).toBe("'+7, \n;")
    expect(row?.filter((cell) => /^\s*[=+@\t\r-]/u.test(cell))).toEqual([])
  })
})

describe('a text as a page', () => {
  const page = textWriters.html.write(exportedOf(read(typed)), 'ru')

  it('has both languages beside each other, brackets with their sponsors, footnotes', () => {
    expect(page).toContain('<html lang="ru">')
    expect(page.match(/<section class="clause"/g)).toHaveLength(6)
    expect(page).toContain('<b class="by">США: </b><span class="said">обязаны</span>')
    expect(page).toContain('<span class="number">а)</span>')
    expect(page).toContain('<li value="1" id="note-1">As counted in [S/RES/1].</li>')
    expect(page).toContain('Открытых скобок: 5.')
  })

  it('loads nothing, runs nothing, and shows what looks like markup as words', () => {
    const made = [page, textWriters.html.write(exportedOf(attacked()), 'en')]
    for (const each of made) {
      expect(each).not.toMatch(
        /<(?:script|img|link|iframe|object|form)|<[^>]+\s(?:src|on\w+)=|url\(|@import|https?:/iu,
      )
      expect(each).toContain("default-src 'none'")
    }
    expect(made[1]).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('gives a non-paper neither the name nor the colour of its author', () => {
    const passage = { en: ['shall'], ru: ['обязаны'] }
    const written = (nonPaper: boolean): string => {
      const quiet = nonPaper ? { nonPaper: true as const } : {}
      const alternatives = [newAlternative({ id: 'a1', passage, bridge: true, ...quiet })]
      const marked = { en: [{ bracket: 'b1' }], ru: [{ bracket: 'b1' }] }
      const brackets = { b1: { id: 'b1', alternatives } }
      const clauses = [newClause({ id: 'c1', kind: 'operative', passage: marked, brackets })]
      return textWriters.html.write(exportedOf({ languages: ['en', 'ru'], clauses }), 'en')
    }
    const author = /class="alternative" data-hue="mediator"|Mediator|Посредник/u
    expect(written(false)).toMatch(author)
    expect(written(true)).not.toMatch(author)
  })
})

describe('a text as a file', () => {
  it('is the text itself', () => {
    const text = read(typed)
    const file = TextFile.parse(JSON.parse(textWriters.json.write(exportedOf(text), 'en')))
    expect({ languages: file.languages, clauses: file.clauses }).toEqual(text)
    expect(file.parties).toEqual(['us', 'ru'])
  })
})
