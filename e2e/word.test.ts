/** A Word file comes home: it is read on the page of the text, looked through, and sent as proposals or written in a draft. */
import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { newClause } from '#domain/text/clause.ts'
import { orderSpread } from '#domain/text/order.ts'
import { printedText } from '#domain/text/print/printed.ts'
import { alternative } from '../server/testing/clauses.ts'
import { smallProcess } from '../server/testing/process.ts'
import { printingOf } from '../server/text/printing.ts'
import { wordFile } from '../server/text/word-file.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import type { Person } from './testing/person.ts'

const title = { en: 'Understanding on notices', ru: 'Договорённость об уведомлениях' }
const [first = '', second = '', third = ''] = orderSpread(3)
const place = { parent: null, kind: 'operative' as const, brackets: {}, notes: {} }
const seeds = [
  {
    ...place,
    id: 'c1',
    order: first,
    passage: {
      en: ['The Parties shall notify each other of launches.'],
      ru: ['Стороны уведомляют друг друга о пусках.'],
    },
  },
  {
    ...place,
    id: 'c2',
    order: second,
    passage: {
      en: ['Notice is given ', { bracket: 'b' }, ' before.'],
      ru: ['Уведомление даётся ', { bracket: 'b' }, '.'],
    },
    brackets: {
      b: {
        id: 'b',
        alternatives: [
          alternative('a1', 'us', 'one day', 'за день'),
          alternative('a2', 'ru', 'three days', 'за три дня'),
        ],
      },
    },
  },
  {
    ...place,
    id: 'c3',
    order: third,
    passage: { en: ['They meet twice a year.'], ru: ['Они встречаются дважды в год.'] },
  },
]

const change = 'w:id="900" w:author="Legal adviser" w:date="2026-11-24T09:00:00Z"'
/** The document with other words in it, put in while changes were tracked. */
const tracked = (document: string, stood: string, words: string): string => {
  const changed = document.replace(
    new RegExp(`(<w:t[^>]*>)([^<]*)${stood}([^<]*)</w:t></w:r>`, 'u'),
    `<w:t xml:space="preserve">$2</w:t></w:r><w:del ${change}><w:r><w:delText>${stood}</w:delText></w:r></w:del><w:ins ${change}><w:r><w:t>${words}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">$3</w:t></w:r>`,
  )
  if (changed === document) throw new Error(`${stood} is not in the file`)
  return changed
}

/** The Word file of the text, after a legal adviser has gone over it. */
const edited = async (): Promise<Buffer> => {
  const text = { languages: ['en', 'ru'], clauses: seeds.map((seed) => newClause(seed)) }
  const printed = printedText(text, { ...printingOf(smallProcess, title), mode: 'bracketed' })
  if (!printed.ok) throw new Error(printed.refusal.code)
  const files = unzipSync(await wordFile(printed.value, new Date('2026-11-24T08:00:00Z')))
  let document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  for (const [stood, words] of [
    ['shall notify', 'should inform'],
    ['уведомляют', 'информируют'],
    ['twice', 'three times'],
    ['three days', 'a week'],
  ] as const)
    document = tracked(document, stood, words)
  document = document.replace('2.', '9.')
  return Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(document) }))
}

describe('a Word file that came back', () => {
  const house = openHouse({ file: () => smallProcess })

  const act = async (person: Person, room: string, kind: string, object: string, payload: unknown) => {
    const answer = await person.page.request.post(`/api/processes/${house.process()}/acts`, {
      headers: { origin: house.origin() },
      data: { id: randomUUID(), room: house.room(room), kind, object, base: 0, payload },
    })
    if (!answer.ok()) throw new Error(await answer.text())
  }

  const readBack = async (person: Person, file: Buffer) => {
    const { page, say } = person
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: say('text.word.return'), exact: true }).click(),
    ])
    await chooser.setFiles({ name: 'draft.docx', mimeType: 'application/octet-stream', buffer: file })
    await page.getByText(say('text.word.found', { n: 3, found: 3, of: 3 })).waitFor()
  }

  const looksRight = async (person: Person) => {
    // The people of this process are called after their keys.
    const foreign = await foreignWords(person.page, person.language)
    expect(foreign.filter((line) => !line.includes('-head'))).toEqual([])
    expect(await overflow(person.page)).toEqual([])
    await person.check()
  }

  test('is looked through and sent to the mediator, who enters it', async () => {
    const mediator = await house.enter('mediator-head')
    await act(mediator, 'plenary', 'text.open', 'text', { title, clauses: seeds })
    const file = await edited()
    const us = await house.enter('us-head')
    await us.go('text')
    await readBack(us, file)
    await us.page.getByText(us.say('text.word.why.number')).waitFor()
    await looksRight(us)
    const choices = us.page.getByRole('checkbox', { name: us.say('text.word.choose') })
    expect(await choices.count()).toBe(3)
    await us.page.getByText(us.say('text.word.choose'), { exact: true }).nth(2).click()
    await us.page.getByRole('button', { name: us.say('text.word.send', { n: 2 }) }).click()
    await us.page.getByText(us.say('text.word.sent'), { exact: true }).nth(1).waitFor()
    await mediator.go('text')
    const enter = mediator.page.getByRole('button', {
      name: mediator.say('text.proposal.enter'),
      exact: true,
    })
    await enter.first().waitFor()
    expect(await enter.count()).toBe(2)
    // The two were sent at once, so either may stand first.
    const wanted = mediator.page.locator('li').filter({ hasText: 'should inform' }).filter({ has: enter })
    await wanted.getByRole('button', { name: mediator.say('text.proposal.enter'), exact: true }).click()
    await expect.poll(() => enter.count()).toBe(1)
    await mediator.page
      .locator('ins, span')
      .getByText('should inform')
      .locator('visible=true')
      .first()
      .waitFor()
  })

  test('is read by the other side in its own language on a narrow dark screen, which brings it to nobody', async () => {
    const ru = await house.enter('ru-head', { width: 390, dark: true })
    await ru.go('text')
    const { page, say } = ru
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: say('text.word.return'), exact: true }).click(),
    ])
    await chooser.setFiles({ name: 'p.docx', mimeType: 'application/octet-stream', buffer: await edited() })
    await page.getByText(say('text.word.not-placed')).waitFor()
    await looksRight(ru)
    await page.getByRole('button', { name: say('text.close'), exact: true }).click()
  })

  test('is written into a private draft by those who hold its pen', async () => {
    const us = await house.enter('us-head')
    const plain = seeds.map((seed) => ({ ...seed }))
    await act(us, 'us-caucus', 'text.open', 'text', { title, clauses: plain })
    await us.go(`rooms/${house.room('us-caucus')}/text`)
    await readBack(us, await edited())
    await us.page.getByRole('button', { name: us.say('text.word.write', { n: 3 }) }).click()
    await us.page.getByText(us.say('text.word.sent'), { exact: true }).nth(2).waitFor()
    await us.page.getByText('The Parties should inform each other of launches.').first().waitFor()
    await us.page.getByText('They meet three times a year.').first().waitFor()
  })
})
