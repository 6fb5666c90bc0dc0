/** A page watched from inside: when a clause was painted, when the page had time for its reader again. */
import type { Browser, Page } from 'playwright-core'

/** Milliseconds since the navigation began. */
export interface Opened {
  /** The first clause has been painted. */
  readonly painted: number
  /** After it, no task of 50 ms or more came for a second: the end of the last one. */
  readonly interactive: number
}

const quiet = 1_000

// Runs in the page before anything else does; every frame it looks whether the clause is there.
const watching = (selector: string): string => `
  globalThis.__name = (given) => given
  globalThis.opened = new Promise((resolve) => {
    let busy = 0
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) busy = Math.max(busy, task.startTime + task.duration)
    }).observe({ type: 'longtask', buffered: true })
    const settle = (painted) => {
      const last = Math.max(busy, painted)
      if (performance.now() - last > ${quiet}) resolve({ painted, interactive: last })
      else setTimeout(settle, 50, painted)
    }
    const look = () => {
      if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => settle(performance.now())))
    }
    requestAnimationFrame(look)
  })`

/** A page of a browser that has seen nothing yet, signed in by this cookie. */
export const newPage = async (browser: Browser, cookie: string): Promise<Page> => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  if (name) await context.addCookies([{ name, value, domain: 'localhost', path: '/' }])
  return context.newPage()
}

/** Opens an address in a fresh page and waits for the clause. The page stays open. */
export const openAt = async (page: Page, url: string, clause: string): Promise<Opened> => {
  await page.addInitScript(watching(`#clause-${clause}`))
  await page.goto(url, { waitUntil: 'commit' })
  return page.evaluate(() => (globalThis as unknown as { opened: Promise<Opened> }).opened)
}
