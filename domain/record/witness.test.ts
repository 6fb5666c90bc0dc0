import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64, toUtf8 } from './bytes.ts'
import { formatCheckpoint } from './checkpoint.ts'
import type { VerifierKey } from './key.ts'
import { entriesOf, log, origin, witnesses } from './testing/log.ts'
import { chanceOf, nearlyNotes } from './testing/mutations.ts'
import { naiveTree } from './testing/naive.ts'
import { lineBy, noteBy, platform, type Signer, signer } from './testing/platform.ts'
import type { Head } from './tree.ts'
import {
  type AddCheckpoint,
  formatAddCheckpoint,
  parseAddCheckpoint,
  parseSizeAnswer,
  type Weighed,
  weighCheckpoint,
} from './witness.ts'

const tree = naiveTree(entriesOf(130))
/** A log with the same first ten entries, and others after them. */
const forked = naiveTree([...entriesOf(10), ...entriesOf(130, 'other').slice(10)])
const head = (size: number, of = tree): Head => ({ size, root: of.mth(size) })

const checkpoint = (next: Head, ...signers: readonly Signer[]): string =>
  noteBy(formatCheckpoint({ origin, ...next }), ...(signers.length > 0 ? signers : [log]))

const proofOf = (from: number, to: number, of = tree): readonly Uint8Array[] =>
  from > 0 && from < to ? of.proof(from, to) : []

/** The request a log makes to go from one size to another. */
const step = (old: number, size: number, of = tree): AddCheckpoint => ({
  old,
  proof: proofOf(old, size, of),
  checkpoint: checkpoint(head(size, of)),
})

const weigh = (held: Head | undefined, request: AddCheckpoint, logs: readonly VerifierKey[] = [log.key]) =>
  weighCheckpoint(held, request, logs, platform)

/** What becomes of a request, in two words. */
const said = (weighed: Weighed): string => {
  if (weighed.kind === 'cosign') return `cosign ${weighed.head.size}`
  return weighed.kind === 'conflict'
    ? `conflict ${weighed.size}`
    : `${weighed.status} ${weighed.refusal.code.replace('record.', '')}`
}

/** What a signature line says, whatever bits are left over in its base64. */
const bytesOf = (line: string) => fromBase64(line.slice(line.lastIndexOf(' ') + 1))

const size = fc.integer({ min: 0, max: 130 })

describe('a request', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const request = fc.record({
    old: fc.maxSafeNat(),
    proof: fc.array(hash, { maxLength: 63 }),
    checkpoint: fc.constantFrom(
      checkpoint(head(7)),
      checkpoint(head(130), log, ...witnesses),
      'a\n',
      'a\n\n',
    ),
  })

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(request, (made) => {
        expect(parseAddCheckpoint(toUtf8(formatAddCheckpoint(made)))).toEqual({ ok: true, value: made })
      }),
    )
  })

  test('has one form only: whatever is read is written the same way again', () => {
    const whole = fc.constant(formatAddCheckpoint(step(100, 130)))
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      ' ',
      '=',
      '0',
      'old',
      '\r',
      '\0',
      'AAAA',
      '\u2014',
      'é',
      '-',
      'B',
    )
    const touched = fc.tuple(whole, fc.nat(700), fc.nat(3), piece).map(([text, at, cut, put]) => {
      return text.slice(0, at) + put + text.slice(at + cut)
    })
    let read = 0
    fc.assert(
      fc.property(touched, (text) => {
        const parsed = parseAddCheckpoint(toUtf8(text))
        if (!parsed.ok) return
        read += 1
        expect(formatAddCheckpoint(parsed.value)).toBe(text)
      }),
      { numRuns: 3_000 },
    )
    expect(read).toBeGreaterThan(100)
  })

  test('is refused in every other form', () => {
    const rest = `\n\n${checkpoint(head(7))}`
    const line = toBase64(head(5).root)
    const isRead = (text: string | Uint8Array): boolean =>
      parseAddCheckpoint(typeof text === 'string' ? toUtf8(text) : text).ok
    expect(isRead(`old 5\n${line}${rest}`)).toBe(true)
    expect(isRead(`old 5\n${`${line}\n`.repeat(62)}${line}${rest}`)).toBe(true)
    const wrong = [
      '',
      '\n',
      '\n\n',
      'old 5',
      'old 5\n',
      'old 5\n\n',
      'old 5\n\n\n',
      `old 5\n${line}`,
      `old 5\n\n${origin}`,
      `5${rest}`,
      `Old 5${rest}`,
      `old  5${rest}`,
      `old\t5${rest}`,
      `old 5 ${rest}`,
      `old 5\r${rest}`,
      `old 05${rest}`,
      `old 00${rest}`,
      `old -0${rest}`,
      `old +5${rest}`,
      `old 5.0${rest}`,
      `old 5e0${rest}`,
      `old 0x5${rest}`,
      `old ٥${rest}`,
      `old ${rest}`,
      `old 9007199254740992${rest}`,
      `old 18446744073709551615${rest}`,
      ` old 5${rest}`,
      `\nold 5${rest}`,
      `old 5\n${line.slice(4)}${rest}`,
      `old 5\n${line.slice(0, -1)}${rest}`,
      `old 5\n ${line}${rest}`,
      `old 5\n${line} ${rest}`,
      `old 5\n${line}\r${rest}`,
      `old 5\n${toBase64(new Uint8Array(33))}${rest}`,
      `old 5\n${'A'.repeat(42)}B=${rest}`,
      `old 5\n${`${line}\n`.repeat(63)}${line}${rest}`,
    ]
    for (const text of wrong) expect(isRead(text), JSON.stringify(text.slice(0, 60))).toBe(false)
    expect(isRead(Uint8Array.of(...toUtf8('old 5\n\na\n'), 0xff))).toBe(false)
  })

  test('that no witness would take is not even written', () => {
    for (const wrong of [{ old: -1 }, { old: 0.5 }, { old: 2 ** 53 }, { checkpoint: '' }])
      expect(() => formatAddCheckpoint({ ...step(0, 7), ...wrong })).toThrow(RangeError)
    const long = Array.from({ length: 64 }, () => new Uint8Array(32))
    expect(() => formatAddCheckpoint({ ...step(0, 7), proof: long })).toThrow(RangeError)
    expect(() => formatAddCheckpoint({ ...step(0, 7), proof: [new Uint8Array(31)] })).toThrow(RangeError)
  })
})

