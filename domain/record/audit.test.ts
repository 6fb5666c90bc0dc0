import { describe, expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import { auditStep, beginAudit, endAudit, nextStep } from './audit.ts'
import { openCheckpoint, type VerifiedCheckpoint } from './checkpoint.ts'
import { entriesOf, log, logOf, type TestLog, witnesses } from './testing/log.ts'
import { platform, sha256 } from './testing/platform.ts'
import { tilePath } from './tiles.ts'

const known = { logs: [log.key], witnesses: witnesses.map(({ key }) => key) }

const auditOf = ({
  checkpoint,
  files,
}: Pick<TestLog, 'checkpoint' | 'files'>): Outcome<VerifiedCheckpoint> => {
  const opened = openCheckpoint(checkpoint, known, platform)
  if (!opened.ok) return opened
  let audit = beginAudit(opened.value)
  for (let step = nextStep(audit); step; step = nextStep(audit)) {
    const bundle = files.get(tilePath(step.bundle)) ?? new Uint8Array()
    const tiles = step.tiles.map((tile) => files.get(tilePath(tile)))
    const next = auditStep(audit, step, bundle, tiles, sha256)
    if (!next.ok) return next
    audit = next.value
  }
  return endAudit(audit, sha256)
}

const entries = entriesOf(70_000)
const refusal = (code: string, facts: object) => ({ ok: false, refusal: { code, facts } })

describe('an audit', () => {
  test('agrees with a true log of any size and looks at every file', () => {
    for (const size of [0, 1, 255, 256, 257, 600, 70_000]) {
      const made = logOf(entries.slice(0, size))
      const looked = new Set<string>()
      const files = new Map(made.files)
      files.get = (path) => {
        looked.add(path)
        return made.files.get(path)
      }
      expect(auditOf({ ...made, files }), `${size}`).toMatchObject({ ok: true, value: { size } })
      expect([...made.files.keys()].filter((path) => !looked.has(path))).toEqual([])
    }
  })

  const small = logOf(entries.slice(0, 600))
  const other = logOf(entriesOf(600, 'forged'))
  const touched = (path: string, bytes: Uint8Array | undefined): TestLog => {
    const files = new Map(small.files)
    if (bytes) files.set(path, bytes)
    else files.delete(path)
    return { ...small, files }
  }
  const flipped = (path: string, at: number): TestLog =>
    touched(
      path,
      small.files.get(path)?.map((byte, i) => (i === at ? byte ^ 1 : byte)),
    )

  test('names the entry that was changed', () => {
    expect(auditOf(flipped('tile/entries/001', 2))).toEqual(refusal('record.entry-differs', { index: 256 }))
    expect(auditOf(flipped('tile/0/002.p/88', 32 * 87))).toEqual(
      refusal('record.entry-differs', { index: 599 }),
    )
  })

  test('names the tile that was changed, and where its entries begin', () => {
    const found = auditOf(flipped('tile/1/000.p/2', 40))
    expect(found).toEqual(refusal('record.tile-differs', { path: 'tile/1/000.p/2', index: 256 }))
  })

  test('names what is missing or cut', () => {
    const gone = auditOf(touched('tile/0/001', undefined))
    expect(gone).toEqual(refusal('record.tile-missing', { path: 'tile/0/001' }))
    const cut = auditOf(touched('tile/0/001', new Uint8Array(5)))
    expect(cut).toEqual(refusal('record.tile-malformed', { path: 'tile/0/001' }))
    const none = auditOf(touched('tile/entries/001', undefined))
    expect(none).toEqual(refusal('record.bundle-malformed', { path: 'tile/entries/001' }))
  })

  test('finds a log whose entries and tiles agree with each other and not with the checkpoint', () => {
    expect(auditOf({ files: other.files, checkpoint: small.checkpoint })).toEqual(
      refusal('record.root-differs', { size: 600 }),
    )
  })

  test('does not end before every entry was looked at', () => {
    const opened = openCheckpoint(small.checkpoint, known, platform)
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(endAudit(beginAudit(opened.value), sha256)).toEqual(
      refusal('record.log-incomplete', { seen: 0, size: 600 }),
    )
  })
})
