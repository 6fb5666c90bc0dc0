import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../contract/csv.ts'
import { rangeOf, weightedMedian, weightOf } from './figures.ts'
import { checkMap, type Stakeholder, type StakeholderMap, stakeholderKinds } from './map.ts'
import { type Row, readTable, tableOf } from './table.ts'

const named = (key: string) => ({ en: key, ru: key })
const known = {
  agenda: ['hours', 'ships'].map((key) => ({ key, title: named(key) })),
  parties: ['us', 'ru'].map((key) => ({ key, name: named(key), short: named(key), hue: 'a' as const })),
  languages: ['en', 'ru'],
}
const stand = (position: number, influence = 100, salience = 100, issue = 'hours') => ({
  ...{ issue, position, influence, salience },
})

describe('the weighted median of an issue', () => {
  it.each([
    ['of one is where they stand', [stand(30)], 30],
    ['goes where the weight is', [stand(10, 90), stand(80, 40), stand(90, 40)], 10],
    ['of salience as of influence', [stand(10, 50, 10), stand(60, 50, 60), stand(90, 50, 30)], 60],
    ['of two alike is the middle', [stand(20), stand(60)], 40],
    ['does not count who has no weight', [stand(20), stand(90, 0), stand(95, 100, 0)], 20],
    ['is none where nobody has any', [stand(20, 0)], null],
  ])('%s', (_, stands, median) => {
    expect(weightedMedian(stands)).toBe(median)
  })

  const stands = fc.array(
    fc.record({
      position: fc.integer({ min: 0, max: 100 }),
      influence: fc.integer({ min: 0, max: 100 }),
      salience: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 12 },
  )

  it('has no more than half of the weight on either side, and lies in the range', () => {
    fc.assert(
      fc.property(stands, (all) => {
        const median = weightedMedian(all)
        const sum = (which: (position: number) => boolean) =>
          all.filter(({ position }) => which(position)).reduce((weight, each) => weight + weightOf(each), 0)
        if (median === null) {
          expect(sum(() => true)).toBe(0)
          return
        }
        expect(sum((position) => position < median)).toBeLessThanOrEqual(sum(() => true) / 2)
        expect(sum((position) => position > median)).toBeLessThanOrEqual(sum(() => true) / 2)
        const range = rangeOf(all)
        expect(median).toBeGreaterThanOrEqual(range?.low ?? 101)
        expect(median).toBeLessThanOrEqual(range?.high ?? -1)
      }),
    )
  })

  it('beats every other position in a vote by weight, where everybody prefers what is nearer (Black 1948)', () => {
    fc.assert(
      fc.property(stands, fc.integer({ min: 0, max: 100 }), (all, rival) => {
        const median = weightedMedian(all)
        if (median === null) return
        const votes = (one: number, other: number) =>
          all
            .filter(({ position }) => Math.abs(position - one) < Math.abs(position - other))
            .reduce((weight, each) => weight + weightOf(each), 0)
        expect(votes(median, rival)).toBeGreaterThanOrEqual(votes(rival, median))
      }),
    )
  })

  it('does not depend on the order in which they are written', () => {
    fc.assert(
      fc.property(stands, (all) => {
        expect(weightedMedian(all.toReversed())).toBe(weightedMedian(all))
      }),
    )
  })
})

describe('a map', () => {
  const one = (more: Partial<Stakeholder> = {}): StakeholderMap => ({
    ends: [],
    stakeholders: [{ id: 'a', name: { en: 'A' }, kind: 'ally', behind: 'us', stands: [stand(10)], ...more }],
  })
  const code = (map: StakeholderMap) => {
    const checked = checkMap(map, known)
    return checked.ok ? 'done' : checked.refusal.code
  }

  it.each([
    ['is taken', one(), 'done'],
    [
      'on an issue that is not on the agenda',
      one({ stands: [stand(1, 1, 1, 'x')] }),
      'stakeholders.issue-unknown',
    ],
    ['behind nobody at the table', one({ behind: 'x' }), 'stakeholders.party-unknown'],
    ['in another language', one({ name: { de: 'A' } }), 'wording.language'],
    ['without a name', one({ name: {} }), 'stakeholders.nameless'],
    ['with two stands on one issue', one({ stands: [stand(1), stand(2)] }), 'stakeholders.twice'],
    ['with a figure above a hundred', one({ stands: [stand(101)] }), 'stakeholders.figure'],
    ['with half a figure', one({ stands: [stand(0.5)] }), 'stakeholders.figure'],
  ])('%s', (_, map, answer) => {
    expect(code(map)).toBe(answer)
  })
})

const rowsOf = (csv: string): readonly Row[] => {
  const rows = readRecords('', csv, 1_000_000)
  if (!rows.ok) throw new Error(rows.refusal.code)
  return rows.value
}

describe('the table of a map', () => {
  const figure = fc.integer({ min: 0, max: 100 })
  const words = fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'aбв ,;"=+-@\'1') })
    .map((each) => each.trim())
    .filter((each) => each !== '' && !/^'/.test(each))
  const stakeholder = fc.record({
    name: fc.record({ en: words, ru: words }),
    kind: fc.constantFrom(...stakeholderKinds),
    behind: fc.constantFrom('us', 'ru', null),
    stands: fc
      .subarray(['hours', 'ships'])
      .chain((issues) =>
        fc.tuple(
          ...issues.map((issue) =>
            fc.record({ issue: fc.constant(issue), position: figure, influence: figure, salience: figure }),
          ),
        ),
      ),
  })
  const maps = fc
    .uniqueArray(stakeholder, { selector: ({ name }) => `${name.en}|${name.ru}`, maxLength: 6 })
    .map(
      (all): StakeholderMap => ({ ends: [], stakeholders: all.map((each, i) => ({ id: `s${i}`, ...each })) }),
    )

  it('read back is the same map', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const read = readTable(rowsOf(tableOf(map, known.languages)), known, map, () => 'fresh')
        expect(read).toEqual({ ok: true, value: map.stakeholders })
      }),
    )
  })

  const refusal = (...lines: readonly string[]) => {
    const rows = lines.map((line, i) => ({ line: i + 1, cells: line.split(',') }))
    const read = readTable(rows, known, { ends: [], stakeholders: [] }, () => 'fresh')
    return read.ok ? read.value.length : read.refusal
  }
  const head = 'kind,name en,behind,issue,position,influence,salience,remark'

  it('takes its columns in any order, with others beside them, and in one language alone', () => {
    expect(
      refusal(head, 'ally,A,us,hours,1,2,3,x', 'ally,A,us,ships,1,2,3,', ',,,,,,,', 'spoiler,B,,,,,,'),
    ).toBe(2)
  })

  it.each([
    [['kind,name en'], { code: 'stakeholders.column', facts: { column: 'behind' } }],
    [
      [head, 'foe,A,us,hours,1,2,3'],
      { code: 'stakeholders.cell', facts: { line: 2, column: 'kind', found: 'foe' } },
    ],
    [
      [head, 'ally,A,fr,hours,1,2,3'],
      { code: 'stakeholders.cell', facts: { line: 2, column: 'behind', found: 'fr' } },
    ],
    [
      [head, 'ally,A,us,tea,1,2,3'],
      { code: 'stakeholders.cell', facts: { line: 2, column: 'issue', found: 'tea' } },
    ],
    [
      [head, 'ally,A,us,hours,1,101,3'],
      { code: 'stakeholders.cell', facts: { line: 2, column: 'influence', found: '101' } },
    ],
    [
      [head, 'ally,A,us,hours,1,2,3', 'ally,A,us,hours,1,2,3'],
      { code: 'stakeholders.row-twice', facts: { line: 3 } },
    ],
  ])('%j is refused with its place', (lines, expected) => {
    expect(refusal(...lines)).toEqual(expected)
  })
})
