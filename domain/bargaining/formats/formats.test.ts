import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Agenda, optionsOf } from '../agenda.ts'
import { mendMarkup, startTags } from './genius/repair.ts'
import type { Place } from './misread.ts'
import { called, inFileOrder, stemOf, uniqueIds } from './names.ts'
import { bare, ordered, writeJson, writeYaml } from './notation.ts'
import type { Placed } from './placed.ts'
import { readConstraints } from './rules.ts'
import { readTable } from './table.ts'

const at: Place = { file: 'f', line: 1, column: 1 }

/** A tree of plain values, everything at one place. */
const placed = (value: unknown): Placed => {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(placed), at }
  if (typeof value === 'object' && value !== null)
    return { kind: 'keyed', entries: Object.entries(value).map(([key, each]) => [key, placed(each)]), at }
  return { kind: 'leaf', text: String(value), quoted: typeof value === 'string', at }
}

const table = (text: string) =>
  readTable(
    text
      .split('\n')
      .map((line, i) =>
        line
          .split('|')
          .map((words, j) => ({ text: words.trim(), at: { file: 'f.csv', line: i + 1, column: j + 1 } })),
      ),
    'f.csv',
  )
const read = (text: string) => {
  const found = table(text)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}
const refusal = (text: string) => {
  const found = table(text)
  return found.ok
    ? 'read'
    : `${found.refusal.facts?.line}:${found.refusal.facts?.column} ${found.refusal.code}`
}

describe('names', () => {
  it('that repeat become different ids, whatever else there is', () => {
    expect(uniqueIds(['a', 'a', 'a (2)', 'a', ''])).toEqual(['a', 'a (3)', 'a (2)', 'a (4)', '?'])
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a (2)', 'a (3)', '', '?', ' ')), (names) => {
        const ids = uniqueIds(names)
        expect(new Set(ids).size).toBe(names.length)
        names.forEach((name, i) => {
          if (names.indexOf(name) === i && name.trim() !== '') expect(ids[i]).toBe(name)
        })
      }),
    )
  })

  it('of files are in the order of counting, and lose folder and ending', () => {
    const names = ['u10.xml', 'u2.xml', 'u1.xml', 'a.xml', 'u1b.xml']
    expect([...names].sort(inFileOrder)).toEqual(['a.xml', 'u1.xml', 'u1b.xml', 'u2.xml', 'u10.xml'])
    expect(stemOf('/x/y.z/Laptop-A.prof1.xml')).toBe('Laptop-A.prof1')
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '1', '0', '2') }), { maxLength: 6 }),
        (words) => {
          const once = [...words].sort(inFileOrder)
          expect([...words].reverse().sort(inFileOrder)).toEqual(once)
        },
      ),
    )
  })
})

