/** The record on the screen: who vouches for a log, checking it oneself, taking proofs along, on paper. */
import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import type { SaltedAct } from '#contract/record.ts'
import type { Act } from '#domain/record/act.ts'
import { fromHex, toUtf8 } from '#domain/record/bytes.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { parsePolicy } from '#domain/record/policy.ts'
import { verify } from '#domain/record/verify.ts'
import { primitives } from '../server/record/primitives.ts'
import { openHouse } from './testing/house.ts'
import { button, logText, openRecord, signedSize, verdict } from './testing/logs.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { write } from './testing/room.ts'
import { refusal } from './testing/words.ts'

const house = openHouse()
const tick = () => house.context().recorder.tick()
const download = async ({ page }: Person, press: Locator) => {
  const [file] = await Promise.all([page.waitForEvent('download'), press.click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('a member sees who vouches for a room, verifies it, and next time this browser remembers', {
  timeout: 300_000,
}, async () => {
  const us = await house.enter('us-head')
  const { page, say } = us
  await us.go(`rooms/${house.room('wg-notifications')}`)
  await page.getByRole('link', { name: say('record.of-room') }).click()
  await settle(us)
  await page.getByText(/^All 3 witnesses vouched for \d+ entries \d+ seconds? ago\.$/).waitFor()
  await page.getByText(say('witness.inside.why')).waitFor()
  const size = await signedSize(us, house, 'wg-notifications')

  let letGo = (): void => undefined
  const held = new Promise<void>((settled) => {
    letGo = settled
  })
  await us.context.route('**/tile/entries/**', async (route) => {
    await held
    await route.continue()
  })
  await button(us, 'verify').click()
  await page.getByRole('progressbar', { name: say('verify.progress') }).waitFor()
  await us.check()
  letGo()
  await verdict(us, say('verify.good', { count: size })).waitFor()
  await verdict(us, say('verify.first')).waitFor()
  await us.check()

  await us.go(`rooms/${house.room('wg-notifications')}`)
  await write(us, { words: 'We can live with seventy-two hours.' })
  await tick()
  await openRecord(us, house, 'wg-notifications')
  await button(us, 'verify').click()
  const now = await signedSize(us, house, 'wg-notifications')
  expect(now).toBeGreaterThan(size)
  await verdict(us, say('verify.good', { count: now })).waitFor()
  await verdict(us, `It continues the head of ${size} entries`).waitFor()
  const kept = await page.evaluate(
    (member) => localStorage.getItem(`parley.receipts.${member}`),
    house.member('us-head'),
  )
  const receipts = (JSON.parse(kept ?? '[]') as readonly unknown[]).length
  expect(receipts).toBeGreaterThan(0)
  await verdict(us, say('verify.receipts.judged', { kept: receipts, pending: 0 })).waitFor()
  await us.go('record')
  await page.getByRole('heading', { name: say('receipts', { count: receipts }) }).waitFor()
  expect((await download(us, button(us, 'receipts.take'))).text).toContain('receipt/v1')
  await us.check()
})

test('a check can be stopped, and one that finds a changed act names its entry', async () => {
  const ru = await house.enter('ru-head')
  const { page, say } = ru
  await openRecord(ru, house, 'plenary')
  const never = new Promise<void>(() => undefined)
  await page.route('**/tile/entries/**', () => never)
  await button(ru, 'verify').click()
  await button(ru, 'cancel').click()
  await button(ru, 'verify').waitFor()
  await page.unroute('**/tile/entries/**')

  const changed = 30
  await page.route('**/record/acts?from=*', async (route) => {
    const answer = await route.fetch()
    const { acts } = (await answer.json()) as { acts: SaltedAct[] }
    const lie = acts.map((each) =>
      each.index === changed ? { ...each, act: { ...each.act, payload: 'other words' } } : each,
    )
    await route.fulfill({ response: answer, json: { acts: lie } })
  })
  await button(ru, 'verify').click()
  const alarm = page.getByRole('alert')
  await alarm.getByText(say('verify.bad')).waitFor()
  await alarm.getByText(refusal('ru', 'record.act-differs', { index: changed })).waitFor()
  await ru.check()
  const heads = await page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.startsWith('parley.head.')),
  )
  expect(heads).not.toContain(`parley.head.${house.room('plenary')}`)
})

test('a log that was rolled back is found out by what this browser remembers', async () => {
  const us = await house.enter('us-head')
  const { page, say } = us
  await openRecord(us, house, 'plenary')
  const older = await logText(us, house, 'plenary', 'checkpoint')
  await us.go(`rooms/${house.room('plenary')}`)
  await write(us, { words: 'Let us look at the calendar once more.' })
  await tick()
  await openRecord(us, house, 'plenary')
  await button(us, 'verify').click()
  const size = await signedSize(us, house, 'plenary')
  await verdict(us, say('verify.good', { count: size })).waitFor()

  await page.route(`**/log/${house.room('plenary')}/checkpoint`, (route) =>
    route.fulfill({ body: older, contentType: 'text/plain' }),
  )
  await openRecord(us, house, 'plenary')
  await button(us, 'verify').click()
  const alarm = page.getByRole('alert')
  await alarm.getByText(say('verify.bad')).waitFor()
  const facts = { from: size, to: Number(older.split('\n')[1]) }
  await alarm.getByText(refusal('en', 'record.history-shorter', facts)).waitFor()
  await us.check()
})

test('a proof and its act are taken along and checked without the server', async () => {
  const mediator = await house.enter('mediator-head')
  const { say } = mediator
  await openRecord(mediator, house, 'plenary')
  const policyFile = await logText(mediator, house, 'plenary', 'policy')
  const { page } = mediator
  // The newest entry that is signed; the page shows the newest first.
  const index = Number((await logText(mediator, house, 'plenary', 'checkpoint')).split('\n')[1]) - 1
  const about = say('entries.of', { index })
  const proof = await download(
    mediator,
    page.getByRole('link', { name: `${say('entries.proof')} ${about}`, exact: true }),
  )
  const act = await download(
    mediator,
    page.getByRole('button', { name: `${say('entries.act')} ${about}`, exact: true }),
  )
  expect([proof.name, act.name]).toEqual([
    `parley-plenary-${index}.tlog-proof`,
    `parley-plenary-${index}.json`,
  ])
  const salted = JSON.parse(act.text) as SaltedAct
  const policy = parsePolicy(policyFile, primitives.sha256)
  if (!policy.ok) throw new Error(policy.refusal.code)
  const leaf = leafOf(salted.act as Act, index, fromHex(salted.salt) ?? new Uint8Array(), primitives.sha256)
  expect(verify(proof.text, toUtf8(leaf), policy.value, primitives)).toMatchObject({
    ok: true,
    value: { index, checkpoint: { cosignatures: { length: 3 } } },
  })
  await mediator.check()
})

test('who has read what is an entry without words for everybody else', async () => {
  const us = await house.enter('us-head')
  await us.go(`rooms/${house.room('plenary')}`)
  const ru = await house.enter('ru-head')
  await openRecord(ru, house, 'plenary')
  await ru.page.getByText(ru.say('entries.hidden')).first().waitFor()
  expect(await ru.page.getByText(ru.say('entries.fetching'), { exact: true }).count()).toBe(0)
  await ru.check()
})

test('on paper a room’s record is one page: the checkpoint, its code, its witnesses and what it is for', async () => {
  const us = await house.enter('us-head')
  const { page, say } = us
  await openRecord(us, house, 'plenary')
  const note = await logText(us, house, 'plenary', 'checkpoint')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  expect((await page.locator('pre').innerText()).trim()).toBe(note.trim())
  expect(await page.getByRole('img', { name: say('checkpoint.qr') }).isVisible()).toBe(true)
  expect(await page.getByText(say('checkpoint.compare')).isVisible()).toBe(true)
  expect(await page.getByText(say('exercise.notice')).isVisible()).toBe(true)
  expect(await page.getByRole('heading', { name: say('entries') }).isVisible()).toBe(false)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
})

test('everything is taken home as one file', async () => {
  const us = await house.enter('us-head')
  await us.go('record')
  const { page, say } = us
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('home.take') }).click(),
  ])
  expect(file.suggestedFilename()).toBe('parley-risk-reduction-us.zip')
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
})
