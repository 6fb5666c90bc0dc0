import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseBundle } from '#domain/record/bundle.ts'
import { toUtf8 } from '#domain/record/bytes.ts'
import { proofPath, vouchedPath } from '#domain/record/folder.ts'
import { good, verify, wrong } from './testing/changed.ts'
import {
  anchor,
  caucus,
  type Files,
  logOf,
  makeFolder,
  noteOf,
  seedOf,
  writeFolder,
} from './testing/folder.ts'
import { run } from './testing/run.ts'

const entriesOf = (log: string, size: number): readonly Uint8Array[] => {
  const entries = parseBundle(good.get(`${log}/tile/entries/000.p/${size}`) ?? new Uint8Array(), size)
  if (!entries.ok) throw new Error('no bundle')
  return entries.value
}
const entries = entriesOf(caucus, 7)
const short = makeFolder({ cosigners: (log) => (log === caucus ? ['us'] : ['us', 'mediator']) })
const vouched = (note: string, files: Files = short, log = caucus): Files =>
  new Map(files).set(vouchedPath(log), toUtf8(note))
const headOf = (size: number) => logOf(entries.slice(0, size)).head

describe('the last head on which every witness agreed', () => {
  it('is told beside the newest, on which they did not', async () => {
    const ended = await verify(vouched(noteOf(caucus, headOf(5))))
    expect(ended.ending).toBe(1)
    expect(ended.out.split('\n').filter((line) => line.includes('WRONG'))).toHaveLength(1)
    expect(ended.out).toContain('Missing: witness.example/mediator')
    expect(ended.out).toMatch(/vouched .* 5 entries, cosigned by .*us at .*mediator at /)
    const { logs } = JSON.parse((await verify(vouched(noteOf(caucus, headOf(5))), { json: true })).out)
    expect(logs[1].vouched).toMatchObject({ size: 5, vouchedAt: '2026-09-21T14:13:20Z' })
  })

  it('is enough for a proof of what it holds; the newest head is enough for the others', async () => {
    const files = vouched(noteOf(caucus, headOf(5)))
    const proof = logOf(entries.slice(0, 5)).proofOf(2, noteOf(caucus, headOf(5)))
    files.set(proofPath(caucus, 2), toUtf8(proof))
    const ended = await verify(files)
    expect(ended.out.split('\n').filter((line) => line.includes('WRONG'))).toHaveLength(1)
    const fewer = logOf(entries.slice(0, 6))
    files.set(proofPath(caucus, 2), toUtf8(fewer.proofOf(2, noteOf(caucus, fewer.head, ['us']))))
    expect((await verify(files)).out).toContain('proofs/2.tlog-proof: Too few witnesses')
  })

  it('is found when it is not cosigned, of another log, of another history or beyond this one', async () => {
    for (const [note, said] of [
      [noteOf(caucus, headOf(5), ['mediator']), 'vouched: Too few witnesses have signed. Signed: 1.'],
      [noteOf(anchor, headOf(5)), 'vouched: '],
      [noteOf(caucus, { size: 5, root: seedOf('another') }), 'vouched: A head of 5 entries was given out'],
      [noteOf(caucus, { size: 8, root: seedOf('more') }), 'vouched: The later log has 7 entries, fewer'],
      ['hello', 'vouched: This is not a signed note'],
    ] as const) {
      const ended = await verify(vouched(note, good))
      expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(said)])
    }
  })

  it('is compared in the anchor log, and in a log that is given alone', async () => {
    const forged = noteOf(anchor, { size: 3, root: seedOf('another') })
    const ended = await verify(vouched(forged, good, anchor))
    expect([ended.ending, wrong(ended)]).toEqual([
      1,
      expect.stringContaining('A head of 3 entries was given'),
    ])
    const head = logOf(entriesOf(anchor, 12).slice(0, 3)).head
    expect((await verify(vouched(noteOf(anchor, head), good, anchor))).ending).toBe(0)
    const { folder, remove } = writeFolder(vouched(forged, good, anchor))
    const alone = await run('log', [join(folder, anchor)])
    remove()
    expect([alone.ending, wrong(alone)]).toEqual([1, expect.stringContaining('vouched: A head of 3')])
  })
})
