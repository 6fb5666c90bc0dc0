import { describe, expect, test } from 'vitest'
import { anchorLeaf } from '#domain/record/anchor.ts'
import { fromHex, toUtf8 } from '#domain/record/bytes.ts'
import { verifierKey } from '#domain/record/key.ts'
import { originOf } from '#domain/record/origin.ts'
import { sha256, signer } from '#domain/record/testing/platform.ts'
import type { Asked } from './check.ts'
import { goneWitnesses, gradeOf } from './grade.ts'
import type { RememberedHead } from './memory.ts'
import { headsToKeep } from './remembered.ts'
import { check, codes, flipping, keyText } from './testing/checking.ts'
import {
  actAt,
  actsOf,
  anchor,
  anchoredAs,
  at,
  everybody,
  type LogFiles,
  leafFor,
  logFiles,
  logKey,
  noteOf,
  policyOf,
  receiptFor,
  recordOf,
  room,
  type Served,
  witness,
  witnesses,
} from './testing/served.ts'

const acts = actsOf(600)
const good = recordOf(acts)
const other = recordOf(actsOf(600, 'forged'))

const remembering = (log: LogFiles): RememberedHead => ({
  policyFile: policyOf(log),
  note: noteOf(log),
  at,
})

/** Somebody else who signs in the name of the room's log. */
const stranger = {
  ...signer('another', 'note'),
  key: verifierKey(originOf(room), 'note', signer('another', 'note').key.publicKey, sha256),
}

describe('the memory of this browser', () => {
  const earlier = recordOf(acts.slice(0, 300))

  test('finds that the log continues what was verified before', async () => {
    for (const older of [earlier, good]) {
      const verdict = await check(good, { remembered: { [room]: remembering(older.log) } })
      expect(verdict.head?.recalled).toMatchObject({ size: older.log.size, at, flaws: [] })
      expect(codes(verdict)).toEqual([])
    }
  })

  test('finds a log that has become shorter, or empty', async () => {
    const remembered = { [room]: remembering(good.log) }
    expect((await check(earlier, { remembered })).flaws).toContainEqual(
      expect.objectContaining({ code: 'record.history-shorter', facts: { from: 600, to: 300 } }),
    )
    const nothing = { ...good, log: { ...good.log, files: new Map() } }
    expect(codes(await check(nothing, { remembered }))).toEqual(['record.history-shorter'])
  })

  test('finds a history that was changed, also when every entry fits the new head', async () => {
    const remembered = { [room]: remembering(earlier.log) }
    expect(codes(await check(other, { remembered }))).toEqual(['record.history-forged'])
    const same = { [room]: remembering(good.log) }
    expect(codes(await check(other, { remembered: same }))).toEqual(['record.history-forged'])
  })

  test('finds the same of the anchor log', async () => {
    const longer = logFiles(
      anchor,
      Array.from({ length: 9 }, (_, i) => `leaf ${i}`),
    )
    const verdict = await check(good, { remembered: { [anchor]: remembering(longer) } })
    expect([verdict.flaws, verdict.anchorFlaws.map(({ code }) => code)]).toEqual([
      [],
      ['record.history-shorter'],
    ])
    const before = await check(good, { remembered: { [anchor]: remembering(good.anchor) } })
    expect([codes(before), before.anchor?.recalled?.size]).toEqual([[], 7])
  })

  test('a new key of the log itself is a flaw, a new witness is only pointed out', async () => {
    const leaves = acts.map((each) => leafFor(each))
    const log = logFiles(room, leaves, everybody, stranger)
    const remembered = { [room]: remembering(earlier.log) }
    expect(codes(await check({ ...good, log }, { remembered }))).toEqual(['flaw.log-key'])

    const replaced = [...everybody.slice(0, 2), { by: witness('another'), time: 1_800_000_000 }]
    const verdict = await check(recordOf(acts, replaced), { remembered })
    expect(codes(verdict)).toEqual([])
    expect(verdict.head?.recalled).toMatchObject({
      newKeys: [keyText(witness('another'))],
      goneKeys: [keyText(witness('mediator'))],
    })
  })

  test('that cannot be read, or is of another log, is no memory', async () => {
    const remembered = { [room]: { policyFile: 'x', note: 'y', at } }
    const verdict = await check(good, { remembered })
    expect([verdict.head?.recalled, codes(verdict)]).toEqual([null, []])
    const another = await check(good, { remembered: { [room]: remembering(good.anchor) } })
    expect([another.head?.recalled, codes(another)]).toEqual([null, []])
  })
})

