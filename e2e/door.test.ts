/** The door: a seat of an exercise, an invitation, a passkey, and every way of leaving. */
import { expect, test } from 'vitest'
import { openHouse } from './testing/house.ts'
import { giveAuthenticator } from './testing/passkeys.ts'
import type { Person } from './testing/person.ts'
import { confirm } from './testing/room.ts'
import { refusal } from './testing/words.ts'

const house = openHouse()

// A page that is told of the end of its session asks once more, and the browser notes the refusal.
const asksWhetherToStay = /status of 401/

/** Waits until the person stands at the door. */
const atTheDoor = async (person: Person, timeout = 8_000): Promise<void> => {
  await person.page.getByRole('heading', { level: 1, name: person.say('door.title') }).waitFor({ timeout })
  expect(new URL(person.page.url()).pathname).toBe('/')
}

/** Waits until the person sits at the table, and sees who they are. */
const atTheTable = (person: Person, name: string): Promise<void> =>
  person.page.getByRole('banner').getByText(name, { exact: true }).waitFor()

const card = ({ page }: Person, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

/** The link of an invitation that a steward makes on the page of the participants. */
const invite = async (steward: Person, name: string): Promise<string> => {
  const { page, say } = steward
  await steward.go('people')
  await card(steward, name)
    .getByRole('button', { name: say('invite'), exact: true })
    .click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: say('invite.make') }).click()
  const link = await sheet.getByRole('textbox', { name: say('invite.link') }).inputValue()
  await steward.check()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  return link
}

/** Accepts an invitation with a passkey. */
const accept = async (person: Person, link: string): Promise<void> => {
  await giveAuthenticator(person.page)
  await person.page.goto(link)
  const button = person.page.getByRole('button', { name: person.say('invitation.accept') })
  await button.waitFor()
  await person.check()
  await button.click()
}

test('in an exercise a person takes a seat at the door and leaves it again', async () => {
  const person = await house.enter()
  await person.go('/')
  await person.page.getByRole('button', { name: /Eleanor Hale/ }).click()
  await atTheTable(person, 'Eleanor Hale')
  await person.check()
  person.expect(asksWhetherToStay)
  await person.page.getByRole('button', { name: person.say('leave'), exact: true }).click()
  await atTheDoor(person)
  await person.check()
})

test('an invitation is accepted with a passkey, works once, and the passkey opens the seat again', async () => {
  const steward = await house.enter('mediator-head')
  const link = await invite(steward, 'Yuki Tanabe')
  expect(link.startsWith(`${house.origin()}/invitation#`)).toBe(true)

  const invited = await house.enter()
  await accept(invited, link)
  await atTheTable(invited, 'Yuki Tanabe')
  expect(invited.page.url()).not.toContain('#')

  const second = await house.enter(undefined, { language: 'ru' })
  second.expect(/status of 4\d\d/)
  await second.page.goto(link)
  await second.page.getByText(refusal('ru', 'door.invitation')).waitFor()
  await second.check()

  invited.expect(asksWhetherToStay)
  await invited.page.getByRole('button', { name: invited.say('leave'), exact: true }).click()
  await atTheDoor(invited)
  await invited.page.getByRole('button', { name: invited.say('door.passkey.go'), exact: true }).click()
  await atTheTable(invited, 'Yuki Tanabe')
  await invited.check()
})

test('whoever signs out everywhere is out on every screen, and nobody else is', async () => {
  const steward = await house.enter('us-head')
  const link = await invite(steward, 'Eleanor Hale')
  const here = await house.enter()
  await accept(here, link)
  await atTheTable(here, 'Eleanor Hale')
  const other = await house.enter('ru-head')
  await other.go('people')
  for (const person of [here, steward]) person.expect(asksWhetherToStay)
  await here.page.getByRole('button', { name: here.say('leave.everywhere') }).click()
  await atTheDoor(here)
  await atTheDoor(steward)
  await here.check()
  await other.page.reload()
  await atTheTable(other, 'Алексей Ардашев')
})

test('a member who is removed stands at the door within about a second, and the passkey opens nothing', async () => {
  const steward = await house.enter('mediator-head')
  const link = await invite(steward, 'Luis Berrocal')
  const removed = await house.enter()
  await accept(removed, link)
  await atTheTable(removed, 'Luis Berrocal')
  removed.expect(asksWhetherToStay)
  const action = steward.say('remove.do')
  await confirm(steward, card(steward, 'Luis Berrocal'), steward.say('remove'), { action })
  await atTheDoor(removed, 2_000)
  removed.expect(/status of 403/)
  const before = (await removed.heard()).length
  await Promise.all([
    removed.page.waitForResponse('**/api/door/passkey'),
    removed.page.getByRole('button', { name: removed.say('door.passkey.go'), exact: true }).click(),
  ])
  await removed.page.getByText(refusal('en', 'act.not-serving')).waitFor()
  await atTheDoor(removed)
  expect((await removed.heard()).slice(before)).not.toContain('"rooms"')
  await removed.check()
})
