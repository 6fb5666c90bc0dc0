/** What must hold of every page as a whole: one language of the interface, and nothing wider than the screen. */
import type { Page } from 'playwright-core'
import type { Language } from './words.ts'

// Words that stay as they are in every language: our name, formats of files, Latin of diplomats.
const international = [
  'Parley',
  'PDF',
  'Word',
  'XML',
  'JSON',
  'PNG',
  'JPEG',
  'WebP',
  'GIF',
  'Akoma',
  'Ntoso',
  'referendum',
  'PostgreSQL',
  'ad',
  'GMT',
  'QR',
  // How a version is cited, what its hash is, and what checks it elsewhere.
  'SNT',
  'Rev',
  'SHA',
  'json',
  'gmcr',
  'Python',
  'CSV',
  'ICS',
  'UTC',
  // Collections of agreements and of events, by the names their makers gave them.
  'PA',
  'UCDP',
  'GED',
  'ACLED',
]

/** Everything a page says, shown or for a screen reader, in what it calls the language of the interface. */
const interfaceWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isOurs = (element: Element | null): boolean =>
      element?.closest('[lang]') === document.documentElement && element.closest('[dir="auto"]') === null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (isOurs(parentElement) && !parentElement?.closest('script, style')) words.push(textContent ?? '')
    }
    const named = ['aria-label', 'title', 'placeholder', 'alt']
    for (const element of document.querySelectorAll(named.map((name) => `body [${name}]`).join(', ')))
      if (isOurs(element)) words.push(...named.map((name) => element.getAttribute(name) ?? ''))
    return [document.title, ...words]
  })

const foreign: Readonly<Record<Language, RegExp>> = { en: /\p{Script=Cyrillic}+/gu, ru: /[A-Za-z]{2,}/g }

/** Words of the other language in the interface of a page; a person's own words and titles of papers carry theirs. */
export const foreignWords = async (page: Page, language: Language): Promise<readonly string[]> =>
  (await interfaceWords(page)).flatMap((text) =>
    // What is quoted is somebody's words, in whatever language they are.
    (text.replace(/«[^»]*»|“[^”]*”/gu, '').match(foreign[language]) ?? [])
      .filter((word) => !international.includes(word))
      .map((word) => `“${word}” in “${text.trim().slice(0, 80)}” is not ${language}`),
  )

/** By how many pixels the page is wider than its window; the widest culprits by name. */
export const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    return [`${scrollWidth - clientWidth} px wider than the screen: ${wide.slice(-3).join(', ')}`]
  })
