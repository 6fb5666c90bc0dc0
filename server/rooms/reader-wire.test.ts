import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { akoma } from '../testing/files.ts'
import { outcome, wording } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
beforeAll(async () => {
  table = await openTable()
  ;[us, ru] = (await Promise.all(['us-head', 'ru-head'].map(table.as))) as [Person, Person]
})
afterAll(() => table.close())

const long = (clauses: number): Uint8Array => {
  const [head = '', one = '', tail = ''] = Buffer.from(akoma('|'))
    .toString()
    .split(/(<paragraph .*<\/paragraph>)/u)
  const many = Array.from({ length: clauses }, (_, i) => one.replaceAll('para_1', `para_${i}`))
  return Buffer.from(`${head}${many.join('')}${tail}`)
}
const submit = async (person: Person, room: string, files: object): Promise<string> => {
  const paper = randomUUID()
  const payload = { ...wording('A paper'), form: 'bilingual', files, nonPaper: false }
  const answer = await person.act(room, 'paper.submit', paper, 0, payload)
  if (answer.status !== 200) throw new Error(answer.text)
  return paper
}
const take = async (person: Person, room: string, bytes: Uint8Array) => {
  const { names: _, ...file } = (await person.upload(room, bytes)).json
  return file
}
const clausesOf = (person: Person, room: string, paper: string) =>
  person.get(`rooms/${table.room(room)}/papers/${paper}/clauses`)

describe('a paper of very many clauses', () => {
  it('is not taken, and nobody waits for it', async () => {
    await us.upload('us-caucus', akoma('warm'))
    let done = false
    const upload = us.upload('us-caucus', long(20_000)).finally(() => {
      done = true
    })
    let slowest = 0
    while (!done) {
      const asked = performance.now()
      expect((await ru.get('table')).status).toBe(200)
      slowest = Math.max(slowest, performance.now() - asked)
      await new Promise((go) => setTimeout(go, 10))
    }
    const answer = await upload
    expect(outcome(answer)).toEqual([422, 'paper.too-long'])
    expect(answer.json.facts).toEqual({ clauses: 20_000, most: 5_000 })
    expect(slowest).toBeLessThan(1_500)
  })
})

describe('a paper that was read', () => {
  it('is remembered only for whoever may read it', async () => {
    const files = {
      en: await take(us, 'us-caucus', akoma('Ours alone.')),
      ru: await take(us, 'us-caucus', akoma('Только наше.', 'rus')),
    }
    const paper = await submit(us, 'us-caucus', files)
    const first = await clausesOf(us, 'us-caucus', paper)
    expect(first.json.clauses[0].cells.ru.words).toBe('Только наше.')
    expect((await clausesOf(us, 'us-caucus', paper)).text).toBe(first.text)
    for (const room of ['us-caucus', 'ru-caucus', 'plenary'])
      expect(outcome(await clausesOf(ru, room, paper))).toEqual([404, 'unknown'])
    expect(outcome(await clausesOf(us, 'plenary', paper))).toEqual([404, 'unknown'])
  })

  it('is read anew for every seat and room that has it', async () => {
    const both = [akoma('Of the table.'), akoma('Общее.', 'rus')] as const
    for (const [person, room] of [
      [us, 'plenary'],
      [ru, 'ru-caucus'],
    ] as const) {
      const files = { en: await take(person, room, both[0]), ru: await take(person, room, both[1]) }
      const paper = await submit(person, room, files)
      const read = await clausesOf(person, room, paper)
      expect(read.json.clauses[0].cells.en.words).toBe('Of the table.')
    }
  })
})

describe('a file', () => {
  it('goes out under a long title that is cut between characters', async () => {
    const en = await take(us, 'us-caucus', akoma('words'))
    const paper = randomUUID()
    const title = `${'a'.repeat(119)}𝒜𝒜`
    const payload = { ...wording(title), form: 'file', files: { en }, nonPaper: false }
    expect((await us.act('us-caucus', 'paper.submit', paper, 0, payload)).status).toBe(200)
    const { status, headers } = await us.get(`rooms/${table.room('us-caucus')}/papers/${paper}/file/en`)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toContain(`${'a'.repeat(119)}${encodeURIComponent('𝒜')}.xml`)
  })
})
