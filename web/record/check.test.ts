import { describe, expect, test } from 'vitest'
import { toHex } from '#domain/record/bytes.ts'
import { checkRoom, type Progress } from './check.ts'
import { asked, check, codes, flipping, keyText } from './testing/checking.ts'
import {
  actAt,
  actsOf,
  anchor,
  anchoredAs,
  at,
  everybody,
  leafFor,
  logFiles,
  noteOf,
  receiptFor,
  recordOf,
  room,
  serving,
  witness,
  witnesses,
} from './testing/served.ts'

const acts = actsOf(600)
const good = recordOf(acts)
const other = recordOf(actsOf(600, 'forged'))

describe('a record in order', () => {
  test('has every entry hashed, every act compared, its head cosigned and anchored', async () => {
    const receipts = [3, 599].map((i) => receiptFor(actAt(i)))
    const verdict = await check(good, { receipts })
    expect(verdict).toMatchObject({
      flaws: [],
      anchorFlaws: [],
      acts: { compared: 600, hidden: 0 },
      receipts: { kept: 2, pending: 0 },
      anchored: { index: 3, at, size: 600 },
      head: { size: 600, root: toHex(good.log.root), missing: [], recalled: null },
    })
    expect(verdict.head?.cosigned).toEqual(witnesses.map((by) => ({ key: keyText(by), at })))
    expect(verdict.anchor?.cosigned).toHaveLength(3)
    expect(verdict.head?.keys).toHaveLength(4)
  })

  test('is the same for any number of entries around the edges of tiles and of answers', async () => {
    for (const size of [1, 255, 256, 257, 499, 500, 501, 512]) {
      const verdict = await check(recordOf(actsOf(size)))
      expect([size, codes(verdict), verdict.acts.compared]).toEqual([size, [], size])
    }
  })

  test('says how far the check has come, and never goes back', async () => {
    const heard: Progress[] = []
    await checkRoom(serving(good), asked, (each) => heard.push(each))
    const done = (stage: Progress['stage']) => heard.filter((each) => each.stage === stage)
    expect(done('entries').map((each) => each.done)).toEqual([256, 512, 600])
    expect(done('acts').map((each) => each.done)).toEqual([500, 600])
    expect(heard.every(({ of }) => of === 600)).toBe(true)
  })

  test('of ten thousand entries is read with a few requests at a time', { timeout: 60_000 }, async () => {
    const platform = serving(recordOf(actsOf(10_000)))
    const verdict = await checkRoom(platform, asked, () => undefined)
    expect([codes(verdict), verdict.acts.compared]).toEqual([[], 10_000])
    expect(platform.most()).toBeLessThanOrEqual(12)
    expect(new Set(platform.asked).size).toBe(platform.asked.length)
  })

  test('hides acts from other seats and says how many', async () => {
    const verdict = await check({ ...good, acts: acts.filter(({ index }) => index % 10 !== 0) })
    expect([codes(verdict), verdict.acts]).toEqual([[], { compared: 540, hidden: 60 }])
  })

  test('in which nothing has been signed yet has no head and no flaw', async () => {
    const empty = { ...good, log: { ...good.log, files: new Map() } }
    const verdict = await check(empty)
    expect([verdict.head, codes(verdict)]).toEqual([null, []])
  })
})

