/** The text commands, run as a person runs them: papers in, files out. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAkoma } from '#domain/text/akoma.ts'
import type { DocumentReading } from '#domain/text/reading.ts'
import { hasSchema, schemaFaults } from '#server/testing/schema.ts'
import { parseXml } from '#server/xml.ts'
import { type Called, called } from '../testing/called.ts'

const root = join(import.meta.dirname, '../..')
const papers = join(root, '../shared/cases/un')

/** Calls the command; what is typed into it needs a process of its own, which is never waited for longer than a minute. */
const parley = (words: readonly string[], typed?: string): Promise<Called> => {
  if (typed === undefined) return called(['text', ...words])
  return new Promise((settle) => {
    const args = ['--import', 'tsx', '--conditions=source', 'cli/main.ts', 'text', ...words]
    const child = execFile(process.execPath, args, { cwd: root, timeout: 60_000 }, (_, out, err) =>
      settle({ code: child.exitCode ?? -1, out, err }),
    )
    child.stdin?.end(typed)
  })
}

const read = async (file: string): Promise<DocumentReading> => {
  const xml = parseXml(await readFile(file))
  const reading = xml.ok ? readAkoma(xml.value) : xml
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  return reading.value
}

describe('parley text', () => {
  let folder: string
  const at = (name: string): string => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-text-'))
    await writeFile(
      at('d.en.txt'),
      '1. The Parties [US: shall | RF: should] meet.\n2. [agreed] They report.\n',
    )
    await writeFile(
      at('d.ru.txt'),
      '1. Стороны [США: обязаны | РФ: должны] встретиться.\n2. Они докладывают.\n',
    )
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('reads papers into a text, takes it out in every form, and reads it again', async () => {
    const made = await parley([
      'read',
      at('d.en.txt'),
      at('d.ru.txt'),
      '--parties',
      'US=США,RF=РФ',
      '-o',
      at('t.json'),
    ])
    expect(made).toMatchObject({
      code: 0,
      out: 'clauses 2, bracketed 1, in en, ru\nparties US, RF\nnot words, left out of c2: [agreed]\n',
    })
    const forms = ['akn', 'html', 'csv', 'txt', 'json']
    const written = await Promise.all(
      forms.map((to) => parley(['export', at('t.json'), '--to', to, '-o', at(`o.${to}`)])),
    )
    expect(written.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0])
    expect(await readFile(at('o.txt'), 'utf8')).toBe(
      '1. The Parties [US: shall | RF: should] meet.\n2. They report.\n',
    )
    expect(JSON.parse(await readFile(at('o.json'), 'utf8'))).toEqual(
      JSON.parse(await readFile(at('t.json'), 'utf8')),
    )
    if (hasSchema) expect(schemaFaults(await readFile(at('o.akn'), 'utf8'))).toEqual([])
    const again = await parley(['export', at('t.json'), '--to', 'akn', '--lang', 'ru', '-o', at('o.ru.xml')])
    expect(again.code).toBe(0)
    await writeFile(at('o.en.xml'), await readFile(at('o.akn')))
    expect((await parley(['read', at('o.en.xml'), at('o.ru.xml'), '-o', at('u.json')])).code).toBe(0)
    expect(JSON.parse(await readFile(at('u.json'), 'utf8'))).toEqual(
      JSON.parse(await readFile(at('t.json'), 'utf8')),
    )
    const side = await parley([
      'export',
      at('t.json'),
      '--to',
      'akn',
      '--lang',
      'ru',
      '--sponsor',
      'RF',
      '-o',
      at('rf.xml'),
    ])
    expect(side.code).toBe(0)
    expect((await read(at('rf.xml'))).clauses.map(({ words }) => words)).toEqual([
      'Стороны должны встретиться.',
      'Они докладывают.',
    ])
  })

  it('says how a line with brackets is read, and where one cannot be', async () => {
    const read = await parley(['brackets', '-', '--json', '--choose', '1'], 'They [shall][agree to] act.\n')
    expect(read.code).toBe(0)
    expect(JSON.parse(read.out)).toMatchObject({
      open: 1,
      depth: 1,
      options: [2],
      clean: 'They agree to act.',
    })
    const torn = await parley(['brackets', '-', '--json'], 'The Parties [shall')
    expect(torn.code).toBe(1)
    expect(JSON.parse(torn.out).error).toBe("unbalanced: 1 unclosed '[' at offset 12")
  })

  it('ends with 2 and a sentence where the call or a paper is wrong', async () => {
    await writeFile(at('torn.en.txt'), 'One.\nTwo [three.\n')
    const torn = await parley(['read', at('torn.en.txt'), '-o', at('x.json')])
    expect([torn.code, torn.err]).toEqual([
      2,
      "en: line 2, character 5: The brackets are unbalanced: 1 unclosed '[' at offset 9. Nothing was read.\n",
    ])
    const form = await parley(['export', at('t.json'), '--to', 'doc', '-o', at('x')])
    expect([form.code, form.err]).toEqual([2, 'say in which form: --to akn, html, csv, txt, json\n'])
    expect(existsSync(at('x.json'))).toBe(false)
  })

  it.skipIf(!existsSync(papers) || !hasSchema)(
    'writes papers of ../shared/cases/un again, valid and the same (skipped when they are not there)',
    async () => {
      const files = readdirSync(papers).filter((name) => name.endsWith('.xml'))
      for (const file of files.slice(0, 3)) {
        expect((await parley(['akn', join(papers, file), '-o', at(file)])).code).toBe(0)
        expect(schemaFaults(await readFile(at(file), 'utf8'))).toEqual([])
        const [before, after] = [await read(join(papers, file)), await read(at(file))]
        const said = ({ clauses }: DocumentReading) =>
          clauses.map(({ number, words, footnotes }) => [number, words, footnotes])
        expect(said(after)).toEqual(said(before))
      }
    },
  )
})