test('an answer with a size is one number and a newline', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (size) => parseSizeAnswer(toUtf8(`${size}\n`)) === size))
  const wrong = [
    '',
    '\n',
    '5',
    '5\r\n',
    '05\n',
    ' 5\n',
    '5 \n',
    '5\n\n',
    '+5\n',
    '-5\n',
    '5.\n',
    '9007199254740992\n',
  ]
  for (const text of wrong) expect(parseSizeAnswer(toUtf8(text)), JSON.stringify(text)).toBeUndefined()
  expect(parseSizeAnswer(Uint8Array.of(0xff, 10))).toBeUndefined()
})

describe('a witness', () => {
  test('cosigns every step of a log that only grows, and the same head as often as it is asked', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 12 }), (sizes) => {
        let held: Head | undefined
        for (const next of sizes.toSorted((a, b) => a - b)) {
          const weighed = weigh(held, step(held?.size ?? 0, next))
          expect(weighed).toMatchObject({
            kind: 'cosign',
            head: head(next),
            text: formatCheckpoint({ origin, ...head(next) }),
          })
          if (weighed.kind === 'cosign') held = weighed.head
        }
      }),
      { numRuns: 60 },
    )
  })

  test('passes on the lines of the log alone, whoever else signed', () => {
    const text = formatCheckpoint({ origin, ...head(7) })
    const request = { ...step(0, 7), checkpoint: checkpoint(head(7), ...witnesses, log) }
    expect(weigh(undefined, request)).toMatchObject({ kind: 'cosign', signatures: [lineBy(log, text)] })
  })

  test('cosigns the text with its extensions, as the log signed it', () => {
    const text = formatCheckpoint({ origin, ...head(7), extensions: ['more'] })
    expect(weigh(undefined, { ...step(0, 7), checkpoint: noteBy(text, log) })).toMatchObject({ text })
  })

  test('answers with the size it holds when the log thinks of another', () => {
    fc.assert(
      fc.property(size, size, size, (held, old, next) => {
        fc.pre(old <= next && old !== held)
        expect(said(weigh(head(held), step(old, next)))).toBe(`conflict ${held}`)
      }),
    )
    expect(said(weigh(undefined, step(3, 7)))).toBe('conflict 0')
  })

  test('never goes back, even when the log asks it to: a smaller size is never cosigned', () => {
    fc.assert(
      fc.property(size, size, size, fc.boolean(), (held, old, next, isForked) => {
        fc.pre(next < held)
        const request = { ...step(next, next, isForked ? forked : tree), old }
        expect(weigh(head(held), request).kind).not.toBe('cosign')
      }),
    )
    expect(said(weigh(head(9), { ...step(9, 9), checkpoint: checkpoint(head(7)) }))).toBe(
      '400 history-shorter',
    )
  })

  test('never cosigns another history, whatever proof comes with it', () => {
    const proof = fc.oneof(
      fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 10 }),
      fc.tuple(size, size).map(([from, to]) => proofOf(Math.min(from, to), Math.max(from, to))),
      fc.tuple(size, size).map(([from, to]) => proofOf(Math.min(from, to), Math.max(from, to), forked)),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 130 }),
        fc.integer({ min: 11, max: 130 }),
        proof,
        (held, next, by) => {
          fc.pre(held <= next)
          const other = { old: held, proof: by, checkpoint: checkpoint(head(next, forked)) }
          expect(said(weigh(head(held), other))).toBe(
            held === next ? '409 history-forged' : '422 history-forged',
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  test('wants the proof that belongs there, and no other', () => {
    expect(said(weigh(head(5), { ...step(5, 9), proof: [] }))).toBe('422 history-forged')
    expect(said(weigh(head(5), { ...step(5, 9), proof: proofOf(4, 9) }))).toBe('422 history-forged')
    expect(said(weigh(head(5), { ...step(5, 9), proof: [...proofOf(5, 9), head(9).root] }))).toBe(
      '422 history-forged',
    )
    expect(said(weigh(undefined, { ...step(0, 9), proof: [head(9).root] }))).toBe('422 history-forged')
    expect(said(weigh(head(9), { ...step(9, 9), proof: [head(9).root] }))).toBe('422 history-forged')
  })

  test('holds a log without entries to be empty, from the first request on', () => {
    expect(said(weigh(undefined, step(0, 0)))).toBe('cosign 0')
    expect(said(weigh(head(0), step(0, 9)))).toBe('cosign 9')
    for (const held of [undefined, head(0)]) {
      const odd = { ...step(0, 0), checkpoint: checkpoint({ size: 0, root: head(1).root }) }
      expect(said(weigh(held, odd))).toBe('422 history-forged')
    }
  })

  test('knows no log but those it was told of', () => {
    const other = signer('parley.example/log/other', 'note')
    expect(said(weigh(undefined, step(0, 7), []))).toBe('404 log-unknown')
    expect(said(weigh(undefined, step(0, 7), [other.key]))).toBe('404 log-unknown')
    expect(said(weigh(undefined, step(0, 7), [signer(origin, 'cosignature').key]))).toBe('404 log-unknown')
    expect(said(weigh(undefined, step(0, 7), [other.key, log.key]))).toBe('cosign 7')
  })

  test('takes a log by its signature alone', () => {
    const stranger = signer('stranger.example', 'note')
    const namesake = { ...signer('impostor', 'note'), key: log.key }
    const by = (...signers: readonly Signer[]) =>
      said(weigh(undefined, { ...step(0, 7), checkpoint: checkpoint(head(7), ...signers) }))
    expect(by(stranger)).toBe('403 note-unsigned')
    expect(by(...witnesses)).toBe('403 note-unsigned')
    expect(by(namesake)).toBe('403 signature-bad')
    expect(by(stranger, log, ...witnesses)).toBe('cosign 7')
  })

  test('takes a checkpoint under every key of a log that changes its key', () => {
    const seed = signer('next', 'note')
    const next = { ...seed, key: { ...seed.key, name: origin } }
    const keys = [log.key, next.key]
    for (const by of [log, next])
      expect(said(weigh(undefined, { ...step(0, 7), checkpoint: checkpoint(head(7), by) }, keys))).toBe(
        'cosign 7',
      )
  })

  test('looks for form before anything else', () => {
    const root = toBase64(head(7).root)
    const of = (text: string) => said(weigh(undefined, { ...step(0, 7), checkpoint: text }))
    expect(of('')).toBe('400 note-malformed')
    expect(of(`${origin}\n7\n${root}\n`)).toBe('400 note-malformed')
    expect(of(noteBy(`${origin}\n07\n${root}\n`, log))).toBe('400 checkpoint-malformed')
    expect(of(noteBy(`${origin}\n9007199254740992\n${root}\n`, log))).toBe('400 size-beyond')
  })

  test('cosigns nothing of 20,000 notes that are nearly right but what a log did sign', () => {
    const make = nearlyNotes(chanceOf(3), [log, ...witnesses])
    const seen = new Map<string, number>()
    for (let i = 0; i < 20_000; i += 1) {
      const request = parseAddCheckpoint(new Uint8Array([...toUtf8('old 0\n\n'), ...make()]))
      const weighed = request.ok ? weigh(undefined, request.value) : undefined
      const word = weighed ? said(weighed).replace(/ \d+$/, '') : 'unread'
      seen.set(word, (seen.get(word) ?? 0) + 1)
      if (weighed?.kind !== 'cosign' || !request.ok) continue
      expect(weighed.signatures.map(bytesOf)).toContainEqual(bytesOf(lineBy(log, weighed.text)))
      expect(request.value.checkpoint.startsWith(`${weighed.text}\n`)).toBe(true)
    }
    expect(seen.get('cosign')).toBeGreaterThan(200)
    for (const word of ['404 log-unknown', '403 note-unsigned', '403 signature-bad', '400 note-malformed'])
      expect(seen.get(word), word).toBeGreaterThan(100)
  })
})
