/** PDFs: the same for the same text, and words are never markup. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { type PrintedText, type Printing, printedText } from '#domain/text/print/printed.ts'
import { bracket, clause, parties, printedOf, textOf } from '#domain/text/word/testing/texts.ts'
import { openPapers } from './papers.ts'
import { pdfFile } from './pdf.ts'
import { has } from './testing/office.ts'

const text = textOf(
  clause('c0', ['The Parties,'], ['Стороны,'], { kind: 'preambular' }),
  clause(
    'c1',
    ['Each Party ', { bracket: 'b' }, ' announce launches', { note: 'n' }, '.'],
    ['Сторона ', { bracket: 'b' }, ' о пусках', { note: 'n' }, '.'],
    {
      brackets: bracket('b', { US: [['shall'], ['сообщает']], RU: [['should'], ['должна сообщать']] }),
      notes: { n: { en: ['Of all kinds.'], ru: ['Любых.'] } },
    },
  ),
  clause('c2', ['Notice is given ', { bracket: 'd' }, '.'], null, {
    brackets: bracket('d', { stood: [['a day before'], []], RU: [[], []] }),
  }),
)

const set = async (printed: PrintedText): Promise<Uint8Array> => {
  const made = await pdfFile(printed)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
const more: Partial<Printing> = {
  version: { cite: 'SNT/Rev.3', hash: '0123456789abcdef'.repeat(4), url: 'https://parley.example/verify/3' },
  copy: { number: 3, of: 12, for: 'the Secretariat' },
}

const folder = () => mkdtempSync(join(tmpdir(), 'parley-pdf-'))
/** The words of a PDF, as another program reads them. */
const wordsOf = (pdf: Uint8Array): string => {
  const place = folder()
  try {
    writeFileSync(join(place, 'a.pdf'), pdf)
    return execFileSync('pdftotext', ['-layout', join(place, 'a.pdf'), '-'], { encoding: 'utf8' })
  } finally {
    rmSync(place, { recursive: true })
  }
}

describe('a PDF', () => {
  it('is the same, byte for byte, for the same text', async () => {
    const once = await set(printedOf(text, more))
    await set(printedOf(textOf(clause('c9', ['Other words.'], ['Другие слова.']))))
    expect(Buffer.compare(once, await set(printedOf(text, more)))).toBe(0)
  })

  it('breaks long clauses over pages', async () => {
    const long = clause(
      'c1',
      ['To be observed by each Party. '.repeat(400)],
      ['Подлежит соблюдению. '.repeat(500)],
    )
    const pdf = await PDFDocument.load(await set(printedOf(textOf(long))))
    expect(pdf.getPageCount()).toBeGreaterThan(4)
  })

  it('sets seventy-two pages', async () => {
    const clauses = Array.from({ length: 600 }, (_, i) =>
      clause(
        `c${i}`,
        [
          `Each Party shall report on matter ${i} to the Commission without delay, and answer questions on it within ten days of the day on which they were put. `.repeat(
            2,
          ),
        ],
        [
          `Каждая Сторона безотлагательно сообщает Комиссии по вопросу ${i} и отвечает на заданные вопросы в течение десяти дней со дня, когда они были заданы. `.repeat(
            2,
          ),
        ],
      ),
    )
    const pdf = await set(printedOf(textOf(...clauses), more))
    const pages = (await PDFDocument.load(pdf)).getPageCount()
    expect(pages).toBeGreaterThanOrEqual(72)
  })

  it('whatever the words are, is set', async () => {
    const sign = fc.constantFrom(
      '#panic("x")',
      '$',
      '*a*',
      '_',
      '`',
      '\\',
      '[',
      ']',
      '@ref',
      '<l>',
      '= ',
      '//',
      '/*',
      '~',
      '#read("/etc/passwd")',
      '"',
      '\u0301',
      '🕊',
      'שלום',
      '#',
      '{',
      ')',
      '%',
      '\u200b',
    )
    const words = fc.array(sign, { minLength: 1, maxLength: 6 }).map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(words, words, words, async (one, other, name) => {
        const hostile = textOf(
          clause('c1', [one, { placeholder: other }], [other, { note: 'n' }], {
            notes: { n: { en: [one], ru: [other] } },
          }),
        )
        const printing = {
          title: { en: name, ru: one },
          version: { cite: name, hash: 'ab', url: one },
          copy: { number: 1, of: 2, for: other },
        }
        expect((await set(printedOf(hostile, printing))).length).toBeGreaterThan(1_000)
      }),
      { numRuns: 60 },
    )
  })
})

