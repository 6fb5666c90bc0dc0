import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { akoma, wordFile } from '../testing/files.ts'
import { newest, outcome, shown, wording } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person
let interpreter: Person

beforeAll(async () => {
  table = await openTable()
  const keys = ['us-head', 'ru-head', 'mediator-head', 'mediator-interpreter']
  ;[us, ru, mediator, interpreter] = (await Promise.all(keys.map(table.as))) as [
    Person,
    Person,
    Person,
    Person,
  ]
})
afterAll(() => table.close())

const take = async (person: Person, room: string, bytes: Uint8Array) => {
  const { names: _, ...file } = (await person.upload(room, bytes)).json
  return file
}
const submit = (person: Person, room: string, files: object, more: object = {}, object = randomUUID()) =>
  person.act(room, 'paper.submit', object, 0, {
    ...wording('A paper'),
    form: 'file',
    files,
    nonPaper: false,
    ...(room.endsWith('channel') ? { use: 'verbatim' } : {}),
    ...more,
  })
const laid = async (person: Person, room: string, files: object, more: object = {}) => {
  const object = randomUUID()
  const answer = await submit(person, room, files, more, object)
  if (answer.status !== 200) throw new Error(answer.text)
  return object
}
const fetchFile = (person: Person, room: string, paper: string, language = 'en') =>
  person.get(`rooms/${table.room(room)}/papers/${paper}/file/${language}`)