describe('a changed byte', () => {
  test('of an entry is found, with the entry', async () => {
    const verdict = await check(good, {}, flipping(`/log/${room}/tile/entries/001`, 40))
    expect(verdict.flaws).toMatchObject([{ code: 'record.entry-differs', entry: 256 }])
  })

  test('of a tile is found, with the entry', async () => {
    const verdict = await check(good, {}, flipping(`/log/${room}/tile/0/000`, 32 * 17))
    expect(verdict.flaws).toMatchObject([{ code: 'record.entry-differs', entry: 17 }])
  })

  test('of the head breaks its signature', async () => {
    const place = noteOf(good.log).indexOf('\n600\n') + 1
    expect(codes(await check(good, {}, flipping(`/log/${room}/checkpoint`, place)))).toContain(
      'record.signature-bad',
    )
  })

  test('a log computed anew from other entries does not have the root that was signed', async () => {
    const files = new Map(other.log.files).set('checkpoint', good.log.files.get('checkpoint') as Uint8Array)
    expect(codes(await check({ ...good, log: { ...other.log, files } }))).toContain('record.root-differs')
  })

  test('a bundle that is not there is named', async () => {
    const without = (path: string, bytes: Uint8Array | undefined) =>
      path.endsWith('tile/entries/001') ? undefined : bytes
    const verdict = await check(good, {}, without)
    expect(verdict.flaws).toMatchObject([
      { code: 'record.tile-missing', facts: { path: 'tile/entries/001' } },
    ])
  })
})

describe('an act', () => {
  const showing = (change: (each: (typeof acts)[number]) => (typeof acts)[number]) =>
    check({ ...good, acts: acts.map(change) })

  test('with other words than its entry commits to is found', async () => {
    const verdict = await showing((each) =>
      each.index === 41 ? { ...actAt(41, 'other words'), salt: each.salt } : each,
    )
    expect(verdict.flaws).toEqual([{ code: 'record.act-differs', facts: { index: 41 }, entry: 41 }])
  })

  test('with another salt, or none, is found', async () => {
    for (const salt of ['00'.repeat(32), '', 'no salt'])
      expect(codes(await showing((each) => (each.index === 5 ? { ...each, salt } : each)))).toEqual([
        'record.act-differs',
      ])
  })

  test('in a form that no log can commit to is found', async () => {
    const broken = { ...actAt(5).act, payload: '\ud800' }
    expect(codes(await showing((each) => (each.index === 5 ? { ...each, act: broken } : each)))).toEqual([
      'record.act-differs',
    ])
  })

  test('of another place is found where it was put', async () => {
    const log = logFiles(room, [leafFor(actAt(0)), leafFor(actAt(1), 7), leafFor(actAt(2))])
    const verdict = await check({ log, acts: actsOf(3), ...anchoredAs(log) })
    expect(verdict.flaws).toContainEqual({ code: 'flaw.misplaced', facts: { index: 1 }, entry: 1 })
  })

  test('answers that are no acts are passed over, and nothing is called compared that was not', async () => {
    const junk = (path: string, bytes: Uint8Array | undefined) =>
      path.includes('/acts?') ? new TextEncoder().encode('{"acts":[null,{"index":"1"},3]}') : bytes
    const verdict = await check(good, {}, junk)
    expect([codes(verdict), verdict.acts]).toEqual([[], { compared: 0, hidden: 600 }])
  })
})

describe('signatures', () => {
  test('of a witness that is missing are named; the rest is checked all the same', async () => {
    const absent = everybody.map(({ by, time }, i) => ({ by, time: i === 1 ? undefined : time }))
    const verdict = await check(recordOf(acts, absent))
    expect(verdict.head?.missing).toEqual([keyText(witness('ru'))])
    expect([codes(verdict), verdict.acts.compared]).toEqual([[], 600])
  })

  test('of another log do not stand in for this one’s', async () => {
    const log = logFiles(
      anchor,
      acts.map((each) => leafFor(each)),
    )
    expect(codes(await check({ ...good, log }))).toEqual(['record.other-log'])
  })

  test('a log that nobody witnesses is checked by its own word', async () => {
    const verdict = await check(recordOf(acts, []))
    expect([codes(verdict), verdict.head?.keys.length, verdict.head?.cosigned]).toEqual([[], 1, []])
  })
})

test('a server that cannot be reached leaves nothing verified', async () => {
  const silent = { ...serving(good), fetch: () => Promise.reject(new Error('no answer')) }
  await expect(checkRoom(silent, asked, () => undefined)).rejects.toThrow('no answer')
})
