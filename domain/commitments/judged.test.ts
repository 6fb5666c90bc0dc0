import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evidence, examine, handOn, holderOf } from './evidence.ts'
import {
  confirmFinding,
  dissentFrom,
  type Finding,
  type FindingKind,
  findingKinds,
  fitsKind,
  mayRelease,
  type ProposeFinding,
  withdrawFinding,
} from './finding.ts'
import { concludeInspection, type Inspection, quotaUsed, replyTo } from './inspection.ts'
import { readObservations } from './observation-table.ts'

const at = '2026-03-01T00:00:00.000Z'
const words = { en: 'So.', ru: 'Так.' }
const by = (member: string) => ({ seat: 'verifier', member })

describe('a finding', () => {
  const proposed: Finding = {
    ...{ kind: 'monitoring', stipulations: [], asOf: '2026-03-01', words, cites: [] },
    ...{ by: by('one'), at, dissents: [], released: [] },
  }
  const table = { isGallery: false, plenary: 'plenary' }
  const gallery = { isGallery: true, plenary: 'plenary' }
  const steps = {
    confirm: (now: Finding) => confirmFinding(now, by('two'), at),
    dissent: (now: Finding) => dissentFrom(now, { by: by('two'), at, words }),
    again: (now: Finding) => dissentFrom(now, { by: by('three'), at, words }),
    withdraw: (now: Finding) => withdrawFinding(now, at),
  }

  it('leaves the room only confirmed and not withdrawn, once to each room, and to the public after the table', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(steps)), { maxLength: 6 }), (order) => {
        const end = order.reduce((now, step) => {
          const next = step(now)
          return next.ok ? next.value : now
        }, proposed)
        const isReady = end.confirmed !== undefined && end.withdrawnAt === undefined
        expect(mayRelease(end, 'plenary', table).ok).toBe(isReady)
        expect(mayRelease(end, 'gallery', gallery).ok).toBe(false)
        const gone = { ...end, released: [{ to: 'plenary', at, object: 'there' }] }
        expect(mayRelease(gone, 'plenary', table).ok).toBe(false)
        expect(mayRelease(gone, 'gallery', gallery).ok).toBe(isReady)
        for (const step of Object.values(steps)) expect(step(gone).ok).toBe(false)
      }),
    )
  })

  it('keeps every dissent, and takes one from each member', () => {
    const once = dissentFrom(proposed, { by: by('two'), at, words })
    if (!once.ok) throw new Error(once.refusal.code)
    expect(dissentFrom(once.value, { by: by('two'), at, words })).toMatchObject({
      refusal: { code: 'finding.dissented-already' },
    })
    const twice = dissentFrom(once.value, { by: by('three'), at, words })
    expect(twice.ok && twice.value.dissents.map((each) => each.by.member)).toEqual(['two', 'three'])
  })

  it('has what its kind needs and nothing of another kind: who and why belongs to investigation alone', () => {
    const own: Readonly<Record<FindingKind, Partial<ProposeFinding>>> = {
      implementation: { level: 2, stipulations: ['s'] },
      monitoring: {},
      verification: { report: 'r', verdict: 'confirmed' },
      investigation: { case: 'c', attribution: words },
    }
    for (const kind of findingKinds) {
      const finding = { ...proposed, kind, ...own[kind] }
      expect(fitsKind(finding).ok).toBe(true)
      for (const other of findingKinds)
        if (other !== kind && Object.keys(own[other]).length > 0)
          expect(fitsKind({ ...finding, ...own[other] }).ok).toBe(false)
    }
  })
})

describe('evidence', () => {
  const lodged: Evidence = {
    file: { file: 'a'.repeat(64), type: 'image/png', bytes: 1 } as unknown as Evidence['file'],
    ...{ words, stipulations: [], of: [], author: by('one'), at, released: [] },
    custody: [{ what: 'lodged', by: by('one'), at }],
  }
  const people = ['one', 'two', 'three']

  it('has one unbroken chain: only who holds it hands it on, and every hand stays in it', () => {
    const hand = fc.record({ from: fc.constantFrom(...people), to: fc.constantFrom(...people) })
    fc.assert(
      fc.property(fc.array(hand, { maxLength: 12 }), (hands) => {
        let now = lodged
        for (const { from, to } of hands) {
          const holder = holderOf(now)
          const next = handOn(now, { what: 'handed', by: by(from), at, to, words })
          expect(next.ok).toBe(from === holder && to !== from)
          if (!next.ok) continue
          expect(next.value.custody.slice(0, -1)).toEqual(now.custody)
          expect(holderOf(next.value)).toBe(to)
          now = next.value
        }
      }),
    )
  })

  it('is examined by its hash, which changes no holder', () => {
    const link = { what: 'examined' as const, by: by('three'), at }
    expect(examine(lodged, 'b'.repeat(64), link).ok).toBe(false)
    const examined = examine(lodged, lodged.file.file, link)
    expect(examined.ok && holderOf(examined.value)).toBe('one')
  })
})

