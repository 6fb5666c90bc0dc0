/** A person at a screen: one browser context, everything that came over the wire to it, and everything that went wrong. */
import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import { faultsOf } from './axe.ts'
import { type Language, languageName, type Phrase, phrase } from './words.ts'

interface Here {
  readonly pathname: string
  readonly href: string
}

declare global {
  /** The router of the page, as TanStack Router leaves it there. */
  var __TSR_ROUTER__: {
    readonly history: { readonly push: (address: string) => void }
    readonly state: { readonly status: string; readonly location: Here; readonly resolvedLocation?: Here }
  }
}

/** How a person comes. */
export interface PersonOptions {
  readonly origin: string
  readonly process: string
  readonly shift: number
  readonly language: Language
  readonly width: number
  readonly dark: boolean
}

/** A person and their page. */
export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  /** A phrase of the screen in this person's language. */
  readonly say: (id: Phrase, facts?: Readonly<Record<string, string | number>>) => string
  readonly languageName: (language: string) => string
  /** Opens a page of the process; a path that begins with a slash is one of the whole house. */
  readonly go: (path?: string) => Promise<void>
  /** Turns to a page of the process as a link on the page does: nothing is loaded anew. */
  readonly turn: (path: string) => Promise<void>
  /** Says that a kind of trouble is part of the journey: a refusal that the browser notes in its console. */
  readonly expect: (trouble: RegExp) => void
  /** Console errors, policy violations, failed requests and broken scripts that nobody expected. */
  readonly troubles: () => readonly string[]
  /** Everything the server has sent to this person as JSON or as an event. */
  readonly heard: () => Promise<string>
  /** The page as it is must have no fault of accessibility, and there must have been no trouble. */
  readonly check: () => Promise<void>
  readonly close: () => Promise<void>
}

// The pages must live in the same hour as the server, whatever the machine's clock says.
const shiftClock = (shift: number): void => {
  const Real = Date
  const Shifted = new Proxy(Real, {
    construct: (_, given) => Reflect.construct(Real, given.length === 0 ? [Real.now() + shift] : given),
    get: (_, name) => (name === 'now' ? () => Real.now() + shift : Reflect.get(Real, name)),
  })
  globalThis.Date = Shifted
}

const watch = (page: Page): string[] => {
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left takes its open event stream and unfinished readings with it.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`request: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`status ${response.status()}: ${response.url()}`)
  })
  return troubles
}

const isJson = (response: Response): boolean =>
  (response.headers()['content-type'] ?? '').includes('application/json')

const listen = async (page: Page): Promise<() => Promise<string>> => {
  const words: Promise<string>[] = []
  page.on('response', (response) => {
    if (isJson(response)) words.push(response.text().catch(() => ''))
  })
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  wire.on('Network.eventSourceMessageReceived', ({ data }) => words.push(Promise.resolve(data)))
  return async () => (await Promise.all(words)).join('\n')
}

/** Opens a browser context for one person. */
export const openPerson = async (
  browser: Browser,
  given: Pick<PersonOptions, 'origin' | 'process' | 'shift'> & Partial<PersonOptions>,
): Promise<Person> => {
  const { origin, process, shift, language = 'en', width = 1280, dark = false } = given
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === 'en' ? 'en-GB' : 'ru-RU',
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  // Limits for a busy machine, never what is measured.
  context.setDefaultTimeout(20_000)
  context.setDefaultNavigationTimeout(30_000)
  await context.addInitScript(shiftClock, shift)
  const page = await context.newPage()
  const troubles = watch(page)
  const heard = await listen(page)
  const expected: RegExp[] = []
  const measured = new Set<string>()
  const addressOf = (path: string) =>
    path.startsWith('/') ? path : `/t/${process}/${path}`.replace(/\/$/, '')
  const unexpected = () => troubles.filter((trouble) => !expected.some((each) => each.test(trouble)))
  return {
    page,
    context,
    language,
    say: (id, facts) => phrase(language, id, facts),
    languageName: (each) => languageName(language, each),
    go: async (path = '') => {
      await page.goto(addressOf(path))
      await page.locator('h1').first().waitFor()
    },
    turn: async (path) => {
      await page.evaluate((address) => self.__TSR_ROUTER__.history.push(address), addressOf(path))
      await page.waitForFunction(
        (pathname) => {
          const { status, location, resolvedLocation } = self.__TSR_ROUTER__.state
          const has = location.pathname === pathname && resolvedLocation?.href === location.href
          return status === 'idle' && has
        },
        new URL(addressOf(path), origin).pathname,
      )
    },
    expect: (trouble) => void expected.push(trouble),
    troubles: unexpected,
    heard,
    check: async () => {
      // Colours are the longest to measure, and of one page much the same however often it is looked at.
      const isNew = !measured.has(page.url())
      measured.add(page.url())
      const faults = [...(await faultsOf(page, isNew ? 'all' : 'all but colours')), ...unexpected()]
      if (faults.length > 0) throw new Error(`${page.url()}\n${faults.join('\n')}`)
    },
    close: () => context.close(),
  }
}
