import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, fromBase64, fromUtf8, toBase64, toHex, toUtf8, writeUint64 } from './bytes.ts'
import { formatVerifierKey, isKeyName, parseVerifierKey, verifierKey } from './key.ts'
import { formatNote, maxSignatures, openNote } from './note.ts'
import { lineBy, noteBy, platform, sha256, signer } from './testing/platform.ts'

const peter = signer('PeterNeumann', 'note')
const other = signer('other.example/log', 'note')
const witness = signer('witness.example/w', 'cosignature')
const text =
  'If you think cryptography is the answer to your problem,\nthen you do not know what your problem is.\n'
const note = noteBy(text, peter, witness)
const keys = [peter.key, witness.key]
const code = (found: ReturnType<typeof openNote>): string => (found.ok ? 'ok' : found.refusal.code)

describe('a signed note', () => {
  test('published in the documentation of Go\u2019s package is opened with its published key', () => {
    const published =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
      '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
    const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', sha256)
    if (!key.ok) throw new Error(key.refusal.code)
    expect(code(openNote(published, [key.value], platform))).toBe('ok')
    expect(code(openNote(published.replace('think', 'thank'), [key.value], platform))).toBe(
      'record.signature-bad',
    )
  })

  test('is opened as text or as bytes, by any of its known keys', () => {
    for (const given of [note, toUtf8(note)]) {
      const opened = openNote(given, keys, platform)
      expect(opened.ok && opened.value.text).toBe(text)
      expect(opened.ok && opened.value.signatures.map(({ key }) => key)).toEqual(keys)
      expect(opened.ok && opened.value.signatures.map(({ time }) => time)).toEqual([undefined, 1_700_000_000])
    }
    expect(openNote(note, [witness.key], platform)).toMatchObject({
      ok: true,
      value: { unknown: [lineBy(peter, text)] },
    })
  })

  test('is nobody\u2019s word when no known key signed it', () => {
    expect(code(openNote(note, [other.key], platform))).toBe('record.note-unsigned')
    expect(code(openNote(note, [], platform))).toBe('record.note-unsigned')
  })

  test('is refused for a bad signature of a known key, though others are good', () => {
    const bad = lineBy(peter, `${text}!\n`)
    const mixed = formatNote(text, [bad, lineBy(other, text)])
    expect(code(openNote(mixed, [peter.key, other.key], platform))).toBe('record.signature-bad')
    expect(code(openNote(mixed, [other.key], platform))).toBe('ok')
  })

  test('counts the first of several signatures by one key', () => {
    const [good, bad] = [lineBy(peter, text), lineBy(peter, `${text}!\n`)]
    expect(code(openNote(formatNote(text, [good, bad, good]), keys, platform))).toBe('ok')
    expect(code(openNote(formatNote(text, [bad, good]), keys, platform))).toBe('record.signature-bad')
    const twice = openNote(
      formatNote(text, [good, good, lineBy(other, text), lineBy(other, text)]),
      keys,
      platform,
    )
    expect(twice.ok && [twice.value.signatures.length, twice.value.unknown.length]).toEqual([1, 1])
  })

  test('may have a hundred signatures and no more', () => {
    const crowd = Array.from({ length: maxSignatures }, (_, i) => signer(`w${i}`, 'cosignature'))
    const full = noteBy(text, ...crowd)
    expect(
      code(
        openNote(
          full,
          crowd.map(({ key }) => key),
          platform,
        ),
      ),
    ).toBe('ok')
    expect(code(openNote(`${full}${lineBy(peter, text)}\n`, keys, platform))).toBe('record.note-malformed')
    expect(() => noteBy(text, ...crowd, peter)).toThrow(RangeError)
  })

  test('does not ask which of two keys with one name and id was meant', () => {
    expect(code(openNote(note, [peter.key, { ...peter.key }], platform))).toBe('record.key-ambiguous')
  })

  test('says when a witness signed, and no other time can be put in its place', () => {
    const line = lineBy(witness, text, 5)
    const bytes = fromBase64(line.slice(line.lastIndexOf(' ') + 1)) ?? new Uint8Array()
    const at = (time: Uint8Array): string =>
      `\u2014 witness.example/w ${toBase64(concat(bytes.subarray(0, 4), time, bytes.subarray(12)))}`
    expect(code(openNote(formatNote(text, [at(writeUint64(5))]), keys, platform))).toBe('ok')
    for (const time of [writeUint64(6), new Uint8Array(8).fill(255)])
      expect(code(openNote(formatNote(text, [at(time)]), keys, platform))).toBe('record.signature-bad')
  })

  test('has one grammar: everything else is malformed', () => {
    const line = lineBy(peter, text)
    const wrong = [
      '',
      '\n\n',
      text,
      `${text}\n`,
      `${text}\n${line}`,
      `${text}${line}\n`,
      `${text}\n${line}\n\n`,
      `${text}\n${line}\n \n`,
      `${text}\r\n\n${line}\n`,
      `${text}\t\n\n${line}\n`,
      `${text}\u0000\n\n${line}\n`,
      `${text}\n${line.replace('\u2014', '-')}\n`,
      `${text}\n${line.replace(' Peter', '  Peter')}\n`,
      `${text}\n${line.replace(' Peter', '\u00a0Peter')}\n`,
      `${text}\n${line.replace('Peter', 'Pe+ter')}\n`,
      `${text}\n${line.replace('Peter', 'Pe\u3000ter')}\n`,
      `${text}\n${line.replace('Peter', 'Pe\u0085ter')}\n`,
      `${text}\n${line} \n`,
      `${text}\n${line.slice(0, -1)}\n`,
      `${text}\n\u2014 PeterNeumann x08goQ==\n`,
      `${text}\n\u2014 PeterNeumann \n`,
      `${text}\n\u2014 PeterNeumann\n`,
      `${text}\n${line}\n\u2014 x\n`,
      `\ud800${note}`,
    ]
    for (const one of wrong)
      expect(code(openNote(one, keys, platform)), JSON.stringify(one)).toBe('record.note-malformed')
    const bytes = toUtf8(note)
    for (const byte of [0x80, 0xc0, 0xff, 0xed])
      expect(code(openNote(bytes.with(3, byte), keys, platform))).toBe('record.note-malformed')
  })

  test('may have empty lines in its text, and any character but control characters', () => {
    for (const strange of ['\n', '\n\n\n', 'a\n\n\nb\n', '\u2028\u007f\u0085\ufeff\n', '\u2014 x y\n\nz\n'])
      expect(openNote(noteBy(strange, peter), keys, platform)).toMatchObject({
        ok: true,
        value: { text: strange },
      })
  })

  test('never opens with another text, whichever single bit is flipped', () => {
    const bytes = toUtf8(note)
    const accepted: string[] = []
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const at = Math.floor(bit / 8)
      const touched = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (bit % 8)))
      const opened = openNote(touched, keys, platform)
      if (opened.ok && opened.value.text !== text) accepted.push(fromUtf8(touched) ?? '')
    }
    expect(accepted).toEqual([])
  })

  test('is written only if it can be read again', () => {
    const line = lineBy(peter, text)
    expect(() => formatNote('no newline', [line])).toThrow(RangeError)
    expect(() => formatNote('a\tb\n', [line])).toThrow(RangeError)
    expect(() => formatNote(text, [])).toThrow(RangeError)
    expect(() => formatNote(text, [`${line}\nrest`])).toThrow(RangeError)
  })
})

