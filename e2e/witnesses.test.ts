/** The stewards of a seat: naming its witness, doing without one, and the keys of its mirrors. */
import { expect, test } from 'vitest'
import { formatVerifierKey } from '#domain/record/key.ts'
import { signingKey } from '../server/record/primitives.ts'
import { openHouse } from './testing/house.ts'
import { button, openRecord } from './testing/logs.ts'
import { open } from './testing/pages.ts'
import { confirm } from './testing/room.ts'

const house = openHouse()
const tick = () => house.context().recorder.tick()

test('a witness that does not answer is named, with the moment since when; then the server plays it again', {
  timeout: 300_000,
}, async () => {
  const { key } = signingKey('witness.example/us', 'cosignature', new Uint8Array(32).fill(7))
  const us = await house.enter('us-secretary')
  const { page, say } = us
  await open(us, 'record')
  await button(us, 'witness.name.other').click()
  const dialog = page.getByRole('dialog')
  const name = dialog.getByRole('button', { name: say('witness.name.do'), exact: true })
  await dialog
    .getByRole('textbox', { name: say('witness.name.key') })
    .fill('witness.example/us+00000000+AAAA')
  await dialog.getByText(/does not have the identifier it states|is not a verifier key/).waitFor()
  expect(await name.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: say('witness.name.key') }).fill(formatVerifierKey(key))
  await dialog.getByRole('textbox', { name: say('witness.name.url') }).fill('https://127.0.0.1:1/')
  await us.check()
  await name.click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('https://127.0.0.1:1/').waitFor()
  await tick()

  const ru = await house.enter('ru-head')
  await ru.go(`rooms/${house.room('plenary')}`)
  await ru.page.getByText(/^Нет свидетеля: Соединённые Штаты Америки \(с \d\d:\d\d\)\.$/).waitFor()
  await ru.check()
  await openRecord(ru, house, 'plenary')
  await ru.page.getByText(ru.say('witness.missing.meanwhile')).waitFor()
  await ru.page.getByText(new RegExp(`${ru.say('witness.trouble.silent')}$`)).waitFor()
  // The witness named now has vouched for nothing yet, whatever the one before it had.
  expect(await ru.page.getByText(/свидетел[ияей]+ подтвердили/).count()).toBe(0)
  await button(ru, 'verify').click()
  await ru.page.locator('.verdict').getByText(ru.say('verify.missing')).waitFor()
  await ru.check()
  await open(ru, `rooms/${house.room('ru-channel')}`)
  expect(await ru.page.locator('.witness-missing').count()).toBe(0)

  await confirm(us, page.locator('main'), say('witness.play'), { action: say('witness.play.do') })
  await tick()
  await openRecord(us, house, 'plenary')
  await page.getByText(/^All 3 witnesses vouched for/).waitFor()
  await us.check()
})

test('a witness is dismissed, and the page says that the seat has none', async () => {
  const us = await house.enter('us-secretary')
  await us.go('record')
  await confirm(us, us.page.locator('main'), us.say('witness.dismiss'))
  await us.page.getByText(us.say('witness.nobody')).waitFor()
  await tick()
  await openRecord(us, house, 'plenary')
  await us.page.getByText(us.say('witness.unnamed', { seats: 'United States of America' })).waitFor()
  await us.check()
  await us.go('record')
  await confirm(us, us.page.locator('main'), us.say('witness.play'), { action: us.say('witness.play.do') })
  await button(us, 'witness.play').waitFor({ state: 'hidden' })
  await tick()
})

test('a mirror’s key is shown once, reads the log, and reads nothing once it is ended', async () => {
  const us = await house.enter('us-secretary')
  const { page, say } = us
  await us.go('record')
  await button(us, 'mirrors.make').click()
  const key = await page.getByRole('textbox', { name: say('mirrors.key'), exact: true }).inputValue()
  const command = await page.getByRole('textbox', { name: say('mirrors.command') }).inputValue()
  expect(command).toBe(
    `./parley mirror ${house.origin()} --process ${house.process()} --key-file FILE FOLDER`,
  )
  await us.check()
  const ask = () =>
    fetch(`${house.origin()}/log/${house.room('plenary')}/checkpoint`, {
      headers: { authorization: `Bearer ${key}` },
    })
  expect((await ask()).status).toBe(200)
  await button(us, 'mirrors.kept').click()
  expect(await page.content()).not.toContain(key)
  await us.go('record')
  await page.getByText(say('mirrors.seen')).waitFor()
  await us.check()
  await confirm(us, page.getByRole('region', { name: say('mirrors') }), say('mirrors.end'))
  await page.getByText(say('mirrors.none')).waitFor()
  expect((await ask()).status).toBe(401)
})

test('only the stewards of a seat can do something about its witness and its mirrors', async () => {
  for (const member of ['us-legal', 'observer-1', 'public-1']) {
    const person = await house.enter(member)
    await open(person, 'record')
    const names = [
      'witness.name',
      'witness.name.other',
      'witness.play',
      'witness.dismiss',
      'mirrors.make',
    ] as const
    for (const name of names) expect(await button(person, name).count(), `${member} ${name}`).toBe(0)
    await person.check()
  }
})
