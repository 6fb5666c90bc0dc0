import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { caucus, logOf, noteOf, plenary, policyOf, writeFolder } from './testing/folder.ts'
import { type Ended, run } from './testing/run.ts'

const entries = Array.from({ length: 310 }, (_, i) => toUtf8(`entry ${i}`))
const headOf = (size: number, all = entries, by?: readonly string[]): string =>
  noteOf(plenary, logOf(all.slice(0, size)).head, by)

describe('verify consistency', () => {
  let opened: ReturnType<typeof writeFolder>
  beforeAll(() => {
    opened = writeFolder(new Map([['policy', toUtf8(policyOf(plenary))]]))
    for (const [path, bytes] of logOf(entries).files) put(`log/${path}`, bytes)
    put('log/checkpoint', headOf(310))
  })
  afterAll(() => opened.remove())
  const at = (path: string): string => join(opened.folder, path)
  const put = (path: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), content)
    return at(path)
  }
  const compare = (old: string, now: string, values: Record<string, string | boolean> = {}): Promise<Ended> =>
    run('consistency', [put('old', old), put('log/now', now)], { policy: at('policy'), ...values })

  it('holds between any two heads of a log, with tiles of a log that has grown since', async () => {
    for (const [from, to] of [
      [0, 310],
      [1, 2],
      [255, 256],
      [7, 300],
      [256, 257],
      [300, 310],
      [310, 310],
    ] as const) {
      const ended = await compare(headOf(from), headOf(to))
      expect([from, to, ended.ending]).toEqual([from, to, 0])
      expect(ended.out).toContain(`The log of ${to} entries goes on where the log of ${from} ended`)
    }
  })

  it('finds a history that was changed, also where nothing was added', async () => {
    const other = entries.with(6, toUtf8('forged'))
    for (const [from, to] of [
      [7, 300],
      [300, 310],
      [310, 310],
    ] as const) {
      const ended = await compare(headOf(from, other), headOf(to), { json: true })
      expect([ended.ending, JSON.parse(ended.out)]).toMatchObject([1, { code: 'record.history-forged' }])
    }
  })

  it('finds a log that is shorter than it was', async () => {
    const ended = await compare(headOf(300), headOf(299))
    expect(ended).toEqual({
      ending: 1,
      out: expect.stringContaining('299 entries, fewer than the earlier 300'),
    })
  })

  it('names the head that the witnesses did not sign', async () => {
    const ended = await compare(headOf(7), headOf(300, entries, ['us']))
    expect(ended.ending).toBe(1)
    expect(ended.out).toContain(`${at('log/now')}: Too few witnesses have signed`)
  })

  it('ends with 2 for a file that is no checkpoint, and where tiles are missing', async () => {
    expect(await compare('hello', headOf(3))).toEqual({ ending: 2, out: expect.stringContaining(at('old')) })
    const elsewhere = await compare(headOf(7), headOf(300), { log: at('nowhere') })
    expect(elsewhere).toEqual({ ending: 2, out: expect.stringContaining('tile/0/000 is missing') })
    expect((await run('consistency', [at('old')])).ending).toBe(2)
  })

  it('does not compare two logs', async () => {
    const policy = put(
      'both',
      policyOf(plenary).replace('witness', `${policyOf(caucus).split('\n')[0]}\nwitness`),
    )
    const ended = await compare(noteOf(caucus, logOf(entries.slice(0, 3)).head), headOf(7), { policy })
    expect(ended).toEqual({ ending: 1, out: expect.stringContaining(`to the log parley/log/${plenary}`) })
  })
})
