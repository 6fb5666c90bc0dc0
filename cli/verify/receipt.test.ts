import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { policyPath } from '#domain/record/folder.ts'
import { formatNote, signatureLine } from '#domain/record/note.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatReceipt } from '#domain/record/receipt.ts'
import { leafHash } from '#domain/record/tree.ts'
import { primitives } from '#server/record/primitives.ts'
import {
  caucus,
  logKey,
  logOf,
  makeFolder,
  noteOf,
  plenary,
  signedAt,
  writeFolder,
} from './testing/folder.ts'
import { type Ended, run } from './testing/run.ts'

const entries = Array.from({ length: 9 }, (_, i) => toUtf8(`entry ${i}`))

/** The receipt of a log for a leaf, promised ten minutes before the witnesses of the test sign. */
const receiptOf = (index: number, leaf: Uint8Array, within = 300, log = plenary): string => {
  const { key, sign } = logKey(log)
  const text = formatReceipt({
    origin: originOf(log),
    index,
    leaf: leafHash(leaf, primitives.sha256),
    time: signedAt - 600,
    within,
  })
  return formatNote(text, [signatureLine(key, sign(toUtf8(text)))])
}

describe('verify receipt', () => {
  let opened: ReturnType<typeof writeFolder>
  beforeAll(() => {
    const log = logOf(entries)
    const files = makeFolder({ sizes: { [plenary]: 0, [caucus]: 0 } })
    for (const [path, bytes] of log.files) files.set(`${plenary}/${path}`, bytes)
    files.set(`${plenary}/checkpoint`, toUtf8(noteOf(plenary, log.head)))
    opened = writeFolder(files)
  })
  afterAll(() => opened.remove())
  const at = (path: string): string => join(opened.folder, path)
  const judge = (receipt: string, values: Record<string, string | boolean> = {}): Promise<Ended> => {
    writeFileSync(at('receipt'), receipt)
    return run('receipt', [at('receipt')], { policy: at(policyPath(plenary)), ...values })
  }
  const leaf = (index: number): Uint8Array => entries[index] ?? toUtf8(`entry ${index}`)

  it('says that a promise was kept, from the log’s folder or from the whole one', async () => {
    for (const log of [at(plenary), opened.folder]) {
      const ended = await judge(receiptOf(4, leaf(4)), { log })
      expect(ended).toEqual({ ending: 0, out: expect.stringMatching(/^Kept: /) })
      expect(ended.out).toContain('due at 2026-09-21T14:08:20Z')
    }
  })

  it('convicts a log that put another leaf there, or none by the time it named', async () => {
    const log = at(plenary)
    const replaced = await judge(receiptOf(4, toUtf8('other')), { log })
    expect(replaced).toEqual({ ending: 1, out: expect.stringMatching(/^Replaced: .*convict the log/) })
    const omitted = await judge(receiptOf(9, leaf(9)), { log, json: true })
    expect([omitted.ending, JSON.parse(omitted.out)]).toMatchObject([1, { ok: false, finding: 'omitted' }])
  })

  it('says that nothing can be said yet: before the time is up, and without the log', async () => {
    const early = await judge(receiptOf(9, leaf(9), 900), { log: at(plenary) })
    expect(early).toEqual({ ending: 0, out: expect.stringMatching(/^Pending: /) })
    const alone = await judge(receiptOf(4, leaf(4)))
    expect(alone).toEqual({ ending: 0, out: expect.stringContaining('not looked at; give it with --log') })
    expect(early.out).toContain('nothing is proven yet')
    expect(alone.out).toContain('nothing is proven, since no log was asked')
  })

  it('says that the entry is still to be shown where the tiles are not there', async () => {
    mkdirSync(at('bare'), { recursive: true })
    writeFileSync(at('bare/checkpoint'), noteOf(plenary, logOf(entries).head))
    const ended = await judge(receiptOf(4, leaf(4)), { log: at('bare') })
    expect(ended).toEqual({
      ending: 1,
      out: expect.stringMatching(/^Unshown: nothing is proven\. The log was asked/),
    })
    const json = await judge(receiptOf(4, leaf(4)), { log: at('bare'), json: true })
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, finding: 'unshown' })
  })

  it('does not take tiles that do not lead to the signed root, nor a cut one', async () => {
    const forged = logOf(entries.with(8, toUtf8('forged')))
    mkdirSync(at('forged/tile/0/000.p'), { recursive: true })
    writeFileSync(at('forged/checkpoint'), noteOf(plenary, logOf(entries).head))
    const tile = forged.files.get('tile/0/000.p/9') ?? new Uint8Array()
    for (const [bytes, said] of [
      [tile, 'does not show entry 4'],
      [tile.slice(1), 'tile/0/000.p/9 does not have the length'],
    ] as const) {
      writeFileSync(at('forged/tile/0/000.p/9'), bytes)
      const ended = await judge(receiptOf(4, leaf(4)), { log: at('forged') })
      expect(ended).toEqual({ ending: 1, out: expect.stringContaining(said) })
    }
    rmSync(at('forged'), { recursive: true })
  })

  it('refuses what the log did not sign, what is of another log, and what is no receipt', async () => {
    const good = receiptOf(4, leaf(4))
    const changed = await judge(good.replace('index 4', 'index 5'))
    expect(changed).toEqual({ ending: 1, out: expect.stringContaining('The note is refused') })
    const stranger = await judge(receiptOf(4, leaf(4), 300, caucus))
    expect(stranger).toEqual({ ending: 1, out: expect.stringContaining('by a key you know') })
    const none = await judge('hello')
    expect(none).toEqual({ ending: 2, out: expect.stringContaining('receipt: This is not a signed note') })
    const other = await judge(good, { log: at(caucus) })
    expect(other.ending).toBe(1)
    const empty = await judge(good, { log: at('nowhere') })
    expect(empty).toEqual({ ending: 2, out: expect.stringContaining('holds no checkpoint') })
  })
})