describe('the quota of inspections', () => {
  const asked: Inspection = {
    ...{ stipulations: ['s'], type: 'routine', of: 'us', dueBy: '2026-03-01', words, by: by('one'), at },
    site: { names: [words], latitude: 0, longitude: 0 },
    window: { from: at, to: at },
  }
  const ended = fc.record({
    result: fc.constantFrom(
      'confirmed' as const,
      'discrepancy' as const,
      'inconclusive' as const,
      'denied' as const,
    ),
    year: fc.constantFrom(2025, 2026),
    accept: fc.constantFrom(true, false, undefined),
    of: fc.constantFrom('us', 'ru'),
  })

  it('is used by what took place, in the year in which it ended, of that side: never by a denial', () => {
    fc.assert(
      fc.property(fc.array(ended, { maxLength: 10 }), (all) => {
        const concluded = all.flatMap(({ result, year, accept, of }) => {
          const replied =
            accept === undefined
              ? { ok: true as const, value: { ...asked, of } }
              : replyTo({ ...asked, of }, { accept, words, by: by('two'), at })
          if (!replied.ok) throw new Error('a first reply was refused')
          const when = { from: `${year - 1}-12-31T23:00:00.000Z`, to: `${year}-01-01T01:00:00.000Z` }
          const end = concludeInspection(replied.value, { result, when, words, by: by('three'), at })
          expect(end.ok).toBe(result === 'denied' || accept === true)
          return end.ok ? [end.value] : []
        })
        for (const of of ['us', 'ru'])
          for (const year of [2025, 2026])
            expect(quotaUsed(concluded, 's', of, year)).toBe(
              all.filter(
                (each) => each.of === of && each.year === year && each.accept && each.result !== 'denied',
              ).length,
            )
        expect(quotaUsed(concluded, 'another', 'us', 2026)).toBe(0)
      }),
    )
  })
})

describe('a table of observations', () => {
  const good: Readonly<Record<string, string>> = {
    ...{ from: '2026-01-02T10:00:00Z', to: '2026-01-02T10:05:00Z', latitude: '48.5', longitude: '-37.5' },
    ...{ controls: 'us', means: 'seen', assessed: 'no', place_en: 'Mill', place_ru: 'Мельница' },
    ...{ what_en: 'Smoke', what_ru: 'Дым', count_least: '1', count_most: '2', stipulations: 'a b' },
  }
  const columns = Object.keys(good)
  const read = (lines: readonly (readonly string[])[], head: readonly string[] = columns) =>
    readObservations(
      [head, ...lines].map((cells, i) => ({ line: i + 1, cells })),
      ['en', 'ru'],
    )

  it('reads the same whatever the order of its columns', () => {
    const straight = read([Object.values(good)])
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: columns.length }), (order) => {
        expect(read([order.map((name) => good[name] ?? '')], order)).toEqual(straight)
      }),
      { numRuns: 30 },
    )
    expect(straight).toMatchObject({
      value: { refused: [], observations: [{ line: 2, observation: { stipulations: ['a', 'b'] } }] },
    })
  })

  const wrong = [
    ...[['from', '2026-01-02 10:00'] as const, ['to', 'yesterday'] as const, ['latitude', '90.1'] as const],
    ...[['longitude', ''] as const, ['means', 'smelt'] as const, ['assessed', 'maybe'] as const],
    ...[['place_ru', ' '] as const, ['what_en', ''] as const, ['controls', ''] as const],
    ...[['count_most', 'many'] as const, ['count_least', '-1'] as const],
  ]

  it('tells of every row that is wrong its line, column and cell, and takes all others', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...wrong)), { maxLength: 8 }), (flaws) => {
        const lines = flaws.map((flaw) =>
          columns.map((name) => (flaw?.[0] === name ? flaw[1] : (good[name] ?? ''))),
        )
        const found = read(lines)
        if (!found.ok) throw new Error(found.refusal.code)
        expect(found.value.observations.map(({ line }) => line)).toEqual(
          flaws.flatMap((flaw, i) => (flaw ? [] : [i + 2])),
        )
        expect(
          found.value.refused.map(({ line, refusal: { facts } }) => [line, facts?.column, facts?.cell]),
        ).toEqual(flaws.flatMap((flaw, i) => (flaw ? [[i + 2, flaw[0], flaw[1].trim()]] : [])))
      }),
    )
  })

  it('never throws, and loses no row, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { maxLength: 16 }), { maxLength: 6 }),
        fc.boolean(),
        (lines, headed) => {
          const found = headed
            ? read(lines)
            : readObservations(
                lines.map((cells, i) => ({ line: i, cells })),
                ['en'],
              )
          if (found.ok)
            expect(found.value.observations.length + found.value.refused.length).toBe(
              headed ? lines.length : lines.length - 1,
            )
          else expect(found.refusal.code).toMatch(/^observations\./)
        },
      ),
    )
  })
})
