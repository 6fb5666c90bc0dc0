/** What people do with a text, by the names of things on the screen; and a text to do it with. */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import type { Clause } from '#domain/text/clause.ts'
import { orderSpread } from '#domain/text/order.ts'
import { alternative } from '../../server/testing/clauses.ts'
import type { House } from './house.ts'
import type { Person } from './person.ts'

/** Fills the last field of this label in every language of the talks. */
export const fillBoth = async (
  { say, languageName }: Person,
  scope: Locator | Page,
  label: string,
  en: string,
  ru: string,
): Promise<void> => {
  for (const [language, words] of [
    ['en', en],
    ['ru', ru],
  ] as const) {
    const name = say('commitments.in-language', { label, language: languageName(language) })
    await scope.getByLabel(name, { exact: true }).last().fill(words)
  }
}

/** Posts an act as this person would, without a screen; for what a journey begins with. */
export const post = async (
  person: Person,
  house: House,
  room: string,
  [kind, object, base]: readonly [string, string, number | null],
  payload: unknown,
): Promise<void> => {
  const answer = await person.context.request.post(`/api/processes/${house.process()}/acts`, {
    headers: { origin: house.origin() },
    data: { id: randomUUID(), room: house.room(room), kind, object, base, payload },
  })
  if (!answer.ok()) throw new Error(`${kind}: ${answer.status()} ${await answer.text()}`)
}

const bracketed = {
  passage: {
    en: ['Each Party ', { bracket: 'b1' }, ' notify the other of any launch.'],
    ru: ['Каждая Сторона ', { bracket: 'b1' }, ' другую о любом пуске.'],
  },
  brackets: {
    b1: {
      id: 'b1',
      alternatives: [
        alternative('a1', 'us', 'shall', 'уведомляет'),
        alternative('a2', 'ru', 'should', 'стремится уведомлять'),
      ],
    },
  },
}

const plain = (en: string, ru: string) => ({ passage: { en: [en], ru: [ru] }, brackets: {} })

const passages = [
  { kind: 'preambular', ...plain('The Parties,', 'Стороны,') },
  { kind: 'operative', ...bracketed },
  {
    kind: 'operative',
    ...plain(
      'Ships of the Parties shall keep a safe distance from each other.',
      'Корабли Сторон держатся на безопасном расстоянии друг от друга.',
    ),
  },
  {
    kind: 'operative',
    ...plain('The direct line shall be tested every week.', 'Линия прямой связи проверяется каждую неделю.'),
  },
]

/** Opens a common text of four clauses, `k0` to `k3`, of which `k1` has a bracket. */
export const openText = async (mediator: Person, house: House): Promise<void> => {
  const orders = orderSpread(passages.length)
  const clauses = passages.map((passage, i) => ({
    id: `k${i}`,
    parent: null,
    order: orders[i],
    notes: {},
    ...passage,
  }))
  const title = { en: 'Understanding on launches', ru: 'Договорённость о пусках' }
  await post(mediator, house, 'plenary', ['text.open', 'text', 0], { title, clauses })
}

/** A clause of the common text as the server has it. */
export const clauseOf = async (person: Person, house: House, id: string): Promise<Clause> => {
  const path = `/api/processes/${house.process()}/rooms/${house.room('plenary')}/text`
  const { clauses } = (await (await person.context.request.get(path)).json()) as { clauses: Clause[] }
  const found = clauses.find((clause) => clause.id === id)
  if (!found) throw new Error(`the text has no clause ${id}`)
  return found
}

/** The row of a clause on the page. */
export const clauseRow = ({ page }: Person, id: string): Locator => page.locator(`#clause-${id}`)

/** Goes to a clause by clicking its number. */
export const onClause = async (person: Person, id: string): Promise<Locator> => {
  const row = clauseRow(person, id)
  await row.locator('.text-number').click()
  await row.locator('.text-acts').waitFor()
  return row
}

/** A button in a place, by its name. */
export const press = (place: Locator, name: string): Promise<void> =>
  place.getByRole('button', { name, exact: true }).click()

/** Chooses from the menu of what else can be done with the clause one is on. */
export const chooseMore = async (person: Person, row: Locator, name: string): Promise<void> => {
  await press(row, person.say('text.more'))
  await person.page.getByRole('menuitem', { name, exact: true }).click()
}

/** The field for words in one language within a place. */
export const wordsField = ({ say, languageName }: Person, place: Locator, language: string): Locator =>
  place.getByRole('textbox', { name: say('text.words-in', { language: languageName(language) }) })

/** Picks words out of a clause as a mouse does. */
export const pickWords = async (
  person: Person,
  id: string,
  language: string,
  words: string,
): Promise<void> => {
  const place = clauseRow(person, id).locator(`[data-words][lang="${language}"]`)
  await place.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`no ${wanted} here`)
  }, words)
  await person.page.locator('#selection-bar').waitFor()
}
