/** A Word file through HTTP on PostgreSQL: out of the common text, changed, back as proposals, into the text. */
import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TextView } from '#contract/text-views.ts'
import { printedText } from '#domain/text/print/printed.ts'
import { seed } from '../testing/clauses.ts'
import { returnedFile } from '../testing/files.ts'
import { smallProcess } from '../testing/process.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { printingOf } from './printing.ts'
import { wordFile } from './word-file.ts'

const title = { en: 'Understanding', ru: 'Договорённость' }
let table: TestTable
let us: Person
let ru: Person
let mediator: Person

beforeAll(async () => {
  table = await openTable(smallProcess)
  ;[us, ru, mediator] = (await Promise.all(['us-head', 'ru-head', 'mediator-head'].map(table.as))) as [
    Person,
    Person,
    Person,
  ]
  const clauses = [
    seed('c1', 'F', 'The Parties shall notify each other.', 'Стороны уведомляют друг друга.'),
    seed('c2', 'V', 'They meet twice a year.', 'Они встречаются дважды в год.'),
  ]
  const opened = await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses })
  if (opened.status !== 200) throw new Error(opened.text)
})
afterAll(() => table.close())

const viewOf = async (person: Person, room = 'plenary'): Promise<TextView> =>
  (await person.get(`rooms/${table.room(room)}/text`)).json

/** The file as the export writes it for whoever reads the text. */
const fileOf = async (person: Person): Promise<Uint8Array> => {
  const { process } = await table.context.houseOf(table.founded.roles.us ?? '')
  const { clauses } = await viewOf(person)
  const text = { languages: process.languages, clauses }
  const printed = printedText(text, { ...printingOf(process, title), mode: 'bracketed' })
  if (!printed.ok) throw new Error(printed.refusal.code)
  return wordFile(printed.value, new Date('2026-11-22T10:00:00Z'))
}

/** The file after somebody put other words in it while changes were tracked. */
const tracked = (file: Uint8Array, stood: string, words: string): Uint8Array => {
  const files = unzipSync(file)
  const change = 'w:id="900" w:author="Legal adviser" w:date="2026-11-23T09:00:00Z"'
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const changed = document.replace(
    new RegExp(`(<w:t[^>]*>)([^<]*)${stood}([^<]*)</w:t></w:r>`, 'u'),
    `<w:t xml:space="preserve">$2</w:t></w:r><w:del ${change}><w:r><w:delText>${stood}</w:delText></w:r></w:del><w:ins ${change}><w:r><w:t>${words}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">$3</w:t></w:r>`,
  )
  if (changed === document) throw new Error(`${stood} is not in the file`)
  return zipSync({ ...files, 'word/document.xml': strToU8(changed) })
}

describe('a Word file', () => {
  it('comes back as a proposal, which goes into the text by the mediator as any other', async () => {
    const file = tracked(tracked(await fileOf(us), 'shall', 'should'), 'уведомляют', 'должны уведомлять')
    const read = await us.handIn('plenary', 'text/word', file)
    expect(read.status).toBe(200)
    expect(read.json).toMatchObject({ found: 2, of: 2, unplaced: [] })
    const [proposal] = read.json.proposals
    expect(proposal).toMatchObject({
      clause: 'c1',
      stood: { en: ['shall'], ru: ['уведомляют'] },
      passage: { en: ['should'], ru: ['должны уведомлять'] },
      authors: ['Legal adviser'],
    })
    const { target, passage } = proposal
    const object = randomUUID()
    expect((await us.act('us-channel', 'proposal.make', object, 0, { target, passage })).status).toBe(200)
    expect((await mediator.act('us-channel', 'proposal.enter', object, 1, { target })).status).toBe(200)
    const [bracket] = Object.values((await viewOf(ru)).clauses.find(({ id }) => id === 'c1')?.brackets ?? {})
    expect(bracket?.alternatives.map((each) => [each.sponsors, each.passage.ru])).toEqual([
      [[], ['уведомляют']],
      [['us'], ['должны уведомлять']],
    ])
  })

  it('is read and not kept, and tells nobody', async () => {
    const before = await viewOf(us)
    await us.handIn('plenary', 'text/word', await fileOf(us))
    expect(await viewOf(us)).toEqual(before)
    const kept = await table.context.poolOf(table.founded.roles.us ?? '').query('select 1 from parley.files')
    expect(kept.rows).toEqual([])
    expect((await viewOf(ru)).proposals).toEqual([])
    expect(table.log.join('\n')).not.toContain('notify')
  })

  it('is read only in a room of the reader that has a text', async () => {
    const file = returnedFile({ c2: ['Other words.', 'Другие слова.'] })
    expect(outcome(await us.handIn('ru-caucus', 'text/word', file))).toEqual([404, 'unknown'])
    expect(outcome(await us.handIn('no-such-room', 'text/word', file))).toEqual([404, 'unknown'])
    expect(outcome(await us.handIn('us-caucus', 'text/word', file))).toEqual([422, 'text.none'])
    expect((await ru.handIn('plenary', 'text/word', file)).json.proposals).toHaveLength(1)
  })

  it('is refused when it is something else, or of another text', async () => {
    const other = returnedFile({ zz: ['Other words.', 'Другие слова.'] })
    expect(outcome(await us.handIn('plenary', 'text/word', other))).toEqual([422, 'word.other-text'])
    expect(outcome(await us.handIn('plenary', 'text/word', strToU8('%PDF-1.7')))).toEqual([422, 'paper.type'])
    expect(outcome(await us.handIn('plenary', 'text/word', strToU8('PK')))).toEqual([422, 'paper.type'])
  })
})
