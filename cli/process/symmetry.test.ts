import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, inject, it } from 'vitest'
import { makeContext } from '#server/context.ts'
import { loadExercise } from '#server/exercise/exercise.ts'
import { openInstallation } from '#server/installation.ts'
import { symmetryView } from '#server/process/symmetry.ts'
import { folderFiles } from '#server/record/folder.ts'
import { root } from '#server/root.ts'
import {
  copyDatabase,
  headers,
  openTable,
  origin,
  type Person,
  type TestTable,
} from '../../server/testing/table.ts'
import { play } from '../../server/testing/talks.ts'
import { turns } from '../../server/testing/turn.ts'
import { called } from '../testing/called.ts'
import { writeFolder } from '../verify/testing/folder.ts'

const python = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('python3', [join(root, 'verifier', 'symmetry.py'), ...words], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython)
  console.log('the figures are not compared with the script in Python: there is no python3 on this machine')

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

const allRead = /^0 of \d+ entries hold no act here\.\nThe figures are the same\.\n$/

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
    expect([ours.code, ours.err]).toEqual([0, expect.stringMatching(/^0 of \d+ entries.*says the same/s)])
    const theirs = python(home.folder, '--compare', home.path)
    expect([theirs.err, theirs.code]).toEqual([expect.stringMatching(allRead), 0])
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
    const [all = []] = fc.sample(turns(1_000), { seed: 3, numRuns: 1 })
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

  it('finds an act that is not the one that was committed to, and figures that are others', async () => {
    const table = await openTable()
    const home = await takenHome(table, await table.as('mediator-head'))
    try {
      const acts = join(home.folder, table.room('plenary'), 'acts.jsonl')
      const written = readFileSync(acts, 'utf8')
      writeFileSync(acts, written.replace('Side A', 'Side Z'))
      expect(python(home.folder)).toMatchObject({
        code: 1,
        err: expect.stringContaining('is not the one its log committed to'),
      })
      writeFileSync(acts, written)
      home.figures.parties[1].access.members += 1
      writeFileSync(home.path, JSON.stringify(home.figures))
      expect(python(home.folder, '--compare', home.path)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/no act here\.\n\/parties\/1\/access\/members: \d here, \d there\n$/),
      })
      expect(await called(['symmetry', home.folder, '--compare', home.path])).toMatchObject({ code: 1 })
      home.figures.logs[0].size += 1_000
      writeFileSync(home.path, JSON.stringify(home.figures))
      expect(await called(['symmetry', home.folder, '--compare', home.path])).toMatchObject({ code: 2 })
      expect(python(join(home.folder, 'nowhere')).code).toBe(2)
    } finally {
      home.remove()
      await table.close()
    }
  })

  it('is the same for the example, and reads in both languages', async () => {
    const databaseUrl = await copyDatabase(inject('template'))
    const rolesOf = new URL(inject('template')).pathname.slice(1)
    const installation = await openInstallation({ folder: inject('folder'), databaseUrl, rolesOf })
    const now = new Date('2026-11-26T12:00:00.000Z')
    const founded = await loadExercise(installation, join(root, 'cases', 'risk-reduction'), now)
    const relyingParty = { id: 'localhost', origins: [origin] }
    const context = makeContext(installation, {
      clock: () => now,
      relyingParty,
      loopback: true,
      actsPerMinute: 9,
      tickSeconds: 30,
    })
    const member = founded.members['mediator-head'] ?? ''
    const identity = {
      process: founded.process,
      seat: 'mediator',
      role: founded.roles.mediator ?? '',
      member,
    }
    const card = {
      ...identity,
      id: member,
      name: {},
      title: {},
      function: 'head' as const,
      authority: [],
      language: 'en',
      from: '2025-09-01',
      visibility: 'table' as const,
    }
    const who = { identity, member: card }
    await context.recorder.tick()
    const view = await symmetryView(context, who)
    const files = new Map<string, Uint8Array>()
    for await (const { path, bytes } of folderFiles(context, who))
      files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), Buffer.from(bytes as string)]))
    const home = writeFolder(files)
    try {
      const path = join(home.folder, 'figures.json')
      writeFileSync(path, JSON.stringify(view.ok ? view.value : view.refusal))
      expect(python(home.folder, '--compare', path).err).toMatch(
        // Where the others have read up to, nobody is told.
        /^[1-9]\d* of \d+ entries hold no act here\.\nThe figures are the same\.\n$/,
      )
      const english = await called(['symmetry', home.folder, '--compare', path])
      expect([english.code, english.out]).toEqual([
        0,
        expect.stringMatching(/Time until carried, median +1 h/),
      ])
      const russian = await called(['symmetry', home.folder, '--lang', 'ru'])
      expect(russian.out).toContain('Процедурные просьбы')
      expect(russian.out).not.toMatch(/[a-z]{3}/)
    } finally {
      home.remove()
      await context.close()
      await installation.stop()
    }
  })
})
