/** Taking a text home through HTTP: every form, every language, and never a word of another room. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TextFile } from '#contract/text-file.ts'
import { readAkomaText } from '#domain/text/akoma-write/back.ts'
import { readPapers } from '#domain/text/notation/paper.ts'
import { alternative, seed } from '../testing/clauses.ts'
import { smallProcess } from '../testing/process.ts'
import { hasSchema, schemaFaults } from '../testing/schema.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { parseXml } from '../xml.ts'

const title = { en: 'Understanding', ru: 'Договорённость' }
const bracketed = (first: readonly string[], second: readonly string[]) => ({
  ...seed('c1', 'F', ''),
  passage: {
    en: ['The Parties ', { bracket: 'b1' }, ' notify each other.'],
    ru: ['Стороны ', { bracket: 'b1' }, ' друг друга.'],
  },
  brackets: {
    b1: {
      id: 'b1',
      alternatives: [
        alternative('a1', first, 'shall', 'уведомляют'),
        alternative('a2', second, 'should', 'должны уведомлять'),
      ],
    },
  },
})

describe('a text taken home', () => {
  let table: TestTable
  let us: Person
  let mediator: Person
  let observer: Person
  beforeAll(async () => {
    table = await openTable(smallProcess)
    us = await table.as('us-head')
    mediator = await table.as('mediator-head')
    observer = await table.as('observer')
    const clauses = [
      bracketed(['us'], ['ru']),
      seed('c2', 'V', 'Nothing limits navigation.', 'Ничто не ограничивает судоходство.'),
    ]
    expect((await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses })).status).toBe(200)
    const own = [seed('c1', 'V', 'zebra of the caucus', 'зебра совещания')]
    expect((await us.act('us-caucus', 'text.open', 'text', 0, { title, clauses: own })).status).toBe(200)
  })
  afterAll(() => table.close())

  const take = (person: Person, to: string, language = 'en', room = 'plenary') =>
    person.get(`rooms/${table.room(room)}/text/export?to=${to}&language=${language}`)

  it('is Akoma Ntoso, valid, with the brackets that the room has', async () => {
    const { status, headers, text } = await take(observer, 'akn', 'ru')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/akn+xml')
    expect(decodeURIComponent(String(headers['content-disposition']))).toBe(
      "attachment; filename*=UTF-8''Договорённость.ru.akn.xml",
    )
    if (hasSchema) expect(schemaFaults(text)).toEqual([])
    const xml = parseXml(new TextEncoder().encode(text))
    const read = xml.ok ? readAkomaText(xml.value) : xml
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    expect(read.value.clauses.map(({ passage }) => passage.ru)).toEqual([
      ['Стороны ', { bracket: 'b1' }, ' друг друга.'],
      ['Ничто не ограничивает судоходство.'],
    ])
    expect(read.value.clauses[0]?.brackets.b1?.alternatives.map(({ sponsors }) => sponsors)).toEqual([
      ['us'],
      ['ru'],
    ])
  })

  it('is plain characters that read back, a table, a page, a file', async () => {
    const plain = await take(us, 'txt', 'ru')
    expect(plain.text).toContain('Стороны [А: уведомляют | Б: должны уведомлять] друг друга.')
    expect(readPapers({ ru: plain.text }).ok).toBe(true)
    const csv = await take(us, 'csv')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(3)
    const page = await take(us, 'html', 'ru')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.text).toContain('<html lang="ru">')
    const file = TextFile.parse(JSON.parse((await take(us, 'json')).text))
    expect(file.clauses.map(({ id }) => id).toSorted()).toEqual(['c1', 'c2'])
  })

  it('is asked for in a form and a language that there are', async () => {
    expect((await take(us, 'doc')).status).toBe(400)
    const french = await take(us, 'html', 'fr')
    expect([french.status, french.json.code]).toEqual([422, 'text.language-unknown'])
    const none = await take(mediator, 'html', 'en', 'office')
    expect([none.status, none.json.code]).toEqual([422, 'text.none'])
  })

  it('of a room one is not in is as unknown as one of no room', async () => {
    const ru = await table.as('ru-head')
    for (const to of ['akn', 'html', 'csv', 'txt', 'json']) {
      const own = await take(us, to, 'en', 'us-caucus')
      expect([own.status, to === 'csv' || own.text.includes('zebra of the caucus')]).toEqual([200, true])
      for (const person of [ru, mediator, observer]) {
        const foreign = await take(person, to, 'en', 'us-caucus')
        const nowhere = await person.get(`rooms/${randomUUID()}/text/export?to=${to}&language=en`)
        expect([foreign.status, foreign.text]).toEqual([nowhere.status, nowhere.text])
        expect(foreign.status).toBe(404)
        expect((await take(person, to)).text).not.toMatch(/zebra|зебра/u)
      }
    }
  })
})

describe('where the rules do not say whose alternatives these are', () => {
  it('no form says it either', async () => {
    const table = await openTable({
      ...smallProcess,
      rules: { ...smallProcess.rules, attribution: 'mediator-only' },
    })
    const mediator = await table.as('mediator-head')
    const us = await table.as('us-head')
    const ru = await table.as('ru-head')
    const room = table.room('plenary')
    await mediator.act('plenary', 'text.open', 'text', 0, {
      title,
      clauses: [seed('c1', 'V', 'It holds.', 'Действует.')],
    })
    const object = randomUUID()
    const target = {
      on: 'words',
      clause: 'c1',
      wording: 1,
      ranges: { en: { from: 0, to: 2 }, ru: { from: 0, to: 9 } },
    }
    const passage = { en: ['This text'], ru: ['Текст действует'] }
    expect((await ru.act('ru-channel', 'proposal.make', object, 0, { target, passage })).status).toBe(200)
    expect((await mediator.act('ru-channel', 'proposal.enter', object, 1, { target })).status).toBe(200)
    for (const person of [us, ru, mediator])
      for (const to of ['akn', 'txt', 'csv', 'html', 'json']) {
        const { status, text } = await person.get(`rooms/${room}/text/export?to=${to}&language=en`)
        expect(status).toBe(200)
        expect(text).toContain('This text')
        expect(text).not.toMatch(
          /refersTo="#party|parley:sponsors="[^"]|class="by"|"sponsors": \[\s*"|\[[AB]: | [AB]: /u,
        )
      }
    await table.close()
  })
})
