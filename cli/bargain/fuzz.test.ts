/** Whatever is done to a file, reading it ends with a case or with file, line and column. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { called as named } from '#domain/bargaining/formats/names.ts'
import { noWorth } from '#domain/bargaining/worth.ts'
import { BadUsage } from '../command.ts'
import { called } from '../testing/called.ts'
import { writeOwn } from './own.ts'
import { readCase, readConstraintsFile } from './reading.ts'

const root = mkdtempSync(join(tmpdir(), 'parley-fuzz-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ranged: BargainingCase = {
  name: 'Withdrawal & "zone"',
  agenda: {
    baskets: [],
    constraints: [],
    issues: [
      {
        id: 'Зона',
        name: named('Зона'),
        options: ['10 km', '20 km', 'a & b'].map((id) => ({ id, name: named(id) })),
      },
      { id: 'Months', name: named('Months'), options: [], range: { from: 1, to: 12 } },
    ],
  },
  worths: ['US', 'RF'].map((party) => ({
    ...noWorth(party),
    issues: {
      Зона: { weight: '0.6', options: { '10 km': '0.25', '20 km': '1', 'a & b': '0' } },
      Months: { weight: '0.4', slope: { offset: '0', slope: '0.05', within: true } },
    },
    normalised: 'by-maximum',
    ceiling: '1',
    discount: '0.9',
  })),
}
const linked: BargainingCase = {
  ...ranged,
  agenda: { ...ranged.agenda, issues: ranged.agenda.issues.slice(1) },
  worths: [
    { ...noWorth('US'), interdependence: [{ together: { Months: ['1', '2'] }, worth: '1/3' }], ceiling: '1' },
  ],
}

/** One change to a file: characters cut out, doubled, or put in. */
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.nat(3), fc.nat(60)),
    put: fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      "'",
      '&',
      '&x;',
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '\n',
      '-',
      '*a',
      '&a ',
      '1e999',
      'NaN',
      '..',
      '(',
      ')',
      '/',
      '\u0000',
      '\ufeff',
      'item',
      '<!--',
      ']]>',
      '<?xml ',
      '!!',
      '-.inf',
      '  ',
      '\t',
      'я',
    ),
  }),
  { minLength: 1, maxLength: 4 },
)
type Changes = ReturnType<typeof changes.generate>['value']

const changed = (text: string, all: Changes): string =>
  all.reduce((left, { at, cut, put }) => {
    const from = Math.floor(at * left.length)
    return left.slice(0, from) + put + left.slice(from + cut)
  }, text)

const place = /^\/[^:]+:[1-9]\d*:[1-9]\d*: \S/

const settles = async (reading: Promise<unknown>): Promise<void> => {
  try {
    await reading
  } catch (error) {
    expect(error).toBeInstanceOf(BadUsage)
    const { message } = error as Error
    expect(message).toMatch(place)
    expect(message).not.toMatch(/undefined|\[object/)
  }
}

const forms = ['genius', 'geniusweb', 'negmas', 'negmas-json', 'csv', 'json', 'rectangles'] as const

describe('a changed file', () => {
  beforeAll(async () => {
    writeFileSync(join(root, 'in.json'), writeOwn(ranged))
    writeFileSync(join(root, 'linked.json'), writeOwn(linked))
    for (const form of forms) {
      const from = join(root, form === 'rectangles' ? 'linked.json' : 'in.json')
      const to = join(root, form, /csv|json$/.test(form) && form !== 'negmas-json' ? `case.${form}` : '')
      if (form === 'csv' || form === 'json') mkdirSync(join(root, form))
      const without = form === 'geniusweb' ? ['--without', 'discount,ceiling'] : []
      const { code, err } = await called([
        'bargain',
        'convert',
        from,
        to,
        '--to',
        form === 'rectangles' ? 'genius' : form,
        ...without,
      ])
      expect([form, code, err]).toEqual([form, 0, expect.any(String)])
    }
  })

  it.each(forms)('of %s is read or refused with file, line and column', async (form) => {
    const folder = join(root, form)
    const names = readdirSync(folder)
    const whole = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
    await settles(readCase(names.length > 1 ? folder : join(folder, names[0] ?? '')))
    const one = fc.tuple(fc.nat(names.length - 1), changes)
    await fc.assert(
      fc.asyncProperty(one, async ([which, all]) => {
        const name = names[which] ?? ''
        const path = join(folder, name)
        writeFileSync(path, changed(whole.get(name) ?? '', all))
        try {
          await settles(readCase(names.length > 1 ? folder : path))
          await settles(readCase(path))
        } finally {
          writeFileSync(path, whole.get(name) ?? '')
        }
      }),
      { numRuns: 250 },
    )
  })

  it('of constraints is read or refused with file, line and column', async () => {
    const path = join(root, 'rules.json')
    const rules =
      '[{"if": {"Зона": "10 km"}, "not": {"Months": ["1", "2"]}},\n {"if": {"Months": "3"}, "then": {"Зона": "20 km"}},\n {"never": {"Months": "4"}}]'
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        writeFileSync(path, changed(rules, all))
        await settles(readConstraintsFile(path, ranged.agenda))
      }),
      { numRuns: 250 },
    )
  })
})
