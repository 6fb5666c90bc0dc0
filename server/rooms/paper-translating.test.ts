import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { akoma } from '../testing/files.ts'
import { outcome, shown } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let head: Person
let interpreter: Person
let mediator: Person

beforeAll(async () => {
  table = await openTable()
  head = await table.as('us-head')
  interpreter = await table.as('mediator-interpreter')
  mediator = await table.as('mediator-head')
})
afterAll(() => table.close())

const take = async (by: Person, words: string, language: 'eng' | 'rus') => {
  const { names: _, ...file } = (await by.upload('us-channel', akoma(words, language))).json
  return file
}

/** A paper whose title is in both languages and whose file is in English alone. */
const halfPaper = async (): Promise<string> => {
  const object = randomUUID()
  const title = { original: 'en', words: { en: 'Title', ru: 'Название' } }
  const files = { en: await take(head, 'English words', 'eng') }
  const payload = { ...title, form: 'file', files, nonPaper: false, use: 'verbatim' }
  expect((await head.act('us-channel', 'paper.submit', object, 0, payload)).status).toBe(200)
  return object
}

describe('the translation of a paper', () => {
  it('waits while its file is missing, goes along when signed off, and is read beside the original', async () => {
    const object = await halfPaper()
    const waits = async (person: Person) =>
      (await person.get('table')).json.waiting.filter((each: { object: string }) => each.object === object)
    expect((await waits(interpreter)).map((each: { why: string }) => each.why)).toContain('translate')
    const file = await take(interpreter, 'Русские слова', 'rus')
    const rendering = { language: 'ru', words: 'Название', signOff: true, file }
    expect((await interpreter.act('us-channel', 'paper.translate', object, 1, rendering)).status).toBe(200)
    expect((await waits(interpreter)).map((each: { why: string }) => each.why)).not.toContain('translate')
    const to = table.room('ru-channel')
    const conveyed = await mediator.act('us-channel', 'paper.convey', object, 2, { to, as: 'verbatim' })
    expect(conveyed.status).toBe(200)
    const other = await table.as('ru-head')
    const room = (await other.get(`rooms/${to}`)).json
    const placed = room.objects.find((each: { kind: string }) => each.kind === 'paper').object
    const read = (await other.get(`rooms/${to}/papers/${placed}/clauses`)).json
    expect(read.languages).toEqual(['en', 'ru'])
    expect(JSON.stringify(read.clauses)).toContain('Русские слова')
    expect((await other.get(`rooms/${to}/papers/${placed}/file/ru`)).status).toBe(200)
  })

  it('is refused where the author gave the file, and with a file that is not in the room', async () => {
    const object = await halfPaper()
    const file = await take(interpreter, 'English again', 'eng')
    const english = { language: 'en', words: 'Title', signOff: true, file }
    expect(outcome(await interpreter.act('us-channel', 'paper.translate', object, 1, english))).toEqual([
      422,
      'translation.by-author',
    ])
    const unknown = {
      language: 'ru',
      words: 'Название',
      signOff: true,
      file: { ...file, file: '0'.repeat(64) },
    }
    expect(outcome(await interpreter.act('us-channel', 'paper.translate', object, 1, unknown))).toEqual([
      422,
      'paper.file-unknown',
    ])
    const kept = await shown(table, interpreter, 'us-channel', object)
    expect(kept.state.translations).toEqual([])
  })
})
