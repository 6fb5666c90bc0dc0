/** Finds the browser for the journeys of e2e, and installs it where that can be done without asking. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { giveUp, runQuietly } from './setup.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

// Some systems have a program of that name which only says how to install the real one.
const works = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

const find = () => {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere].find(works)
}

const advice =
  'The tests need a browser: install Chromium or Google Chrome, or name one in CHROMIUM_PATH, and start again.'

const installWithApt = async () => {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const packages = ['chromium', 'fonts-liberation']
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  await runQuietly('refreshing the list of system packages', 'apt-get', ['update'], options, advice)
  await runQuietly('installing Chromium', 'apt-get', install, options, advice)
}

const canInstall = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

/** The path of a Chromium that runs; where there is none and none can be installed, says what to do and ends. */
export const ensureChromium = async () => {
  const given = process.env.CHROMIUM_PATH
  if (given) return works(given) ? given : giveUp(`CHROMIUM_PATH names ${given}, which does not run.`)
  const found = find()
  if (found !== undefined) return found
  if (canInstall()) await installWithApt()
  return find() ?? giveUp(advice)
}
