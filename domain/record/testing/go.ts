/** The second opinion: a verifier built on Go's own packages, asked in batches. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestLog } from './log.ts'

/** Where Debian's golang-golang-x-mod-dev puts its source. */
const packages = process.env.GOPATH ?? '/usr/share/gocode'

export interface Question {
  readonly ask: 'note' | 'key' | 'proof' | 'log' | 'inclusion' | 'consistency'
  readonly [fact: string]: string | number | readonly string[]
}

export interface Answer {
  readonly refused?: string
  readonly text?: string
  readonly names?: readonly string[]
  readonly unknown?: number
  readonly wellFormed?: boolean
  readonly checkpoint?: string
  readonly size?: number
}

/** Whose keys count in every question of a batch. */
export interface Trust {
  readonly logs: readonly string[]
  readonly witnesses: readonly string[]
  readonly quorum: number
}

/** The verifier as it was built. */
export interface Go {
  readonly ask: (trust: Trust, questions: readonly Question[]) => readonly Answer[]
  readonly remove: () => void
}

/** Builds the verifier; undefined, and one line that says why, where Go or its packages are not installed. */
export const buildGo = (): Go | undefined => {
  const hasGo = spawnSync('go', ['version']).status === 0
  if (!hasGo || !existsSync(join(packages, 'src/golang.org/x/mod/sumdb'))) {
    console.log('Skipped beside Go: apt-get install golang-go golang-golang-x-mod-dev')
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-go-'))
  const program = join(folder, 'verifier')
  const built = spawnSync('go', ['build', '-o', program, '.'], {
    cwd: fileURLToPath(new URL('../interop', import.meta.url)),
    env: { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPATH: packages },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`go build: ${built.stderr}`)
  return {
    ask: (trust, questions) => ask(program, trust, questions),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

const ask = (program: string, trust: Trust, questions: readonly Question[]): readonly Answer[] => {
  const input = [{ ask: 'keys', ...trust }, ...questions]
    .map((question) => `${JSON.stringify(question)}\n`)
    .join('')
  const answered = spawnSync(program, [], { input, encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (answered.status !== 0) throw new Error(`the Go verifier: ${answered.stderr}`)
  const lines = answered.stdout.split('\n').slice(0, -1)
  if (lines.length !== questions.length) throw new Error('the Go verifier left a question open')
  return lines.map((line) => JSON.parse(line) as Answer)
}

/** Writes a log into a new folder, as it would be served, and says which. */
export const writeLog = (made: TestLog): string => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-log-'))
  for (const [path, bytes] of [...made.files, ['checkpoint', made.checkpoint] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}