describe('a file', () => {
  it('is taken by what is in it, whatever its name says', async () => {
    const names = ['x.pdf', 'x.docx', 'x.png', 'x.xml']
    for (const name of names) {
      const answer = await us.upload('us-caucus', Buffer.from('MZ plain bytes'), name)
      expect(outcome(answer)).toEqual([422, 'paper.type'])
    }
    expect((await us.upload('us-caucus', akoma('x'), 'x.exe')).json.type).toBe('application/xml')
    const script = Buffer.from('<html><script>alert(1)</script></html>')
    expect(outcome(await us.upload('us-caucus', script, 'x.xml'))).toEqual([422, 'paper.type'])
  })

  it('is not taken when it is larger than 25 MB', async () => {
    const large = Buffer.alloc(25 * 1024 * 1024 + 1, ' ')
    large.write('%PDF-1.7\n')
    const answer = await us.upload('us-caucus', large)
    expect(answer.json).toEqual({ code: 'file.too-large', facts: { megabytes: 25 } })
    expect(answer.status).toBe(413)
  })

  it('goes out under its title, as an attachment that runs nowhere', async () => {
    const en = await take(us, 'us-caucus', akoma('words'))
    const title = 'A "paper"; ../x\nset-cookie: a=b'
    const paper = await laid(us, 'us-caucus', { en }, wording(title))
    const { status, headers } = await fetchFile(us, 'us-caucus', paper)
    expect(status).toBe(200)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-type']).toBe('application/xml')
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9%.()-]+\.xml$/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('of one room is unknown in every other, and as it is not said to be', async () => {
    const en = await take(us, 'us-caucus', akoma('only here'))
    for (const room of ['plenary', 'us-channel', 'group'])
      expect(outcome(await submit(us, room, { en }))).toEqual([422, 'paper.file-unknown'])
    for (const wrong of [{ bytes: en.bytes + 1 }, { type: 'application/pdf' }])
      expect(outcome(await submit(us, 'us-caucus', { en: { ...en, ...wrong } }))).toEqual([
        422,
        'paper.file-unknown',
      ])
    expect((await submit(us, 'us-caucus', { en })).status).toBe(200)
  })

  it('is laid into a room only by who may submit or translate there', async () => {
    const legislator = await table.as('us-legislator')
    expect(outcome(await legislator.upload('us-caucus', akoma('x')))).toEqual([403, 'act.not-yours'])
    const unseen = await table.as('us-unseen')
    expect(outcome(await unseen.upload('plenary', akoma('x')))).toEqual([403, 'act.unseen-member'])
    expect((await interpreter.upload('us-channel', akoma('y'))).status).toBe(200)
  })
})

describe('a bilingual paper', () => {
  it('needs a file of Akoma Ntoso in every language, and is read clause by clause', async () => {
    const en = await take(us, 'plenary', akoma('The first clause.'))
    const ru_ = await take(us, 'plenary', akoma('Первое положение.', 'rus'))
    const word = await take(us, 'plenary', wordFile('x'))
    const form = { form: 'bilingual' }
    expect(outcome(await submit(us, 'plenary', { en }, form))).toEqual([422, 'paper.language-missing'])
    expect(outcome(await submit(us, 'plenary', { en, ru: word }, form))).toEqual([422, 'paper.not-bilingual'])
    expect(outcome(await submit(us, 'plenary', { ru: ru_ }, form))).toEqual([422, 'paper.no-original'])
    expect(outcome(await submit(us, 'plenary', { en, ru: ru_, fr: en }, form))).toEqual([
      422,
      'wording.language',
    ])
    const paper = await laid(us, 'plenary', { en, ru: ru_ }, form)
    const { json } = await ru.get(`rooms/${table.room('plenary')}/papers/${paper}/clauses`)
    expect(json.languages).toEqual(['en', 'ru'])
    expect(json.clauses[0].cells).toMatchObject({
      en: { words: 'The first clause.' },
      ru: { words: 'Первое положение.' },
    })
  })
})

describe('conveying a paper', () => {
  it('copies its files into the other room, with the voice of the sender', async () => {
    const bytes = wordFile('conveyed words')
    const en = await take(us, 'us-channel', bytes)
    const paper = await laid(us, 'us-channel', { en })
    const answer = await mediator.act('us-channel', 'paper.convey', paper, 1, {
      to: table.room('ru-channel'),
      as: 'verbatim',
    })
    expect(answer.status).toBe(200)
    const there = await newest(table, ru, 'ru-channel', 'paper')
    expect(there.state).toMatchObject({ voice: 'us', words: { en: 'A paper' } })
    expect((await fetchFile(ru, 'ru-channel', there.object)).text).toContain('conveyed words')
    expect((await fetchFile(ru, 'ru-channel', paper)).json).toEqual({ code: 'unknown' })
    expect(outcome(await us.act('us-channel', 'paper.withdraw', paper, 2, {}))).toEqual([
      422,
      'conveyable.carried',
    ])
  })

  it("in the mediator's words is a message without the file", async () => {
    const en = await take(us, 'us-channel', wordFile('secret words of the file'))
    const paper = await laid(us, 'us-channel', { en }, { use: 'paraphrase' })
    const to = table.room('ru-channel')
    expect(
      outcome(await mediator.act('us-channel', 'paper.convey', paper, 1, { to, as: 'verbatim' })),
    ).toEqual([422, 'convey.beyond-use'])
    const conveyed = { to, as: 'paraphrase', wording: wording('There is a paper.') }
    expect((await mediator.act('us-channel', 'paper.convey', paper, 1, conveyed)).status).toBe(200)
    const there = await newest(table, ru, 'ru-channel')
    expect(there.state).toMatchObject({ words: { en: 'There is a paper.' }, nature: 'statement' })
    expect(there.state.voice).toBeUndefined()
    expect(outcome(await submit(ru, 'ru-channel', { en }))).toEqual([422, 'paper.file-unknown'])
  })

  it('for the mediator only is not conveyed', async () => {
    const en = await take(us, 'us-channel', wordFile('for the mediator'))
    const paper = await laid(us, 'us-channel', { en }, { use: 'mediator-only' })
    for (const more of [{ as: 'verbatim' }, { as: 'as-mediator', wording: wording('x') }])
      expect(
        outcome(
          await mediator.act('us-channel', 'paper.convey', paper, 1, { to: table.room('group'), ...more }),
        ),
      ).toEqual([422, 'convey.mediator-only'])
  })
})

describe('a non-paper', () => {
  it('has no author in any reply, act line or export, here or where it is conveyed', async () => {
    table.clock.now = new Date(table.clock.now.getTime() + 60_000)
    const en = await take(us, 'us-channel', akoma('nobody wrote this'))
    const paper = await laid(us, 'us-channel', { en }, { nonPaper: true })
    const conveyed = { to: table.room('ru-channel'), as: 'verbatim' }
    expect((await mediator.act('us-channel', 'paper.convey', paper, 1, conveyed)).status).toBe(200)
    const there = (await newest(table, ru, 'ru-channel', 'paper')).object
    for (const [person, room, object] of [
      [us, 'us-channel', paper],
      [mediator, 'us-channel', paper],
      [ru, 'ru-channel', there],
    ] as const) {
      const { state } = await shown(table, person, room, object)
      expect(state.author).toBeNull()
      expect(state.voice).toBeUndefined()
      const { acts } = (await person.get(`rooms/${table.room(room)}/acts`)).json
      const lines = acts.filter((act: { object: string }) => act.object === object)
      expect(lines.find((act: { kind: string }) => act.kind === 'paper.submit').by).toBeNull()
      expect(JSON.stringify(lines)).not.toContain(us.member)
      const file = (await person.get(`rooms/${table.room(room)}/export`)).json
      expect(file.objects.find((each: { object: string }) => each.object === object).state.author).toBeNull()
      const html = (await person.get(`rooms/${table.room(room)}/export?as=html&language=en`)).text
      const row = html.split('\n').filter((line) => line.includes(state.at) && line.includes('A paper'))
      expect(row.length).toBeGreaterThan(0)
      for (const each of row) expect(each).not.toMatch(/Name |US|us-/)
    }
    const table_ = (await us.get('table')).json.latest
    expect(
      table_.find(
        (act: { object: string; kind: string }) => act.object === paper && act.kind === 'paper.submit',
      ).by,
    ).toBeNull()
  })

  it('is refused while the properties of a file name somebody', async () => {
    for (const bytes of [wordFile('x', 'Ana Reyes'), akoma('x', 'eng', '#ana')]) {
      const answer = await us.upload('plenary', bytes)
      const { names, ...en } = answer.json
      expect(names.length).toBe(1)
      expect(outcome(await submit(us, 'plenary', { en }, { nonPaper: true }))).toEqual([
        422,
        'paper.names-inside',
      ])
      expect((await submit(us, 'plenary', { en })).status).toBe(200)
    }
  })

  it('takes no translation whose file names somebody', async () => {
    const en = await take(us, 'plenary', akoma('nobody either'))
    const paper = await laid(us, 'plenary', { en }, { nonPaper: true })
    const file = await take(interpreter, 'plenary', wordFile('x', 'Ana Reyes'))
    const rendering = { language: 'ru', words: 'Бумага', signOff: true, file }
    expect(outcome(await interpreter.act('plenary', 'paper.translate', paper, 1, rendering))).toEqual([
      422,
      'paper.names-inside',
    ])
  })
})
