/** Witnesses that a browser remembers: they are missed when they are gone, until the reader confirms other keys. */
import { test } from 'vitest'
import { openHouse } from './testing/house.ts'
import { button, logText, openRecord, signedSize, verdict } from './testing/logs.ts'

const house = openHouse()

test('witnesses that are gone are missed at every check, until the reader confirms the keys', {
  timeout: 300_000,
}, async () => {
  const us = await house.enter('us-head')
  const { page, say } = us
  await house.context().recorder.tick()
  await openRecord(us, house, 'plenary')
  await button(us, 'verify').click()
  const count = await signedSize(us, house, 'plenary')
  await verdict(us, say('verify.good', { count })).waitFor()

  const policy = await logText(us, house, 'plenary', 'policy')
  const [log] = policy.split('\n')
  await page.route(`**/log/${house.room('plenary')}/policy`, (route) =>
    route.fulfill({ body: `${log}\nquorum none\n`, contentType: 'text/plain' }),
  )
  for (const _ of ['once', 'and again']) {
    await openRecord(us, house, 'plenary')
    await button(us, 'verify').click()
    await page
      .getByRole('alert')
      .getByText(say('verify.fewer', { gone: 3 }))
      .waitFor()
  }
  await us.check()
  await button(us, 'verify.keys.confirm').click()
  await verdict(us, say('verify.alone', { count })).waitFor()
  await button(us, 'verify.keys.confirm').waitFor({ state: 'hidden' })
  await us.check()
})
