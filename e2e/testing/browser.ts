/** The browser of a test file: one real Chromium, found where the tests were told or where systems keep it. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usual = '/usr/bin/chromium'

const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const findChromium = (): string => {
  const path = process.env.CHROMIUM_PATH ?? usual
  if (existsSync(path)) return path
  throw new Error(
    `There is no Chromium at ${path}, and the journeys need one: install it, or name it in CHROMIUM_PATH.`,
  )
}

/** Starts Chromium; without a Chromium it fails with a sentence that says what to do. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args,
    timeout: 30_000,
  })
