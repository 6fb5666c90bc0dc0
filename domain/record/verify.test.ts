import { webcrypto } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { maxLeaf } from './bundle.ts'
import { concat, toUtf8 } from './bytes.ts'
import { formatCheckpoint } from './checkpoint.ts'
import { verifySlowly } from './primitives.ts'
import { formatProof, parseProof } from './proof.ts'
import { entriesOf, log, logOf, origin, policyOf, witnesses } from './testing/log.ts'
import { noteBy, platform, sha256 } from './testing/platform.ts'
import { leafHash } from './tree.ts'
import { verify } from './verify.ts'

const entries = entriesOf(300)
const made = logOf(entries)
const leafAt = (index: number): Uint8Array => entries[index] ?? new Uint8Array()
const file = made.proofOf(123)
const policy = policyOf('all')
const code = (given: string | Uint8Array, leaf = leafAt(123)): string => {
  const found = verify(given, leaf, policy, platform)
  return found.ok ? 'ok' : found.refusal.code
}

describe('a proof to take away', () => {
  test('shows its leaf, and gives the checkpoint that says so', () => {
    for (const index of [0, 1, 3, 123, 255, 256, 299]) {
      const found = verify(made.proofOf(index), leafAt(index), policy, platform)
      expect(found).toMatchObject({ ok: true, value: { index, checkpoint: { origin, size: 300 } } })
      expect(found.ok && found.value.checkpoint.root).toEqual(made.root)
    }
    expect(code(toUtf8(file))).toBe('ok')
  })

  test('is small: under 1,500 bytes with three cosignatures', () => {
    expect(toUtf8(file).length).toBeLessThan(1_500)
  })

  test('shows no other leaf', () => {
    expect(code(file, leafAt(124))).toBe('record.inclusion-broken')
    expect(code(file, concat(leafAt(123), toUtf8(' ')))).toBe('record.inclusion-broken')
    const inner = concat(leafHash(leafAt(0), sha256), leafHash(leafAt(1), sha256))
    expect(code(made.proofOf(0), inner)).toBe('record.inclusion-broken')
    expect(code(file, new Uint8Array(maxLeaf + 1))).toBe('record.leaf-too-large')
  })

  test('is refused for every single bit that is flipped', () => {
    const bytes = toUtf8(file)
    const accepted: number[] = []
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const at = Math.floor(bit / 8)
      if (code(bytes.with(at, (bytes[at] ?? 0) ^ (1 << (bit % 8)))) === 'ok') accepted.push(bit)
    }
    expect(accepted).toEqual([])
  })

  test('is refused when any line is left out, doubled or cut', () => {
    const lines = file.split('\n')
    const required = policyOf('all')
    for (const [at] of lines.entries()) {
      if (at === lines.length - 1) continue
      const without = verify(lines.toSpliced(at, 1).join('\n'), leafAt(123), required, platform)
      expect(without.ok, `without line ${at}`).toBe(false)
      const isSignature = lines[at]?.startsWith('\u2014') ?? false
      expect(code(lines.toSpliced(at, 0, lines[at] ?? '').join('\n')) === 'ok', `line ${at} twice`).toBe(
        isSignature,
      )
    }
    for (let end = 0; end < file.length; end += 1) expect(code(file.slice(0, end))).not.toBe('ok')
  })

  test('of a forged history signed by the log and one witness is refused', () => {
    const [first] = witnesses
    if (!first) throw new Error('no witness')
    const forged = logOf(entriesOf(300, 'forged'), [log, first])
    const leaf = entriesOf(300, 'forged')[123] ?? new Uint8Array()
    expect(verify(forged.proofOf(123), leaf, policyOf('2'), platform)).toMatchObject({
      refusal: { code: 'record.quorum-missing', facts: { present: 1 } },
    })
    expect(verify(forged.proofOf(123), leaf, policyOf('any'), platform).ok).toBe(true)
  })

  test('of an edited size, or without one cosignature, is refused', () => {
    expect(code(file.replace('\n300\n', '\n301\n'))).toBe('record.signature-bad')
    const last = file.trimEnd().lastIndexOf('\n') + 1
    expect(code(file.slice(0, last))).toBe('record.quorum-missing')
  })

  test('may carry extra bytes, which nobody signed', () => {
    const parsed = parseProof(file)
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    const extra = toUtf8('context')
    const carrying = formatProof({ ...parsed.value, extra })
    expect(carrying).toContain('\nextra Y29udGV4dA==\nindex 123\n')
    expect(parseProof(carrying)).toEqual({ ok: true, value: { ...parsed.value, extra } })
    expect(code(carrying)).toBe('ok')
  })

  test('has one grammar', () => {
    for (const wrong of [
      file.replace('@v1', '@v2'),
      file.replace('index 123', 'index 0123'),
      file.replace('index 123', 'index -1'),
      file.replace('index 123', 'index 1e2'),
      file.replace('index 123', 'index 9007199254740992'),
      file.replace('index 123', 'extra !\nindex 123'),
      file.replace('index 123', 'index 123\nindex 123'),
      file.replace('index 123', 'Index 123'),
      file.replace('index 123\n', 'index 123\nAAAA\n'),
      file.replace(/\n/g, '\r\n'),
      ` ${file}`,
    ])
      expect(code(wrong), wrong.slice(0, 60)).toBe('record.proof-malformed')
    expect(() => formatProof({ index: -1, path: [], checkpoint: made.checkpoint })).toThrow(RangeError)
    expect(() => formatProof({ index: 0, path: [new Uint8Array(31)], checkpoint: made.checkpoint })).toThrow(
      RangeError,
    )
  })

  test('of the only leaf has no path', () => {
    const lone = toUtf8('alone')
    const head = { origin, size: 1, root: leafHash(lone, sha256) }
    const checkpoint = noteBy(formatCheckpoint(head), log, ...witnesses)
    expect(code(formatProof({ index: 0, path: [], checkpoint }), lone)).toBe('ok')
  })
})

describe('verification with WebCrypto', () => {
  let asked = 0
  const slow = {
    sha256,
    verifyEd25519: async (key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> => {
      asked += 1
      const imported = await webcrypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
      return webcrypto.subtle.verify('Ed25519', imported, signature, message)
    },
  }

  test('answers as the one that answers at once, and asks every question once', async () => {
    for (const [given, leaf] of [
      [file, leafAt(123)],
      [file, leafAt(124)],
      [file.replace('\n300\n', '\n301\n'), leafAt(123)],
      ['nonsense', leafAt(123)],
    ] as const) {
      asked = 0
      const found = await verifySlowly(slow, (now) => verify(given, leaf, policy, now))
      expect(found).toEqual(verify(given, leaf, policy, platform))
      expect(asked).toBeLessThanOrEqual(4)
    }
  })

  test('fails when a question cannot be answered, and when the work itself fails', async () => {
    const broken = { sha256, verifyEd25519: () => Promise.reject(new Error('no Ed25519 here')) }
    await expect(verifySlowly(broken, (now) => verify(file, leafAt(123), policy, now))).rejects.toThrow(
      'no Ed25519',
    )
    const work = (): never => {
      throw new Error('broken work')
    }
    await expect(verifySlowly(slow, work)).rejects.toThrow('broken work')
  })
})