describe('a figure', () => {
  it.each([
    ['1.50', '1.50'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['+7', '7'],
    ['5.', '5'],
    ['007', '7'],
    ['0', '0'],
    ['0.0', '0.0'],
    ['1e3', '1.0e+3'],
    ['1.5E-7', '1.5e-7'],
    [0.1, '0.1'],
  ])('%s is written %s, a number in JSON and YAML', (given, written) => {
    expect(bare(given).bare).toBe(written)
    expect(JSON.parse(written)).toBe(Number(given))
  })

  it('and keys stay as they are and in their order', () => {
    const value = ordered([
      ['b', bare('0.12345678901234567890')],
      ['10', ['x: y', []]],
      ['1', {}],
    ])
    expect(writeJson(value)).toBe(
      '{\n  "b": 0.12345678901234567890,\n  "10": [\n    "x: y",\n    []\n  ],\n  "1": {}\n}\n',
    )
    expect(writeYaml(value)).toBe('"b": 0.12345678901234567890\n"10":\n  - "x: y"\n  - []\n"1": {}\n')
  })
})

describe('mending a file', () => {
  it('changes nothing in a sound one, and no line in any', () => {
    const sound = '<a b="&amp;" c=\'x "y"\'><!-- & --><![CDATA[ & ]]><d e="1"/></a>'
    expect(mendMarkup(sound).text).toBe(sound)
    expect(mendMarkup('<a b="c"x<?xml ?>>').text).toBe('<a b="c" x        >')
    const piece = fc.constantFrom(
      '<a',
      '>',
      ' b="c"',
      'd="e"',
      '&',
      '&amp;',
      '\n',
      '<!--',
      '-->',
      '<?xml ?>',
      'x',
      '"',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const mended = mendMarkup(text)
        expect(mended.text.split('\n').length).toBe(text.split('\n').length)
        expect(mendMarkup(mended.text).text).toBe(mended.text)
        text.split('\n').forEach((line, i) => {
          expect(mended.column(i + 1, 1)).toBe(1)
          expect(mended.column(i + 1, 1000)).toBeLessThanOrEqual(line.length + 1)
        })
      }),
    )
  })

  it('blanks the declaration, escapes a raw & and parts attributes, and knows where things were', () => {
    const text = '\n<?xml version="1.0"?><a b="R&D"c="&lt;&#65;"/>'
    const mended = mendMarkup(text)
    expect(mended.text).toBe('\n                     <a b="R&amp;D" c="&lt;&#65;"/>')
    expect(mended.column(2, (mended.text.split('\n')[1]?.indexOf('c=') ?? 0) + 1)).toBe(text.indexOf('c='))
    expect(startTags('<a><!-- <b> --><c d="<"/></a>')).toEqual([0])
    expect(startTags('<a><!-- <b> --><c d=">"/></a>')).toEqual([0, 15])
  })
})

describe('a table', () => {
  it('is read as people write it', () => {
    const case_ = read(
      'Issue|Option|US|RF\nZone|10 km|40|red line\n|20 km|30..50|10 red line\n|(weight)|2|\n\nMonths|(1..12)|0 by 0.5|1 by -0.1 within 0..1\n(Reservation)||20|1/3\n(case)|Withdrawal',
    )
    expect(case_.name).toBe('Withdrawal')
    expect(case_.agenda.issues.map(optionsOf)).toEqual([
      ['10 km', '20 km'],
      Array.from({ length: 12 }, (_, i) => `${i + 1}`),
    ])
    const [us, rf] = case_.worths
    expect(us).toMatchObject({
      party: 'US',
      issues: {
        Zone: { weight: '2', options: { '10 km': '40', '20 km': { least: '30', most: '50' } } },
        Months: { weight: '1', slope: { offset: '0', slope: '0.5' } },
      },
      reservation: '20',
      redLines: [],
    })
    expect(rf).toMatchObject({
      issues: { Zone: { weight: '1', options: { '20 km': '10' } }, Months: { slope: { within: true } } },
      reservation: '1/3',
      redLines: [
        { issue: 'Zone', option: '10 km' },
        { issue: 'Zone', option: '20 km' },
      ],
    })
  })

  it('is read in Russian', () => {
    const case_ = read(
      'Вопрос|Вариант|США\nЗона|10 км|красная линия\n|(вес)|3\n(резервная ценность)||5\n(по максимуму)||да',
    )
    expect(case_.worths[0]).toMatchObject({
      reservation: '5',
      normalised: 'by-maximum',
      redLines: [{ issue: 'Зона', option: '10 км' }],
    })
  })

  it('is refused at the cell that is wrong', () => {
    expect(refusal('a|b')).toBe('1:1 bargaining.file-missing')
    expect(refusal('issue|option|US|US\nA|x|1|2')).toBe('1:4 bargaining.file-twice')
    expect(refusal('issue|option|US\nA|x|0,5')).toBe('2:3 bargaining.file-figure')
    expect(refusal('issue|option|US\nA|x|1\nA|x|2')).toBe('3:2 bargaining.file-twice')
    expect(refusal('issue|option|US\nA|x|1|2')).toBe('2:4 bargaining.file-missing')
    expect(refusal('issue|option|US\n|x|1')).toBe('2:1 bargaining.file-missing')
    expect(refusal('issue|option|US\nA|(1..3)|a lot')).toBe('2:3 bargaining.file-figure')
    expect(refusal('issue|option|US\nA|(1..3)|\nA|4|1')).toBe('3:2 bargaining.file-unknown')
    expect(refusal('issue|option|US\nA|(weight)|1')).toBe('1:1 bargaining.file-missing')
    expect(refusal('issue|option|US\n(by maximum)||perhaps\nA|x|1')).toBe('2:3 bargaining.file-unknown')
    expect(refusal('issue|option|US')).toBe('1:1 bargaining.file-missing')
  })
})

