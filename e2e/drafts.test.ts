/** Real input: two drafts of the Security Council on one subject, each brought by its side, read by both in both languages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { Founding } from '#contract/parties.ts'
import { convey } from './testing/desk.ts'
import { openHouse } from './testing/house.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { begins, clauseLink, composer, entry, way, write } from './testing/room.ts'
import { clausesOf, missing, pathOf, spaceTalks } from './testing/un.ts'

if (missing) console.warn(missing)

/** The process as a secretariat has it: a file on a disk. */
const readFounding = () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-process-'))
  const path = join(folder, 'outer-space.json')
  writeFileSync(path, JSON.stringify(spaceTalks))
  const file = Founding.parse(JSON.parse(readFileSync(path, 'utf8')))
  rmSync(folder, { recursive: true })
  return file
}

const american = { symbol: 'S_2024_302', title: 'Draft on weapons in outer space, one' }
const russian = { symbol: 'S_2024_383', title: 'Проект об оружии в космосе, второй' }

describe.skipIf(missing !== '')('two real drafts', () => {
  const house = openHouse({ file: readFounding })

  const chooseFile = async (person: Person, symbol: string, language: 'en' | 'ru') => {
    const { page, say, languageName } = person
    const title = page.getByText(say('file.in', { language: languageName(language) }), { exact: true })
    const field = page.locator('.field').filter({ has: title })
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      field.getByRole('button', { name: say('file.choose'), exact: true }).click(),
    ])
    await chooser.setFiles(pathOf(symbol, language))
    await field.getByRole('button', { name: say('file.other'), exact: true }).waitFor()
  }

  /** A delegation hands its draft in through its channel, in both languages. */
  const handIn = async (person: Person, room: string, paper: { symbol: string; title: string }) => {
    const { say } = person
    await person.go(`rooms/${house.room(room)}`)
    const place = composer(person)
    await place.getByRole('button', { name: say('compose.paper'), exact: true }).click()
    await way(place, say('paper.form'), say('paper.form.bilingual')).click()
    await place.getByRole('textbox', { name: say('paper.title') }).fill(paper.title)
    for (const language of ['en', 'ru'] as const) await chooseFile(person, paper.symbol, language)
    await way(place, say('use'), say('use.verbatim')).click()
    await person.check()
    await place.getByRole('button', { name: say('paper.submit'), exact: true }).click()
    await entry(person, paper.title).waitFor()
    expect(await person.page.getByText(say('exercise.notice')).count()).toBe(0)
  }

  const read = async (person: Person, title: string): Promise<Locator> => {
    await entry(person, title)
      .getByRole('link', { name: person.say('paper.read'), exact: true })
      .click()
    await person.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await settle(person)
    return person.page.getByRole('main').getByRole('listitem')
  }

  /** Each clause of the document stands in one row, in the reader's language first. */
  const readsInBoth = async (person: Person, symbol: string, rows: Locator) => {
    const shown = await rows.evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('[lang][dir]')].map((cell) => ({
          language: cell.getAttribute('lang'),
          words: (cell.textContent ?? '').replaceAll(/\s+/g, ' '),
        })),
      ),
    )
    const [first, second] = person.language === 'en' ? (['en', 'ru'] as const) : (['ru', 'en'] as const)
    const clauses = clausesOf(symbol)
    expect(clauses.length).toBeGreaterThan(15)
    for (const clause of clauses) {
      const row = shown.find(([cell]) => cell?.words.includes(clause[first]))
      expect(
        row?.map(({ language }) => language),
        clause[first],
      ).toEqual([first, second])
      expect(row?.[1]?.words).toContain(clause[second])
    }
  }

  test('each side brings its draft, the mediator conveys both, and both sides read both in their own language first', {
    timeout: 300_000,
  }, async () => {
    const us = await house.enter('us-head')
    const ru = await house.enter('ru-head')
    await handIn(us, 'us-channel', american)
    await handIn(ru, 'ru-channel', russian)

    const mediator = await house.enter('mediator-head')
    await mediator.go('desk')
    await convey(mediator, { entry: american.title, as: 'verbatim', to: house.room('ru-channel') })
    await convey(mediator, { entry: russian.title, as: 'verbatim', to: house.room('us-channel') })
    await mediator.check()

    for (const [person, room] of [
      [us, 'us-channel'],
      [ru, 'ru-channel'],
    ] as const)
      for (const { symbol, title } of [american, russian]) {
        await person.go(`rooms/${house.room(room)}`)
        await readsInBoth(person, symbol, await read(person, title))
        await person.check()
      }
  })

  test('one side asks about a clause of the other’s draft, and the answer comes back under the question', {
    timeout: 300_000,
  }, async () => {
    const ru = await house.enter('ru-head')
    await ru.go(`rooms/${house.room('ru-channel')}`)
    const rows = await read(ru, american.title)
    const second = clausesOf(american.symbol).at(-7)
    const clause = rows.filter({ hasText: second?.ru ?? '' })
    await clause.getByRole('link', { name: begins(ru.say('clause.ask')) }).click()
    const question = 'Что в этом пункте понимается под размещением?'
    await write(ru, { words: question, use: 'paraphrase' })
    await clauseLink(entry(ru, question)).waitFor()

    const mediator = await house.enter('mediator-head')
    await mediator.go('desk')
    const asked = {
      en: 'What does placement cover in this paragraph?',
      ru: 'Что охватывает здесь размещение?',
    }
    await convey(mediator, { entry: question, as: 'paraphrase', words: asked })

    const us = await house.enter('us-head')
    await us.go(`rooms/${house.room('us-channel')}`)
    await clauseLink(entry(us, asked.en)).click()
    await us.page.getByRole('heading', { level: 1, name: american.title }).waitFor()
    expect(decodeURIComponent(new URL(us.page.url()).hash)).toMatch(/^#clause-/)
    await us.go(`rooms/${house.room('us-channel')}`)
    await entry(us, asked.en)
      .getByRole('button', { name: us.say('answer'), exact: true })
      .click()
    const answer = 'Any object put into orbit, or installed on a celestial body.'
    await write(us, { words: answer, use: 'paraphrase' })
    expect(await us.heard()).not.toContain(question)
    await us.check()

    const told = { en: 'It covers whatever is put into orbit.', ru: 'Всё, что выводится на орбиту.' }
    await convey(mediator, { entry: answer, as: 'paraphrase', words: told })
    await ru.page
      .getByRole('listitem')
      .filter({ has: entry(ru, question) })
      .getByRole('list')
      .getByRole('article')
      .filter({ hasText: told.ru })
      .waitFor()
    expect(await ru.heard()).not.toContain(answer)
    for (const person of [ru, mediator]) await person.check()
  })
})
