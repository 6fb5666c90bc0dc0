/** How long frames take while a reader moves the time line: pressed buttons, and a walk over the marks with the keyboard. */
import type { Page } from 'playwright-core'

/** Times between drawn frames in milliseconds, while it moves and while somebody walks over the marks. */
export interface Frames {
  readonly moves: readonly number[]
  readonly walks: readonly number[]
}

/** Each gesture, and the frames in which it is answered. */
const buttons = [
  'Closer',
  'Closer',
  'Closer',
  'Later',
  'Earlier',
  'Earlier',
  'Farther',
  'Farther',
  'Everything',
]
const rounds = 5
const steps = 60
const framesEach = 6

/** Both pages have buttons of these names, and marks that take the arrow keys. */
export const framesOf = async (page: Page): Promise<Frames> => {
  await page.waitForTimeout(1_000)
  return page.evaluate(
    async ({ buttons: names, rounds: turns, steps: walks, framesEach: each }) => {
      const frame = () => new Promise<number>((done) => requestAnimationFrame(done))
      const seen = async (gesture: () => void): Promise<number[]> => {
        let last = await frame()
        gesture()
        const deltas: number[] = []
        for (let n = 0; n < each; n += 1) {
          const now = await frame()
          deltas.push(now - last)
          last = now
        }
        return deltas
      }
      const button = (name: string) =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      const [moved, walked]: [number[], number[]] = [[], []]
      for (let turn = 0; turn < turns; turn += 1)
        for (const name of names) moved.push(...(await seen(() => button(name)?.click())))
      document.querySelector<SVGElement>('svg[role="group"]')?.focus()
      for (let step = 0; step < walks; step += 1)
        walked.push(
          ...(await seen(() =>
            document.activeElement?.dispatchEvent(
              new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
            ),
          )),
        )
      return { moves: moved, walks: walked }
    },
    { buttons, rounds, steps, framesEach },
  )
}
