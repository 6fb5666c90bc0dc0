/** The commands that bring a text to paper and to Word, as a person calls them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bracket, clause, textOf } from '#domain/text/word/testing/texts.ts'
import { type Called, called } from '../testing/called.ts'

let folder: string
const at = (name: string): string => join(folder, name)

const parley = (...words: readonly string[]): Promise<Called> => called(['text', ...words])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-print-'))
  const { languages, clauses } = textOf(
    clause('c1', ['An understanding'], ['Договорённость'], { kind: 'title' }),
    clause('c2', ['Each Party ', { bracket: 'b' }, ' report.'], ['Сторона ', { bracket: 'b' }, '.'], {
      brackets: bracket('b', { US: [['shall'], ['сообщает']], RU: [['should'], ['должна сообщать']] }),
    }),
    clause('c3', ['They meet twice a year.'], ['Они встречаются дважды в год.']),
  )
  await writeFile(
    at('text.json'),
    JSON.stringify({ format: 'parley-text/1', languages, parties: ['US', 'RU'], clauses }),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('parley text word and word-read', () => {
  it('write a file that comes back without a change, also as the original of one side', async () => {
    for (const more of [[], ['--alternat', 'RU']]) {
      expect(await parley('word', at('text.json'), '-o', at('a.docx'), ...more)).toMatchObject({
        code: 0,
        err: '',
      })
      const read = await parley('word-read', at('text.json'), at('a.docx'))
      expect(read).toMatchObject({ code: 0, out: 'clauses found 3 of 3, proposals 0, not placed 0\n' })
    }
  })

  it('say what was changed, and end with 1', async () => {
    await parley('word', at('text.json'), '-o', at('b.docx'))
    const files = unzipSync(await readFile(at('b.docx')))
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace('twice', 'thrice')
    await writeFile(at('b.docx'), zipSync({ ...files, 'word/document.xml': strToU8(document) }))
    const read = await parley('word-read', at('text.json'), at('b.docx'))
    expect(read.code).toBe(1)
    expect(read.out).toContain('~ 2.\n  en: [-twice-]{+thrice+}\n')
    const json = JSON.parse((await parley('word-read', at('text.json'), at('b.docx'), '--json')).out)
    expect(json.proposals).toMatchObject([
      { clause: 'c3', how: 'compared', passage: { en: ['thrice'], ru: null } },
    ])
  })

  it('say what is wrong with a file', async () => {
    await writeFile(at('c.docx'), 'no Word file')
    const read = await parley('word-read', at('text.json'), at('c.docx'))
    expect(read.code).toBe(2)
    expect(read.err).toMatch(/c\.docx: /)
    expect(await parley('word', at('text.json'), '-o', at('d.docx'), '--alternat', 'FR')).toMatchObject({
      code: 2,
    })
  })
})

describe('parley text pdf', () => {
  it('sets a text in every way', async () => {
    for (const more of [
      [],
      ['--as', 'clean'],
      ['--first', 'RU'],
      ['--first', 'US:ru', '--copy', '3/12', '--for', 'the Legal Office'],
    ]) {
      expect(await parley('pdf', at('text.json'), '-o', at('a.pdf'), ...more)).toMatchObject({
        code: 0,
        err: '',
      })
      expect((await PDFDocument.load(await readFile(at('a.pdf')))).getPageCount()).toBe(1)
    }
  })

  it('says what is missing', async () => {
    const wrong = [
      ['--as', 'nice'],
      ['--as', 'alternat'],
      ['--first', 'FR'],
      ['--copy', '13'],
      ['--copy', '13/12'],
      ['--for', 'nobody'],
    ]
    for (const more of wrong)
      expect(await parley('pdf', at('text.json'), '-o', at('b.pdf'), ...more)).toMatchObject({
        code: 2,
        out: '',
      })
  })
})