describe('the anchoring', () => {
  test('of another head than the room’s is found', async () => {
    const salt = good.anchorings[0]?.salt ?? ''
    const lie = { ...good.anchorings[0], size: 599, salt } as (typeof good.anchorings)[number]
    expect((await check({ ...good, anchorings: [lie] })).anchorFlaws).toMatchObject([
      { code: 'record.anchor-differs' },
    ])
  })

  test('of a history that the room’s log does not continue is found', async () => {
    const verdict = await check({ ...good, ...anchoredAs(recordOf(actsOf(300, 'forged')).log) })
    expect(verdict.anchorFlaws).toMatchObject([{ code: 'record.history-forged' }])
    expect(verdict.anchored).toBeNull()
  })

  test('that is not in the anchor log is found', async () => {
    const touch = flipping(`/log/${anchor}/tile/0/000.p/7`, 32 * 2)
    expect((await check(good, {}, touch)).anchorFlaws).toMatchObject([{ code: 'record.inclusion-broken' }])
  })

  test('of an earlier head counts, one ahead of the head does not, and none is none', async () => {
    const earlier = recordOf(acts.slice(0, 300))
    expect((await check({ ...good, ...anchoredAs(earlier.log) })).anchored).toMatchObject({ size: 300 })
    const ahead = anchoredAs(good.log).anchorings.map((each) => ({ ...each, index: 4 }))
    const both = anchoredAs(earlier.log)
    const verdict = await check({ ...earlier, ...both, anchorings: [...both.anchorings, ...ahead] })
    expect([verdict.anchored, codes(verdict)]).toMatchObject([{ index: 3, size: 300 }, []])
  })

  test('that is not shown, though a head is signed, is a flaw', async () => {
    const none = await check({ ...good, anchorings: [] })
    expect([none.anchored, codes(none)]).toEqual([null, ['flaw.not-anchored']])
    const unsigned = { ...good, anchor: { ...good.anchor, files: new Map() } }
    expect(codes(await check(unsigned))).toEqual(['flaw.not-anchored'])
    const empty = recordOf([])
    expect(codes(await check({ ...empty, anchorings: [] }))).toEqual([])
  })

  test('is looked for among the first ones when the newest are all ahead', async () => {
    const earlier = recordOf(acts.slice(0, 300))
    const salt = good.anchorings[0]?.salt ?? ''
    const leaves = Array.from({ length: 700 }, (_, i) =>
      anchorLeaf((i === 3 ? earlier : good).log.text, at, fromHex(salt) ?? new Uint8Array(), sha256),
    )
    const [first, late] = [anchoredAs(earlier.log), anchoredAs(good.log)]
    const anchorings = [...first.anchorings, ...late.anchorings.map((each) => ({ ...each, index: 600 }))]
    const verdict = await check({ ...earlier, anchor: logFiles(anchor, leaves), anchorings })
    expect([verdict.anchored, codes(verdict)]).toMatchObject([{ index: 3, size: 300 }, []])
  })
})

describe('the anchor log', () => {
  const without = (path: string, bytes: Uint8Array | undefined) =>
    path === '/api/processes/p/record' ? toUtf8('{}') : bytes
  const empty = { ...good, log: { ...good.log, files: new Map() } }

  test('that is left out of the index is missed once it is known, or once the room’s head is signed', async () => {
    expect(codes(await check(empty, { anchor }, without))).toEqual(['flaw.anchor-gone'])
    expect(codes(await check(good, {}, without))).toEqual(['flaw.anchor-gone'])
    expect(codes(await check(empty, {}, without))).toEqual([])
  })

  test('that is another one than before is a flaw, and is not remembered', async () => {
    const verdict = await check(good, { anchor: room })
    expect(codes(verdict)).toEqual(['flaw.anchor-other'])
    expect(Object.keys(headsToKeep(verdict))).toEqual(['room'])
    expect(codes(await check(good, { anchor }))).toEqual([])
  })
})

