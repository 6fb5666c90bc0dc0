import { describe, expect, test } from 'vitest'
import { toUtf8 } from './bytes.ts'
import { formatCheckpoint, openCheckpoint } from './checkpoint.ts'
import { formatNote } from './note.ts'
import { openWitnessed, type WitnessedCheckpoint } from './policy.ts'
import { parseProof } from './proof.ts'
import {
  formatReceipt,
  judgeReceipt,
  openReceipt,
  type Receipt,
  type Shown,
  type VerifiedReceipt,
} from './receipt.ts'
import { entriesOf, log, logOf, origin, policyOf, type TestLog, witnesses } from './testing/log.ts'
import { lineBy, noteBy, platform, sha256, signer } from './testing/platform.ts'
import { leafHash } from './tree.ts'

const entries = entriesOf(20)
const leaf = leafHash(entries[12] ?? new Uint8Array(), sha256)
const promise: Receipt = { origin, index: 12, leaf, time: 1_000, within: 60 }
const policy = policyOf('2')

const receiptOf = (receipt: Receipt): VerifiedReceipt => {
  const found = openReceipt(noteBy(formatReceipt(receipt), log), [log.key], platform)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

const checkpointOf = ({ size, root }: TestLog, ...times: readonly number[]): WitnessedCheckpoint => {
  const text = formatCheckpoint({ origin, size, root })
  const lines = witnesses.map((by, i) => lineBy(by, text, times[i]))
  const found = openWitnessed(formatNote(text, [lineBy(log, text), ...lines]), policy, platform)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

const shownBy = (made: TestLog, hash: Uint8Array): Shown => {
  const proof = parseProof(made.proofOf(12))
  if (!proof.ok) throw new Error(proof.refusal.code)
  return { leaf: hash, path: proof.value.path }
}

const whole = logOf(entries)
const early = logOf(entries.slice(0, 12))
const late = [1_061, 1_061, 1_061]

describe('a receipt', () => {
  test('has one form, and comes back', () => {
    const text = formatReceipt(promise)
    expect(text.split('\n').slice(0, 3)).toEqual(['receipt/v1', `log ${origin}`, 'index 12'])
    expect(receiptOf(promise)).toEqual(promise)
    for (const wrong of [
      text.replace('index 12', 'index 012'),
      text.replace('index 12', 'index 1.5'),
      text.replace('within 60', 'within -60'),
      text.replace('time', 'Time'),
      text.replace('time 1000\n', ''),
      `${text}more\n`,
      text.replace('=\n', '\n'),
      text.replace('index 12', 'index 9007199254740992'),
    ])
      expect(openReceipt(noteBy(wrong, log), [log.key], platform), wrong).toEqual({
        ok: false,
        refusal: { code: 'record.receipt-malformed' },
      })
  })

  test('is the word of its own log alone', () => {
    const other = signer('other.example/log', 'note')
    const text = formatReceipt(promise)
    const refused = { refusal: { code: 'record.log-unknown' } }
    expect(openReceipt(noteBy(text, other), [log.key, other.key], platform)).toMatchObject(refused)
    expect(openReceipt(noteBy(text, other), [log.key], platform)).toMatchObject({
      refusal: { code: 'record.note-unsigned' },
    })
    const touched = noteBy(text, log).replace('within 60', 'within 61')
    expect(openReceipt(touched, [log.key], platform)).toMatchObject({
      refusal: { code: 'record.signature-bad' },
    })
  })

  test('is never taken for a checkpoint, nor a checkpoint for a receipt', () => {
    const known = { logs: [log.key], witnesses: [] }
    expect(openCheckpoint(noteBy(formatReceipt(promise), log), known, platform).ok).toBe(false)
    expect(openReceipt(whole.checkpoint, [log.key], platform).ok).toBe(false)
  })

  test('is written only if it can be read again', () => {
    for (const wrong of [
      { ...promise, origin: '' },
      { ...promise, origin: 'a\nindex 5' },
      { ...promise, index: -1 },
      { ...promise, leaf: leaf.subarray(1) },
      { ...promise, time: 0.5 },
    ])
      expect(() => formatReceipt(wrong)).toThrow(RangeError)
  })
})

describe('what became of a promise', () => {
  const judge = (checkpoint: WitnessedCheckpoint, shown?: Shown, receipt = promise) =>
    judgeReceipt(receiptOf(receipt), checkpoint, shown, sha256)
  const finding = (value: string) => ({ ok: true, value })

  test('kept, when the leaf stands at its index', () => {
    expect(judge(checkpointOf(whole, ...late), shownBy(whole, leaf))).toEqual(finding('kept'))
  })

  test('replaced, when another leaf stands there', () => {
    const changed = entries.with(12, toUtf8('something else'))
    const other = logOf(changed)
    const hash = leafHash(toUtf8('something else'), sha256)
    expect(judge(checkpointOf(other, ...late), shownBy(other, hash))).toEqual(finding('replaced'))
  })

  test('omitted, when a quorum saw a log without it after the time was up, and not a second before', () => {
    expect(judge(checkpointOf(early, 1_061, 1_061, 0))).toEqual(finding('omitted'))
    expect(judge(checkpointOf(early, 1_060, 1_060, 1_060))).toEqual(finding('pending'))
    expect(judge(checkpointOf(early, 9_000, 1_060, 1_060))).toEqual(finding('pending'))
  })

  test('unshown, when the log is long enough and shows nothing', () => {
    expect(judge(checkpointOf(whole, ...late))).toEqual(finding('unshown'))
  })

  test('nothing at all, when what is shown does not hold or is of another log', () => {
    expect(judge(checkpointOf(whole, ...late), { leaf, path: [] })).toMatchObject({
      refusal: { code: 'record.inclusion-broken' },
    })
    expect(judge(checkpointOf(early, ...late), { leaf, path: [] })).toMatchObject({
      refusal: { code: 'record.index-beyond' },
    })
    const other = signer('other.example/log', 'note')
    const text = formatReceipt({ ...promise, origin: other.key.name })
    const foreign = openReceipt(noteBy(text, other), [other.key], platform)
    const checkpoint = checkpointOf(whole, ...late)
    expect(foreign.ok && judgeReceipt(foreign.value, checkpoint, undefined, sha256)).toMatchObject({
      refusal: { code: 'record.other-log' },
    })
  })
})