const agenda: Agenda = {
  baskets: [],
  issues: ['A', 'B', 'C'].map((id) => ({
    id,
    name: id === 'A' ? { en: 'Ceasefire', ru: 'Прекращение огня' } : called(id),
    options: ['x', 'y', 'z'].map((option) => ({ id: option, name: called(option) })),
  })),
  constraints: [],
}
const rules = (value: unknown) => readConstraints(placed(value), agenda)

describe('constraints', () => {
  it('are what cannot go together', () => {
    const found = rules([
      { if: { A: 'x' }, not: { B: ['x', 'y'] }, name: { en: 'No', ru: 'Нет' } },
      // biome-ignore lint/suspicious/noThenProperty: the word of the file.
      { if: { Ceasefire: 'x' }, then: { B: 'x', C: ['x', 'y'] } },
      { never: { 'Прекращение огня': 'z' } },
    ])
    expect(found.ok && found.value).toEqual([
      { name: { en: 'No', ru: 'Нет' }, never: { A: ['x'], B: ['x', 'y'] } },
      { never: { A: ['x'], B: ['y', 'z'] } },
      { never: { A: ['x'], C: ['z'] } },
      { never: { A: ['z'] } },
    ])
  })

  it('hold for exactly the packages that the words allow', () => {
    const options = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 })
    const part = fc
      .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), options), {
        minLength: 1,
        selector: ([id]) => id,
      })
      .map((entries) => Object.fromEntries(entries) as Record<string, readonly string[]>)
    const all = ['x', 'y', 'z'].flatMap((A) =>
      ['x', 'y', 'z'].flatMap((B) => ['x', 'y', 'z'].map((C) => ({ A, B, C }) as Record<string, string>)),
    )
    const meets = (
      chosen: Record<string, string>,
      when: Readonly<Record<string, readonly string[]>>,
    ): boolean => Object.entries(when).every(([id, ids]) => ids.includes(chosen[id] ?? ''))
    fc.assert(
      fc.property(part, part, part, (when, not, then) => {
        const found = rules([{ if: when, not, then }])
        if (!found.ok) throw new Error(found.refusal.code)
        for (const chosen of all) {
          const isAllowed = !meets(chosen, when) || (!meets(chosen, not) && meets(chosen, then))
          expect(!found.value.some(({ never }) => meets(chosen, never))).toBe(isAllowed)
        }
      }),
    )
  })

  it.each([
    [{ never: { A: 'x' } }, 'bargaining.file-missing'],
    [[{ if: { D: 'x' }, not: { A: 'x' } }], 'bargaining.file-unknown'],
    [[{ if: { A: 'q' }, not: { B: 'x' } }], 'bargaining.file-unknown'],
    [[{ if: { A: 'x' } }], 'bargaining.file-missing'],
    [[{ if: { A: 'x' }, never: { B: 'x' } }], 'bargaining.file-unsupported'],
    [[{ if: { A: [] }, not: { B: 'x' } }], 'bargaining.file-missing'],
    [[{ unless: { A: 'x' } }], 'bargaining.file-unsupported'],
  ])('%j are refused: %s', (value, code) => {
    const found = rules(value)
    expect(!found.ok && found.refusal).toMatchObject({ code, facts: { line: 1, column: 1 } })
  })
})
