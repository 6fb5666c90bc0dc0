/** `npm run bench -- background`: the time line with more and more events, as a reader sees it move, beside every mark drawn plainly. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { openBrowser } from '../e2e/testing/browser.ts'
import { type Frames, framesOf } from './background/frames.ts'
import { plainPage } from './background/plain.ts'
import { machine, milliseconds, printTable, quantile } from './testing/figures.ts'
import { signIn } from './testing/member.ts'
import { onSite, type Site, startServer } from './testing/server.ts'
import { foundTalks, handOf } from './text/talks.ts'

const sizes = [200, 2_000, 5_000]
const kinds = ['agreement', 'crisis', 'incident', 'summit', 'termination', 'statement']

/** The n-th of the made-up events: spread over eighty years, every tenth of them long. */
const event = (n: number) => {
  const day = new Date(Date.UTC(1940, 0, 1) + ((n * 7_919) % 30_000) * 86_400_000)
  const written = day.toISOString().slice(0, 10)
  const end = new Date(day.getTime() + 900 * 86_400_000).toISOString().slice(0, 10)
  return {
    when: n % 10 === 0 ? `${written}/${end}` : written,
    kind: kinds[n % kinds.length] ?? 'statement',
    name: { en: `Event ${n} of the time line`, ru: `Событие ${n} хронологии` },
    facts: { en: 'What happened, in a sentence or two.', ru: 'Что произошло, в одном-двух предложениях.' },
    place: { en: 'A city', ru: 'Город' },
    ...{ issues: [], clauses: [], sources: [{ words: 'A collection of treaties, vol. 1' }] },
  }
}

const fill = async (site: Site, from: number, to: number): Promise<void> => {
  const hands = await Promise.all(Array.from({ length: 16 }, () => handOf(site, 'mediator')))
  let next = from
  const work = async (hand: (typeof hands)[number]): Promise<void> => {
    for (let n = next++; n < to; n = next++)
      await hand.act('plenary', 'event.enter', randomUUID(), 0, event(n))
  }
  await Promise.all(hands.map(work))
  for (const { wire } of hands) wire.close()
}

const ours = async (context: BrowserContext, site: Site): Promise<Frames> => {
  const page = await context.newPage()
  await page.goto(`http://localhost:${site.port}/t/${site.process}/background`)
  await page.locator('.event-sheet').waitFor({ timeout: 120_000 })
  const frames = await framesOf(page)
  await page.close()
  return frames
}

const plain = async (context: BrowserContext, count: number): Promise<Frames> => {
  const page = await context.newPage()
  await page.setContent(plainPage(Array.from({ length: count }, (_, n) => event(n))))
  const frames = await framesOf(page)
  await page.close()
  return frames
}

const row = (size: number, gesture: keyof Frames, own: Frames, other: Frames): readonly string[] => {
  const figures = (frames: readonly number[]) =>
    [0.5, 0.95, 1].map((part) => milliseconds(quantile(frames, part)))
  const ratio = quantile(own[gesture], 0.95) / quantile(other[gesture], 0.95)
  return [
    ...[`${size}`, gesture],
    ...figures(own[gesture]),
    ...figures(other[gesture]),
    ratio.toFixed(2),
    `${own[gesture].length}`,
  ]
}

await onSite(async (empty) => {
  const site = await foundTalks(empty, 'background')
  await startServer(site, 'serve')
  const [name = '', value = ''] = (await signIn(site, 'a-0')).split('=')
  const browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name, value, domain: 'localhost', path: '/' }])
  // The tool that runs this file marks functions by name, also those that are sent to the page.
  await context.addInitScript('globalThis.__name = (given) => given')
  const table: (readonly string[])[] = [
    ['events', 'gesture', 'p50', 'p95', 'longest', 'plain p50', 'p95', 'longest', 'ratio of p95', 'frames'],
  ]
  let at = 0
  try {
    for (const size of sizes) {
      await fill(site, at, size)
      at = size
      const [own, other] = [await ours(context, site), await plain(context, size)]
      for (const gesture of ['moves', 'walks'] as const) table.push(row(size, gesture, own, other))
    }
    printTable('The time line in Chromium: from one drawn frame to the next while a reader moves it', table)
    console.log(machine('—', Number.NaN).replace(/, PostgreSQL —, a durable page in NaN ms/, ''))
  } finally {
    await browser.close()
  }
})
