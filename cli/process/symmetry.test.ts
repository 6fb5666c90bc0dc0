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

describe('the symmetry report from the record alone', () => {
  it.runIf(hasPython)(
    'is the same on the screen, on the command line and by a script that shares no code, whatever was done',
    async () => {
      let [done, told] = [0, '']
      await fc.assert(
        fc.asyncProperty(turns(140), async (all) => {
          const table = await openTable()
          try {
            done += await play(table, all)
            for (const key of ['mediator-head', 'us-head', 'ru-head']) {
              const home = await takenHome(table, await table.as(key))
              const ours = await called(['symmetry', home.folder, '--compare', home.path, '--json'])
              expect([ours.code, ours.err]).toEqual([0, expect.stringContaining('says the same')])
              const theirs = python(home.folder, '--compare', home.path)
              expect([theirs.err, theirs.code]).toEqual(['The figures are the same.\n', 0])
              expect(wholeOf(JSON.parse(theirs.out))).toEqual(wholeOf(home.figures))
              if (key === 'mediator-head') told = theirs.out
              home.remove()
            }
          } finally {
            await table.close()
          }
        }),
        // A failing history is kept as it is: making it shorter takes a new table for every try.
        { numRuns: 4, endOnFailure: true },
      )
      // Histories in which nothing happens would show nothing.
      console.log(
        `${done} acts; of the last history ${told.match(/: (?:[1-9]\d*)/g)?.length} figures are not nought`,
      )
      expect(done).toBeGreaterThan(200)
    },
  )
})
