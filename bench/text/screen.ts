/** One real page among the readers: when words appear on it, and what it asks of the server meanwhile. */
import type { Browser, Page } from 'playwright-core'
import { microseconds } from '../testing/moment.ts'
import type { Site } from '../testing/server.ts'
import { newPage, openAt } from './page.ts'

/** Words that will appear in a clause. */
export interface Expected {
  readonly clause: string
  readonly words: string
}

/** A page that is open on the text. */
export interface Screen {
  readonly page: Page
  /** Watches for these words from now on. */
  readonly expect: (all: readonly Expected[]) => Promise<void>
  /** When each of the expected words was in the page (microseconds of the machine's clock), as far as they came. */
  readonly seen: () => Promise<ReadonlyMap<string, number>>
  /** The paths it asked for since this was last asked. */
  readonly asked: () => readonly string[]
  /** From now on it reads the whole text again each time. */
  readonly readWhole: () => Promise<void>
  readonly close: () => Promise<void>
}

interface InPage {
  expected: Expected[]
  readonly appeared: Record<string, number>
}

// Looks after every change of the page whether the words that are still missing are there.
const watcher = `
  globalThis.watched = { expected: [], appeared: {} }
  new MutationObserver(() => {
    const at = performance.now()
    watched.expected = watched.expected.filter(({ clause, words }) => {
      const there = document.getElementById('clause-' + clause)?.textContent.includes(words)
      if (there) watched.appeared[words] = at
      return !there
    })
  }).observe(document, { childList: true, characterData: true, subtree: true })`

/** How far the page's clock is behind the machine's, in microseconds: of many looks the one that took least. */
const offsetOf = async (page: Page): Promise<number> => {
  let best = { took: Number.POSITIVE_INFINITY, offset: 0 }
  for (let n = 0; n < 40; n += 1) {
    const begun = microseconds()
    const there = await page.evaluate(() => performance.now())
    const took = microseconds() - begun
    if (took < best.took) best = { took, offset: begun + took / 2 - there * 1000 }
  }
  return best.offset
}

/** Opens the text for the member of this cookie and waits until it is on the screen. */
export const openScreen = async (browser: Browser, site: Site, cookie: string): Promise<Screen> => {
  const page = await newPage(browser, cookie)
  let asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/api/')) asked.push(pathname + search)
  })
  await page.addInitScript(watcher)
  await openAt(page, `http://localhost:${site.port}/t/${site.process}/text`, 'a0')
  const offset = await offsetOf(page)
  return {
    page,
    expect: (all) =>
      page.evaluate((given) => {
        const { watched } = globalThis as unknown as { watched: InPage }
        watched.expected.push(...given)
      }, all),
    seen: async () => {
      const appeared = await page.evaluate(
        () => (globalThis as unknown as { watched: InPage }).watched.appeared,
      )
      return new Map(Object.entries(appeared).map(([words, at]) => [words, at * 1000 + offset]))
    },
    asked: () => {
      const since = asked
      asked = []
      return since
    },
    readWhole: async () => {
      await page.route(/\/text\?since=/, (route) =>
        route.continue({
          url: route
            .request()
            .url()
            .replace(/since=\d+/, 'since=0'),
        }),
      )
    },
    close: () => page.context().close(),
  }
}
