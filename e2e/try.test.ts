import { test } from 'vitest'
import { openHouse } from './testing/house.ts'
import { faultsOf } from './testing/axe.ts'
const house = openHouse()
test('timing', async () => {
  const t0 = Date.now()
  const us = await house.enter('us-head')
  const lap = (n: string) => console.log(n, Date.now() - t0)
  lap('entered')
  for (const p of ['', 'rooms', 'people', `rooms/${house.room('plenary')}`, `rooms/${house.room('us-channel')}`]) {
    await us.go(p); lap('went ' + p)
    await us.page.waitForLoadState('load')
    console.log((await faultsOf(us.page))); lap('axe')
    await us.page.getByRole('button', { name: 'Русский' }).click(); lap('click')
    console.log((await faultsOf(us.page))); lap('axe')
    console.log((await faultsOf(us.page, ['color-contrast']))); lap('axe contrast')
    await us.page.getByRole('button', { name: 'English' }).click(); lap('click')
  }
  console.log(us.troubles())
  await us.page.screenshot({ path: '/tmp/shot.png', fullPage: true })
})
