/** Going through a page with the keyboard alone, with an eye on whether one always sees where one is. */
import type { Locator, Page } from 'playwright-core'

/** Whether what has the focus shows it: an outline or a ring, on itself or on the label or box around it. */
const showsFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return ''
    const drawn = (element: Element | null): boolean => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    }
    const around = [focused, focused.closest('label'), focused.parentElement]
    return around.some(drawn) ? '' : `no focus is seen on ${focused.outerHTML.slice(0, 160)}`
  })

/** Presses Tab until this has the focus; every stop on the way must be seen. */
export const tabTo = async (page: Page, target: Locator, most = 120): Promise<void> => {
  const element = await target.elementHandle({ timeout: 20_000 })
  if (!element) throw new Error('there is nothing to tab to')
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab')
    const unseen = await showsFocus(page)
    if (unseen) throw new Error(unseen)
    if (await element.evaluate((each) => each.contains(document.activeElement))) return
  }
  throw new Error(`not reached within ${most} stops of the keyboard: ${String(target)}`)
}
