import { describe, expect, it } from 'vitest'
import type { Act } from './act.ts'
import { anchorLeaf } from './anchor.ts'
import { toUtf8 } from './bytes.ts'
import { formatCheckpoint } from './checkpoint.ts'
import {
  collateAct,
  collateAnchoring,
  collateEntry,
  collateFiles,
  collateHead,
  collateLogs,
  collateNewest,
  collateProven,
  collateState,
} from './collation.ts'
import { leafOf } from './leaf.ts'
import { sha256 } from './testing/platform.ts'

const refused = (code: string, facts?: object) => ({ ok: false, refusal: facts ? { code, facts } : { code } })
const fine = { ok: true, value: undefined }
const salt = new Uint8Array(32).fill(5)
const act: Act = {
  id: 'a',
  room: 'plenary',
  kind: 'c.d',
  object: 'e',
  by: null,
  at: 'f',
  payload: { words: 'x' },
}
const leaf = toUtf8(leafOf(act, 3, salt, sha256))

describe('an entry beside what is shown of it', () => {
  it('is a leaf of its room at its place', () => {
    expect(collateEntry(leaf, { room: 'plenary', index: 3 })).toMatchObject({ ok: true })
    expect(collateEntry(leaf, { room: 'plenary', index: 4 })).toEqual(
      refused('record.leaf-displaced', { index: 4, said: 3 }),
    )
    expect(collateEntry(leaf, { room: 'caucus', index: 3 })).toEqual(
      refused('record.leaf-elsewhere', { index: 3, room: 'plenary' }),
    )
    expect(collateEntry(toUtf8('x'), { room: 'caucus', index: 3 })).toEqual(refused('record.leaf-malformed'))
  })

  it('is the leaf of this act, with this salt, at this place, in this room', () => {
    const differs = refused('record.act-differs', { room: 'plenary', index: 3 })
    expect(collateAct(leaf, { index: 3, salt, act }, 'plenary', sha256)).toEqual(fine)
    for (const line of [
      { index: 3, salt: salt.with(0, 6), act },
      { index: 3, salt, act: { ...act, payload: { words: 'y' } } },
      { index: 3, salt, act: { ...act, room: 'caucus' } },
    ])
      expect(collateAct(leaf, line, 'plenary', sha256)).toEqual(differs)
    expect(collateAct(leaf, { index: 4, salt, act }, 'plenary', sha256)).toEqual(
      refused('record.leaf-displaced', { index: 4, said: 3 }),
    )
    expect(collateAct(leaf, { index: 3, salt, act }, 'caucus', sha256)).toEqual(
      refused('record.leaf-elsewhere', { index: 3, room: 'plenary' }),
    )
  })

  it('stands for this head of this log at this moment', () => {
    const line = { index: 0, at: '2026-09-20T10:00:00.000Z', size: 4, root: salt, salt }
    const head = formatCheckpoint({ origin: 'parley/log/x', size: 4, root: salt })
    const entry = toUtf8(anchorLeaf(head, line.at, salt, sha256))
    const differs = refused('record.anchor-differs')
    expect(collateAnchoring(entry, line, 'parley/log/x', sha256)).toEqual(fine)
    expect(collateAnchoring(entry, line, 'parley/log/y', sha256)).toEqual(differs)
    for (const wrong of [
      { size: 5 },
      { root: salt.with(3, 0) },
      { salt: salt.with(3, 0) },
      { at: line.at.replace('1', '2') },
    ])
      expect(collateAnchoring(entry, { ...line, ...wrong }, 'parley/log/x', sha256)).toEqual(differs)
    expect(collateAnchoring(leaf, line, 'parley/log/x', sha256)).toEqual(refused('record.leaf-malformed'))
  })
})

describe('a head beside the log as it is', () => {
  const head = { size: 4, root: salt }
  it('is the same, or another history, or that of a shorter log', () => {
    expect(collateHead(head, { size: 4, root: salt.slice() })).toEqual(fine)
    expect(collateHead(head, { size: 4, root: salt.with(31, 0) })).toEqual(
      refused('record.head-differs', { size: 4 }),
    )
    expect(collateHead(head, { size: 6, root: salt })).toEqual(
      refused('record.history-shorter', { from: 6, to: 4 }),
    )
    expect(collateHead(head, { size: 3, root: salt })).toEqual(refused('record.head-differs', { size: 4 }))
  })

  it('is the newest that was anchored', () => {
    const line = { index: 9, at: '', salt, ...head }
    const unanchored = refused('record.head-unanchored', { size: 4 })
    expect(collateNewest(line, head)).toEqual(fine)
    expect(collateNewest(undefined, head)).toEqual(unanchored)
    expect(collateNewest({ ...line, size: 3 }, head)).toEqual(unanchored)
    expect(collateNewest({ ...line, root: salt.with(0, 0) }, head)).toEqual(unanchored)
  })
})

describe('a folder beside what should be in it', () => {
  it('has every log one knows of', () => {
    expect([...collateLogs(['a', 'b', 'c'], ['c', 'd', 'a'])]).toEqual([
      ['b', { code: 'record.log-absent', facts: { origin: 'b' } }],
    ])
    expect(collateLogs([], ['a']).size).toBe(0)
  })

  it('has the files that acts name, and no others', () => {
    const pathOf = (hash: string) => `files/${hash}`
    expect(collateFiles(new Set(['a', 'b']), new Set(['b', 'c']), pathOf)).toEqual([
      { code: 'record.file-missing', facts: { path: 'files/a' } },
      { code: 'record.file-stray', facts: { path: 'files/c' } },
    ])
    expect(collateFiles(new Set(['a']), new Set(['a']), pathOf)).toEqual([])
  })

  it('has the act of every proof', () => {
    expect(collateProven(4, true)).toEqual(fine)
    expect(collateProven(4, false)).toEqual(refused('record.proof-alone', { index: 4 }))
  })
})

describe('a state beside the acts', () => {
  const fault = (code: string, object: string) => ({ code: `record.object-${code}`, facts: { object } })
  const stated = new Map([
    ['a', '1'],
    ['b', '2'],
  ])
  it('is what they lead to, of every object of which something is stated', () => {
    const replayed = new Map([...stated, ['c', '3']])
    expect(collateState(replayed, stated, true)).toEqual([])
    expect(collateState(replayed, undefined, true)).toEqual([])
    expect(collateState(new Map(replayed).set('b', '3'), stated, true)).toEqual([fault('differs', 'b')])
    expect(collateState(new Map([...replayed, ['d', undefined]]), undefined, false)).toEqual([
      fault('unplayable', 'd'),
    ])
  })

  it('may be of objects whose acts are not here, if acts are missing at all', () => {
    expect(collateState(new Map([['a', '1']]), stated, false)).toEqual([])
    expect(collateState(new Map([['a', '1']]), stated, true)).toEqual([fault('differs', 'b')])
  })
})
