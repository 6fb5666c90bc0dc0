/** `parley background read` on files. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { root } from '#server/root.ts'
import { called } from '../testing/called.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-background-'))
afterAll(() => rm(folder, { recursive: true }))

const read = (path: string, ...options: readonly string[]) => called(['background', 'read', path, ...options])
const example = join(root, 'cases', 'risk-reduction', 'background.json')

it('reads the example’s time line: sourced, in both languages, ten events told by both sides', async () => {
  const { code, out } = await read(example, '--json')
  expect(code).toBe(0)
  const { events, agreements } = JSON.parse(out)
  expect(events.length).toBeGreaterThanOrEqual(40)
  for (const event of events) {
    expect([event.key, Object.keys(event.name)]).toEqual([event.key, ['en', 'ru']])
    expect([event.key, event.sources.length > 0]).toEqual([event.key, true])
  }
  expect(
    events.filter(({ accounts }: { accounts?: object }) => accounts && 'us' in accounts && 'ru' in accounts),
  ).toHaveLength(10)
  const fate = (key: string) => agreements.find((each: { key: string }) => each.key === key)?.fate
  expect(['abm-salt-1972', 'npt-1968', 'new-start-2010', 'salt-2-1979'].map(fate)).toEqual([
    'ended',
    'in-force',
    'suspended',
    'untold',
  ])
})

it('writes a table that reads back as the same events, without accounts', async () => {
  const [csv, json] = [join(folder, 'events.csv'), join(folder, 'events.json')]
  expect((await read(example, '--csv', csv)).code).toBe(0)
  expect((await read(csv, '--out', json)).code).toBe(0)
  const plain = (text: string) =>
    JSON.parse(text).events.map(({ accounts: _, clauses: _c, ...event }: Record<string, unknown>) => event)
  expect(plain(await readFile(json, 'utf8'))).toEqual(plain(await readFile(example, 'utf8')))
})

it('refuses with the place of the fault', async () => {
  const path = join(folder, 'broken.csv')
  await writeFile(path, 'when,kind,name_en,name_ru,facts_en,facts_ru\n1972,quarrel,A,А,B,Б\n')
  const { code, err } = await read(path)
  expect([code, err]).toEqual([2, expect.stringContaining('Line 2, column kind')])
  await writeFile(path, '{"format":"parley-background-1","events":[{"when":"soon"}]}')
  expect((await read(path)).err).toContain('/events/0/')
})
