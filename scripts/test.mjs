/** `npm test`: sets up, runs every test, and ends with one line that says how many passed and failed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureBuilt, ensureInstalled, run } from './setup.mjs'

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

const runTests = async (chromium) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-counts-'))
  const counts = join(folder, 'counts.json')
  const env = { ...process.env, NODE_ENV: 'test', CHROMIUM_PATH: chromium, PARLEY_COUNTS: counts }
  const reporters = ['--reporter=default', '--reporter=./scripts/reporter.mjs']
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...process.argv.slice(2)]
  const { code } = await run(process.execPath, args, { env })
  const found = read(counts)
  rmSync(folder, { recursive: true, force: true })
  const isEmpty = found.passed + found.failed === 0
  return isEmpty || (code !== 0 && found.failed === 0) ? { ...found, failed: found.failed + 1 } : found
}

await ensureInstalled()
const chromium = await ensureChromium()
await ensureBuilt()
const found = await runTests(chromium)
console.log(summary(found))
process.exitCode = found.failed === 0 ? 0 : 1
