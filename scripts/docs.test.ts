import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const pages = [
  'README.md',
  ...['docs', 'cases', 'domain'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
]
const read = (page: string): string => readFileSync(join(root, page), 'utf8')

const snippets = (text: string): readonly string[] =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .replaceAll('\\\n', ' ')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  )

describe('the documentation', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].map(([, link = '']) => link)
    const local = links.filter((link) => !/^[a-z]+:/.test(link))
    expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })

  it('shows only commands that there are', async () => {
    const lines = pages.flatMap((page) => snippets(read(page)))
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const npm = lines.flatMap((line) =>
      [...line.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name = '']) => name),
    )
    expect(npm.filter((name) => !(name in scripts))).toEqual([])
    const parley = lines.filter((line) => line.startsWith('./parley'))
    expect(parley.length).toBeGreaterThan(0)
    const help = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--conditions=source', 'cli/main.ts', '--help'],
      { cwd: root },
    )
    const commands = [...help.stdout.matchAll(/^ {2}parley ([a-z-]+(?: [a-z-]+)*)/gm)].map(
      ([, name = '']) => name,
    )
    expect(commands.length).toBeGreaterThan(8)
    const isKnown = (line: string): boolean => {
      const words = line.split(/\s+/).slice(1)
      return words[0] === '--help' || commands.some((name) => `${words.join(' ')} `.startsWith(`${name} `))
    }
    expect(parley.filter((line) => !isKnown(line))).toEqual([])
  })

  it('names every variable of the surroundings that the server reads, and no other', () => {
    const named = (text: string) =>
      new Set([...text.matchAll(/\b(PARLEY_[A-Z_]+|DATABASE_URL)\b/g)].map(([name]) => name))
    const known = named(read('server/config.ts'))
    known.delete('PARLEY_PARENT')
    expect([...named(read('docs/running.md'))].sort()).toEqual([...known].sort())
  })

  it('mentions no version of Node older than the one that is needed', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } }
    expect(engines.node).toBe('>=20.19')
    expect(read('README.md')).toContain('20.19')
  })
})
