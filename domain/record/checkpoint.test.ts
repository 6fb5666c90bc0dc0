import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64, toUtf8 } from './bytes.ts'
import {
  claimedOrigin,
  formatCheckpoint,
  type KnownKeys,
  openCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from './checkpoint.ts'
import { entriesOf, log, logOf, origin, witnesses } from './testing/log.ts'
import { noteBy, platform, sha256, signer } from './testing/platform.ts'
import { fromTiles, tilePath } from './tiles.ts'
import { consistencyProof, inclusionProof, leafHash } from './tree.ts'

const known: KnownKeys = { logs: [log.key], witnesses: witnesses.map(({ key }) => key) }
const root = sha256(toUtf8('root'))
const code = (text: string): string => {
  const found = openCheckpoint(noteBy(text, log), known, platform)
  return found.ok ? 'ok' : found.refusal.code
}

describe('a checkpoint', () => {
  test('comes back with its cosignatures, whatever its size and extensions', () => {
    const line = fc.stringMatching(/^[!-~]+$/)
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.array(line, { maxLength: 3 }), (size, extensions) => {
        const note = noteBy(formatCheckpoint({ origin, size, root, extensions }), log, ...witnesses)
        const opened = openCheckpoint(note, known, platform)
        expect(opened).toMatchObject({ ok: true, value: { origin, size, root, extensions, note } })
        expect(opened.ok && opened.value.cosignatures.map(({ time }) => time)).toEqual(
          Array(3).fill(1_700_000_000),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('is malformed in every other form', () => {
    const hash = toBase64(root)
    expect(code(`${origin}\n5\n${hash}\n`)).toBe('ok')
    expect(code(`${origin}\n5\n${hash}\nextension\n`)).toBe('ok')
    for (const text of [
      `\n5\n${hash}\n`,
      `${origin}\n05\n${hash}\n`,
      `${origin}\n+5\n${hash}\n`,
      `${origin}\n-5\n${hash}\n`,
      `${origin}\n5 \n${hash}\n`,
      `${origin}\n0x5\n${hash}\n`,
      `${origin}\n9223372036854775808\n${hash}\n`,
      `${origin}\n${'9'.repeat(900_000)}\n${hash}\n`,
      `${origin}\n5e3\n${hash}\n`,
      `${origin}\n\n${hash}\n`,
      `${origin}\n5\n${hash.slice(4)}\n`,
      `${origin}\n5\n${hash}=\n`,
      `${origin}\n5\n`,
      `${origin}\n`,
      '\n',
      `${origin}\n5\n${hash}\n\n`,
      `${origin}\n5\n${hash}\na\n\nb\n`,
      `${origin}\n5\n${hash}\n${'x'.repeat(1_000_000)}\n`,
    ])
      expect(code(text), JSON.stringify(text.slice(0, 80))).toBe('record.checkpoint-malformed')
  })

  test('of more entries than can be counted is refused as such, not rounded', () => {
    expect(code(`${origin}\n${2 ** 53 - 1}\n${toBase64(root)}\n`)).toBe('ok')
    for (const size of ['9007199254740992', '9223372036854775807'])
      expect(code(`${origin}\n${size}\n${toBase64(root)}\n`)).toBe('record.size-beyond')
  })

  test('is its own log\u2019s word: another known log cannot speak for it', () => {
    const other = signer('other.example/log', 'note')
    const text = formatCheckpoint({ origin, size: 5, root })
    const both = { ...known, logs: [log.key, other.key] }
    const refused = { ok: false, refusal: { code: 'record.log-unknown', facts: { origin } } }
    expect(openCheckpoint(noteBy(text, other), both, platform)).toEqual(refused)
    expect(openCheckpoint(noteBy(text, ...witnesses), known, platform)).toEqual(refused)
    const sameName = signer(origin, 'cosignature')
    expect(openCheckpoint(noteBy(text, sameName), { ...known, witnesses: [sameName.key] }, platform)).toEqual(
      refused,
    )
  })

  test('names its origin before anything is known about it, and nothing else', () => {
    const note = noteBy(formatCheckpoint({ origin, size: 5, root }), log)
    expect(claimedOrigin(note)).toEqual({ ok: true, value: origin })
    expect(claimedOrigin(toUtf8(note))).toEqual({ ok: true, value: origin })
    expect(claimedOrigin('\n').ok).toBe(false)
    expect(claimedOrigin('no line').ok).toBe(false)
  })

  test('is written only if it can be read again', () => {
    for (const head of [
      { origin: '', size: 5, root },
      { origin: 'a\nb', size: 5, root },
      { origin, size: 1.5, root },
      { origin, size: -1, root },
      { origin, size: 2 ** 53, root },
      { origin, size: 5, root: root.subarray(1) },
      { origin, size: 5, root, extensions: [''] },
      { origin, size: 5, root, extensions: ['a\nb'] },
    ])
      expect(() => formatCheckpoint(head)).toThrow(RangeError)
  })
})

describe('two checkpoints of a log', () => {
  const entries = entriesOf(300)
  const [small, large] = [logOf(entries.slice(0, 100)), logOf(entries)]
  const opened = (note: string) => {
    const found = openCheckpoint(note, known, platform)
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }
  const from = <T>(work: Parameters<typeof fromTiles<T>>[3]): T => {
    const found = fromTiles(300, (tile) => large.files.get(tilePath(tile)), sha256, work)
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }

  test('are shown to be one history, and a leaf to stand in it', () => {
    const proof = from((read) => consistencyProof(100, 300, read, sha256))
    const [older, newer] = [opened(small.checkpoint), opened(large.checkpoint)]
    expect(verifyConsistency(older, newer, proof, sha256).ok).toBe(true)
    const path = from((read) => inclusionProof(7, 300, read, sha256))
    const hash = leafHash(entries[7] ?? new Uint8Array(), sha256)
    expect(verifyInclusion(newer, 7, hash, path, sha256).ok).toBe(true)
    expect(verifyInclusion(newer, 8, hash, path, sha256).ok).toBe(false)
  })

  test('are not compared when they are of different logs', () => {
    const other = signer('other.example/log', 'note')
    const text = formatCheckpoint({ origin: other.key.name, size: 300, root: large.root })
    const foreign = openCheckpoint(noteBy(text, other), { logs: [other.key], witnesses: [] }, platform)
    expect(
      foreign.ok && verifyConsistency(opened(small.checkpoint), foreign.value, [], sha256),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'record.other-log' },
    })
  })
})
