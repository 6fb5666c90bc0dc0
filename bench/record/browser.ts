/** A room's record verified in a real browser, beside the same check in Node; how it grows, and what the reader sees meanwhile. */
import type { Page } from 'playwright-core'
import { openBrowser } from '../../e2e/testing/browser.ts'
import { primitives } from '../../server/record/primitives.ts'
import { checkRoom } from '../../web/record/check.ts'
import { median, milliseconds, printTable } from '../testing/figures.ts'
import { seatClient, seatClients, send } from '../testing/member.ts'
import type { Site } from '../testing/server.ts'
import type { Place } from '../testing/talks.ts'

const sizes = [1_000, 10_000]
const rounds = 3
const place: Place = { seat: 'a', room: 'a-caucus' }

/** Posts until the log holds so many acts, and waits until a tick has signed them. */
const fill = async (site: Site, from: number, to: number): Promise<void> => {
  const clients = await seatClients(site, [place], 16)
  let left = to - from
  const work = async (client: (typeof clients)[number]): Promise<void> => {
    while (left > 0) {
      left -= 1
      await send(client)
    }
  }
  await Promise.all(clients.map(work))
  for (const { wire } of clients) wire.close()
}

const read =
  (site: Site, cookie: string) =>
  async (path: string): Promise<Uint8Array | undefined> => {
    const answer = await fetch(`http://localhost:${site.port}${path}`, { headers: { cookie } })
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  }

const signed = async (site: Site, cookie: string, room: string): Promise<number> => {
  const bytes = await read(site, cookie)(`/log/${room}/checkpoint`)
  return Number(
    Buffer.from(bytes ?? [])
      .toString()
      .split('\n')[1] ?? 0,
  )
}

const whenSigned = async (site: Site, cookie: string, room: string, size: number): Promise<number> => {
  for (;;) {
    const now = await signed(site, cookie, room)
    if (now >= size) return now
    await new Promise((go) => setTimeout(go, 200))
  }
}

const inNode = async (site: Site, cookie: string, room: string): Promise<number> => {
  const slow = {
    ...primitives,
    verifyEd25519: async (...asked: Parameters<typeof primitives.verifyEd25519>) =>
      primitives.verifyEd25519(...asked),
  }
  const asked = { process: site.process, room, receipts: [], remembered: {} }
  const begun = performance.now()
  const verdict = await checkRoom({ fetch: read(site, cookie), primitives: slow }, asked, () => undefined)
  if (!verdict.head || verdict.flaws.length > 0) throw new Error('the log is not in order')
  return performance.now() - begun
}

interface Seen {
  readonly took: number
  /** How often the progress bar moved, and the longest time in which the page drew nothing. */
  readonly moves: number
  readonly stillness: number
}

/** Presses the button and watches the page until the verdict is there. */
const watch = (page: Page, label: string): Promise<Seen> =>
  page.evaluate(
    (words) =>
      new Promise<Seen>((resolve) => {
        const button = [...document.querySelectorAll('button')].find((each) =>
          words.includes(each.textContent ?? ''),
        )
        const begun = performance.now()
        let [last, stillness, moves, value] = [begun, 0, 0, -1]
        const draw = (): void => {
          const now = performance.now()
          stillness = Math.max(stillness, now - last)
          last = now
          const bar = document.querySelector('progress')
          if (bar && bar.value !== value) {
            value = bar.value
            moves += 1
          }
          if (!bar && moves > 0 && document.querySelector('.verdict'))
            resolve({ took: now - begun, moves, stillness })
          else requestAnimationFrame(draw)
        }
        button?.click()
        requestAnimationFrame(draw)
      }),
    label.split('|'),
  )

const inBrowser = async (site: Site, page: Page, room: string): Promise<Seen> => {
  await page.goto(`http://localhost:${site.port}/t/${site.process}/rooms/${room}/record`)
  await page.getByRole('button', { name: 'Verify in this browser' }).waitFor()
  await page.waitForTimeout(500)
  return watch(page, 'Verify in this browser|Verify again')
}

/** Measures on a running server whose ticks are short. */
export const measureBrowser = async (site: Site): Promise<void> => {
  const { cookie, wire } = await seatClient(site, [place], 0)
  wire.close()
  const room = site.rooms[place.room] ?? ''
  const browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-GB' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: 'localhost', path: '/' }])
  const page = await context.newPage()
  // The tool that runs this file marks functions by name, also those that are sent to the page.
  await page.addInitScript('globalThis.__name = (given) => given')
  const table: string[][] = [
    ['entries', 'browser', 'Node, the same check', 'ratio', 'the bar moved', 'longest stillness'],
  ]
  let at = 0
  try {
    for (const size of sizes) {
      await fill(site, at, size)
      at = size
      const entries = await whenSigned(site, cookie, room, size)
      const node: number[] = []
      const seen: Seen[] = []
      for (let round = 0; round < rounds; round += 1) {
        node.push(await inNode(site, cookie, room))
        seen.push(await inBrowser(site, page, room))
      }
      const took = median(seen.map((each) => each.took))
      table.push([
        `${entries}`,
        milliseconds(took),
        milliseconds(median(node)),
        (took / median(node)).toFixed(2),
        `${median(seen.map(({ moves }) => moves))} times`,
        milliseconds(median(seen.map(({ stillness }) => stillness))),
      ])
    }
    printTable(
      'A room’s record verified: every entry, tile, act, signature, and its place in the anchor log',
      table,
    )
  } finally {
    await browser.close()
  }
}