describe('the keys of a log', () => {
  const remembered = { [room]: remembering(good.log) }

  test('that signs with another key than the one remembered are no cover for it when the policy names both', async () => {
    const log = logFiles(
      room,
      acts.map((each) => leafFor(each)),
      everybody,
      stranger,
    )
    const policy = `log ${keyText(logKey(room))}\n${policyOf(log)}`
    const files = new Map(log.files).set('policy', toUtf8(policy))
    const verdict = await check({ ...good, log: { ...log, files } }, { remembered })
    expect(codes(verdict)).toEqual(['flaw.log-keys'])
    expect(headsToKeep(verdict).room).toBeUndefined()
  })

  test('are remembered until the reader confirms others, however often the log is checked', async () => {
    let mind: Record<string, RememberedHead> = { [room]: remembering(recordOf(acts.slice(0, 300)).log) }
    for (const _ of [1, 2]) {
      const verdict = await check(recordOf(acts, []), { remembered: mind })
      expect([codes(verdict), gradeOf(verdict), goneWitnesses(verdict)]).toEqual([
        [],
        'fewer',
        witnesses.map(keyText),
      ])
      const { room: kept } = headsToKeep(verdict)
      expect([kept?.policyFile, kept?.note]).toEqual([policyOf(good.log), verdict.head?.note])
      mind = { [room]: { policyFile: kept?.policyFile ?? '', note: kept?.note ?? '', at } }
    }
    const confirmed = remembering(recordOf(acts, []).log)
    const verdict = await check(recordOf(acts, []), { remembered: { [room]: confirmed } })
    expect([gradeOf(verdict), goneWitnesses(verdict)]).toEqual(['alone', []])
  })
})

describe('what a verdict says first', () => {
  const absent = everybody.map(({ by, time }, i) => ({ by, time: i === 1 ? undefined : time }))
  const nobody = everybody.map(({ by }) => ({ by, time: undefined }))
  const gradeFor = async (record: Served, more?: Partial<Asked>) => gradeOf(await check(record, more))

  test('is that all is in order only when every witness signed both logs', async () => {
    expect(await gradeFor(good)).toBe('good')
    expect(await gradeFor(recordOf(acts, absent))).toBe('partly')
    expect(await gradeFor({ ...good, ...anchoredAs(good.log, absent) })).toBe('partly-anchor')
    for (const none of [nobody, []]) expect(await gradeFor(recordOf(acts, none))).toBe('alone')
  })

  test('is a witness known before that is gone, of the room’s log or of the anchor’s', async () => {
    const fewer = everybody.slice(0, 2)
    expect(await gradeFor(recordOf(acts, fewer), { remembered: { [room]: remembering(good.log) } })).toBe(
      'fewer',
    )
    const remembered = { [anchor]: remembering(good.anchor) }
    expect(await gradeFor({ ...good, ...anchoredAs(good.log, fewer) }, { remembered })).toBe('fewer')
  })

  test('is what is wrong before anything else', async () => {
    const remembered = { [room]: remembering(good.log) }
    expect(await gradeFor({ ...recordOf(acts, []), anchorings: [] }, { remembered })).toBe('bad')
  })
})

describe('a receipt kept in this browser', () => {
  const judge = (record: Served, ...receipts: string[]) => check(record, { receipts })

  test('for an act that is not at its place convicts the log', async () => {
    const verdict = await judge(good, receiptFor(actAt(5, 'what was really said')))
    expect(verdict.flaws).toEqual([{ code: 'flaw.promise-replaced', facts: { index: 5 }, entry: 5 }])
  })

  test('for an act that is missing though its time is up convicts the log', async () => {
    const late = receiptFor(actAt(900), 900, undefined, Date.parse(at) / 1000 - 601)
    expect(codes(await judge(good, late))).toEqual(['flaw.promise-omitted'])
    const early = await judge(good, receiptFor(actAt(900)))
    expect([codes(early), early.receipts]).toEqual([[], { kept: 0, pending: 1 }])
  })

  test('that this log did not sign is pointed out', async () => {
    const foreign = receiptFor(actAt(5), 5, stranger)
    expect(codes(await judge(good, foreign, 'no receipt'))).toEqual([
      'flaw.promise-foreign',
      'flaw.promise-foreign',
    ])
  })

  test('is judged by the last head that all vouched for while a witness is missing', async () => {
    const absent = everybody.map(({ by, time }, i) => ({ by, time: i === 1 ? undefined : time }))
    const record = recordOf(acts, absent)
    const receipts = [receiptFor(actAt(5)), receiptFor(actAt(450))]
    expect((await judge(record, ...receipts)).receipts).toEqual({ kept: 0, pending: 2 })
    const vouched = noteOf(recordOf(acts.slice(0, 300)).log)
    const verdict = await judge({ ...record, vouched }, ...receipts)
    expect([codes(verdict), verdict.receipts]).toEqual([[], { kept: 1, pending: 1 }])
    const forged = noteOf(recordOf(actsOf(300, 'forged')).log)
    expect(codes(await judge({ ...record, vouched: forged }, ...receipts))).toEqual(['record.history-forged'])
  })
})
