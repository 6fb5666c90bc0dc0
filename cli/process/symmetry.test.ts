import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { root } from '#server/root.ts'
import { headers, openTable, type Person, type TestTable } from '../../server/testing/table.ts'
import { play, turns } from '../../server/testing/talks.ts'
import { called } from '../testing/called.ts'
import { writeFolder } from '../verify/testing/folder.ts'

const python = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('python3', [join(root, 'verifier', 'symmetry.py'), ...words], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}
const hasPython = spawnSync('python3', ['--version']).status === 0

/** What a seat takes home, with the figures its screen shows beside it. */
const takenHome = async (table: TestTable, person: Person) => {
  const figures = await person.get('symmetry')
  await table.context.recorder.tick()
  const { rawPayload } = await table.app.inject({
    url: `${table.base}/record/export`,
    headers: { ...headers, cookie: person.cookie },
  })
  const files = Object.entries(unzipSync(rawPayload))
  const written = writeFolder(
    new Map(files.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes])),
  )
  const path = join(written.folder, 'figures.json')
  writeFileSync(path, figures.text)
  return { ...written, path, figures: figures.json }
}

const wholeOf = ({ logs: _, ...figures }: { logs: unknown }) => figures

/** The figures that are something other than nought or nothing, by their paths. */
const tellingIn = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'number') return value === 0 ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => tellingIn(each, `${path}/${name}`))
}

const agree = async (table: TestTable, key: string): Promise<unknown> => {
  const home = await takenHome(table, await table.as(key))
  try {
    const ours = await called(['symmetry', home.folder, '--compare', home.path, '--json'])
    expect([ours.code, ours.err]).toEqual([0, expect.stringContaining('says the same')])
    const theirs = python(home.folder, '--compare', home.path)
    expect([theirs.err, theirs.code]).toEqual(['The figures are the same.\n', 0])
    expect(wholeOf(JSON.parse(theirs.out))).toEqual(wholeOf(home.figures))
    return home.figures
  } finally {
    home.remove()
  }
}

/** Plays talks at a new table and looks at the figures of each of these seats in three ways. */
const compared = async (all: Parameters<typeof play>[1], keys: readonly string[]) => {
  const table = await openTable()
  try {
    const done = await play(table, all)
    const figures = []
    for (const key of keys) figures.push(await agree(table, key))
    return { done, figures }
  } finally {
    await table.close()
  }
}

describe.runIf(hasPython)('the symmetry report from the record alone', () => {
  it('is the same on the screen, on the command line and by a script that shares no code, whatever was done', async () => {
    let done = 0
    await fc.assert(
      fc.asyncProperty(turns(140), async (all) => {
        done += (await compared(all, ['mediator-head', 'us-head', 'ru-head'])).done
      }),
      // A failing history is kept as it is: making it shorter takes a new table for every try.
      { numRuns: 3, endOnFailure: true },
    )
    expect(done).toBeGreaterThan(100)
  })

  it('tells something in every one of its figures where enough is done', async () => {
    const [all = []] = fc.sample(turns(900), { seed: 2012, numRuns: 1 })
    const { figures } = await compared(all, ['mediator-head'])
    const [whole] = figures as readonly { readonly parties: readonly object[]; readonly text: object }[]
    const leaves = (value: object): readonly string[] =>
      Object.entries(value).flatMap(([name, each]) =>
        each !== null && typeof each === 'object' ? leaves(each).map((path) => `${name}/${path}`) : [name],
      )
    const told = new Set((whole?.parties ?? []).flatMap((row) => tellingIn(row)))
    const silent = leaves(whole?.parties[0] ?? {}).filter((path) => !told.has(`/${path}`))
    expect(silent).toEqual(['party', 'conveyed/to/0/to', 'conveyed/to/1/to'])
    expect(tellingIn(whole?.text).length).toBeGreaterThan(3)
  })
})