describe('a verifier key', () => {
  test('comes back, and its id is the hash of name, use and key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter(isKeyName),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (name, bytes) => {
          const key = verifierKey(name, 'cosignature', bytes, sha256)
          expect(parseVerifierKey(formatVerifierKey(key), sha256)).toEqual({ ok: true, value: key })
          const hashed = sha256(concat(toUtf8(`${name}\n`), Uint8Array.of(4), bytes))
          expect(key.id).toBe(Number.parseInt(toHex(hashed.subarray(0, 4)), 16))
        },
      ),
    )
  })

  test.each([
    ['record.key-malformed', ''],
    ['record.key-malformed', 'PeterNeumann'],
    ['record.key-malformed', 'PeterNeumann+c74f20a3'],
    ['record.key-malformed', 'PeterNeumann+c74f20a3+'],
    ['record.key-malformed', 'PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['record.key-malformed', '+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['record.key-malformed', 'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['record.key-malformed', 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n'],
    ['record.key-mismatch', 'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['record.key-mismatch', 'Peterneumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ])('is refused with %s: %s', (expected, given) => {
    const found = parseVerifierKey(given, sha256)
    expect(found.ok ? 'ok' : found.refusal.code).toBe(expected)
  })

  test('of an algorithm that is not Ed25519 is refused as such', () => {
    const encoded = concat(Uint8Array.of(6), new Uint8Array(1312))
    const id = toHex(sha256(concat(toUtf8('w\n'), encoded)).subarray(0, 4))
    expect(parseVerifierKey(`w+${id}+${toBase64(encoded)}`, sha256)).toEqual({
      ok: false,
      refusal: { code: 'record.key-use', facts: { name: 'w' } },
    })
  })
})
