/** Runs the tests of the independent verifier, which are in Python; without Python they say so and are skipped. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', 'verifier')
const python = spawnSync('python3', ['--version']).status === 0
if (!python)
  console.log('the tests of the verifier in Python are skipped: there is no python3 on this machine')

it.runIf(python)('the verifier in Python passes its own tests', () => {
  const { status, stderr } = spawnSync('python3', ['-m', 'unittest'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toMatch(/Ran \d+ tests/)
  expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
})