const poppler = has('pdftotext')
if (!poppler)
  console.log('pdftotext is not here: what a PDF says is not read again (apt-get install poppler-utils)')

describe.skipIf(!poppler)('what a PDF says (skipped without pdftotext)', () => {
  it('is the text with its brackets, its pages in both languages, its copy and its proof', async () => {
    const said = wordsOf(await set(printedOf(text, more)))
    for (const words of [
      'Each Party [US: shall | RU: should]',
      'США: сообщает',
      '1.',
      'SNT/Rev.3',
      'Copy 3 of 12, for the Secretariat',
      'Экземпляр 3 из 12',
      'Page 1 of 1',
      'Страница 1 из 1',
      '01234567 89abcdef',
      'https://parley.example/verify/3',
      'Of all kinds.',
      'ещё не переведено',
    ])
      expect(said.replace(/\s+/g, ' ')).toContain(words)
  })

  it('has no bracket when it is clean, and says how many places are open', async () => {
    const said = wordsOf(await set(printedOf(text, { mode: 'clean' })))
    expect(said).not.toMatch(/US:|shall|should/)
    expect(said).toMatch(/a day before/)
    expect(said).toMatch(/Words not agreed are left out and shown as \[…\]: 1/)
  })

  it('puts each side first in its own original, from one text', async () => {
    const original = async (party: string, language: string) =>
      wordsOf(await set(printedOf(text, { mode: 'alternat', first: { party, language } })))
    const [ours, theirs] = [await original('US', 'en'), await original('RU', 'ru')]
    expect(ours).toMatch(/Original of: US.*Подлинник: США/s)
    expect(ours).toMatch(/The Parties,\s+Стороны,/)
    expect(theirs).toMatch(/Стороны,\s+The Parties,/)
    expect(theirs).toMatch(/Россия\s+·\s+США/)
    expect(printedText(text, { title: { en: 'A', ru: 'Б' }, parties, mode: 'alternat' })).toMatchObject({
      refusal: { code: 'print.whose-original' },
    })
  })

  it('says hostile words as they are', async () => {
    const hostile = '#read("/etc/passwd")*bold*_it_$x^2$`raw`@ref<label>\\[x\\]#{1+1}//c/*d*/~--...'
    const said = wordsOf(await set(printedOf(textOf(clause('c1', [hostile], [hostile])))))
    expect(said.replace(/\s+|-(?=\n)/g, '')).toContain('#read("/etc/passwd")')
    for (const part of ['*bold*_it_', '`raw`', '@ref<label>', '#{1+1}//', '...'])
      expect(said.replace(/\s+/g, '')).toContain(part)
  })
})

describe('the thread that prints', () => {
  it('gives the same bytes as in place, and refuses what takes too long', async () => {
    const papers = openPapers()
    const quick = openPapers({ printing: { seconds: 0.001, megabytes: 512, refusal: 'print.too-heavy' } })
    try {
      const printed = printedOf(text, more)
      const made = await papers.of('seat').pdf(printed)
      expect(made.ok && Buffer.compare(made.value, await set(printed))).toBe(0)
      expect(await quick.of('seat').pdf(printed)).toMatchObject({ refusal: { code: 'print.too-heavy' } })
      const clauses = Array.from({ length: 5_001 }, (_, i) => clause(`c${i}`, ['a'], ['б']))
      expect(await papers.of('seat').pdf(printedOf(textOf(...clauses)))).toMatchObject({
        refusal: { code: 'print.too-long' },
      })
    } finally {
      await Promise.all([papers.close(), quick.close()])
    }
  })
})
