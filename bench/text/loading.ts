/** From the address to the first clause on the screen, beside the same words as one plain page. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import type { Text } from '../../domain/text/text.ts'
import { openBrowser } from '../../e2e/testing/browser.ts'
import { median, milliseconds, printTable } from '../testing/figures.ts'
import { signIn } from '../testing/member.ts'
import type { Site } from '../testing/server.ts'
import { memberKey } from '../testing/talks.ts'
import { newPage, type Opened, openAt } from './page.ts'
import { linesOf } from './peers.ts'
import { textOfPages } from './prose.ts'

const rounds = 5

/** The text as one page of plain HTML: a table with a row for each clause and a column for each language. */
const plainPage = (text: Text): string => {
  const columns = text.languages.map((language) => linesOf(text, language))
  const ids = text.clauses.map(({ id }) => id)
  const rows = ids.map(
    (id, i) => `<tr id="clause-${id}">${columns.map((lines) => `<td>${lines[i] ?? ''}</td>`).join('')}</tr>`,
  )
  const style = 'td { vertical-align: top; width: 50%; font: 17px/26px serif }'
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Text</title><style>${style}</style><table>${rows.join('')}</table></html>`
}

const servePlain = async (texts: readonly number[]) => {
  const pages = new Map(texts.map((pages) => [`/${pages}`, plainPage(textOfPages(pages))]))
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(pages.get(request.url ?? '') ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, close: () => server.close() }
}

const once = async (browser: Browser, cookie: string, url: string): Promise<Opened> => {
  const page = await newPage(browser, cookie)
  try {
    return await openAt(page, url, 'a0')
  } finally {
    await page.context().close()
  }
}

const row = (pages: number, bytes: number, own: readonly Opened[], plain: readonly Opened[]) => {
  const of = (seen: readonly Opened[], key: keyof Opened): number => median(seen.map((each) => each[key]))
  return [
    `${pages}`,
    milliseconds(of(own, 'painted')),
    milliseconds(of(plain, 'painted')),
    (of(own, 'painted') / of(plain, 'painted')).toFixed(1),
    milliseconds(of(own, 'interactive')),
    milliseconds(of(plain, 'interactive')),
    (of(own, 'interactive') / of(plain, 'interactive')).toFixed(1),
    `${Math.round(bytes / 1024)} kB`,
  ]
}

/** Measures turn and turn about, each time in a browser that has nothing in store, and prints. */
export const measureLoading = async (texts: ReadonlyMap<number, Site>): Promise<void> => {
  const plain = await servePlain([...texts.keys()])
  const browser = await openBrowser()
  const table = [['pages', 'first clause', 'plain', 'ratio', 'interactive', 'plain', 'ratio', 'plain page']]
  try {
    for (const [pages, site] of texts) {
      const cookie = await signIn(site, memberKey('a', 1))
      const [own, other]: [Opened[], Opened[]] = [[], []]
      for (let round = 0; round <= rounds; round += 1) {
        const seen = await once(browser, cookie, `http://localhost:${site.port}/t/${site.process}/text`)
        const beside = await once(browser, '', `http://localhost:${plain.port}/${pages}`)
        // The first round warms up the server and the browser.
        if (round > 0) own.push(seen)
        if (round > 0) other.push(beside)
      }
      table.push(row(pages, Buffer.byteLength(plainPage(textOfPages(pages))), own, other))
    }
    printTable(
      `From the address to the first clause painted, and until the page has time for its reader (median of ${rounds} rounds, nothing in store)`,
      table,
    )
  } finally {
    await browser.close()
    plain.close()
  }
}
