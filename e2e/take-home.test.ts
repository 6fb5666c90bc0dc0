/** Taking a text home: the menu, by keyboard, in both languages, wide and narrow; the file that comes. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { alternative } from '../server/testing/clauses.ts'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'

const title = { en: 'Understanding', ru: 'Договорённость' }
const clause = {
  id: 'c1',
  parent: null,
  order: 'V',
  kind: 'operative',
  passage: {
    en: ['The Parties ', { bracket: 'b1' }, ' meet.'],
    ru: ['Стороны ', { bracket: 'b1' }, ' встретиться.'],
  },
  brackets: {
    b1: {
      id: 'b1',
      alternatives: [
        alternative('a1', 'us', 'shall', 'обязаны'),
        alternative('a2', 'ru', 'should', 'должны'),
      ],
    },
  },
  notes: {},
}

describe('a text', () => {
  const house = openHouse({ file: () => ({ ...smallProcess, key: 'take-home' }) })

  const openText = async (): Promise<void> => {
    const mediator = await house.enter('mediator-head')
    await mediator.go('text')
    const payload = { title, clauses: [clause] }
    const act = {
      id: randomUUID(),
      room: house.room('plenary'),
      kind: 'text.open',
      object: 'text',
      base: 0,
      payload,
    }
    const status = await mediator.page.evaluate(
      async ([address, body]) =>
        (
          await fetch(address ?? '', {
            method: 'POST',
            body: body ?? '',
            headers: { 'content-type': 'application/json' },
          })
        ).status,
      [`/api/processes/${house.process()}/acts`, JSON.stringify(act)],
    )
    expect(status).toBe(200)
    await mediator.close()
  }

  /** Opens the menu with the keyboard and takes the plain characters in the reader's language. */
  const takes = async (person: Person): Promise<string> => {
    const { page, say, languageName } = person
    await open(person, 'text')
    await page.getByRole('button', { name: say('text.home'), exact: true }).focus()
    await page.keyboard.press('Enter')
    const menu = page.getByRole('dialog', { name: say('text.home') })
    await menu.waitFor()
    await person.check()
    const row = menu.getByRole('listitem').filter({ hasText: say('text.home.txt') })
    const own = row.getByRole('link', { name: new RegExp(`^${languageName(person.language)}$`, 'iu') })
    await own.focus()
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'hidden' })
    return `${download.suggestedFilename()} ${await readFile(await download.path(), 'utf8')}`
  }

  test('is taken home by either side, in its own language', async () => {
    await openText()
    const us = await house.enter('us-head')
    expect(await takes(us)).toMatch(
      /^Understanding\.en\.txt .*The Parties \[.+: shall \| .+: should\] meet\./u,
    )
    const ru = await house.enter('ru-head', { width: 390, dark: true })
    expect(await takes(ru)).toMatch(
      /^Договорённость\.ru\.txt .*Стороны \[.+: обязаны \| .+: должны\] встретиться\./u,
    )
  })
})
