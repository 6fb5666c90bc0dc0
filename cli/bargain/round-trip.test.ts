import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { called as named } from '#domain/bargaining/formats/names.ts'
import { noWorth } from '#domain/bargaining/worth.ts'
import { called } from '../testing/called.ts'
import { writeOwn } from './own.ts'
import { readCase } from './reading.ts'
import { inExactFigures, saidUtilities, simpleCase } from './testing/cases.ts'

const root = mkdtempSync(join(tmpdir(), 'parley-formats-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
const place = (name: string): string => {
  count += 1
  return join(root, `${count}-${name}`)
}

/** The case written by the command in a form, and read again. */
const through = async (case_: BargainingCase, form: string, ...more: readonly string[]) => {
  const [from, to] = [
    place('in.json'),
    place(/csv|xlsx|json/.test(form) && form !== 'negmas-json' ? `out.${form}` : form),
  ]
  writeFileSync(from, writeOwn(case_))
  const { code, err } = await called(['bargain', 'convert', from, to, '--to', form, ...more])
  return { code, err, to, read: code === 0 ? await readCase(to) : undefined }
}

const laws = { numRuns: 60 }
const digits = fc.integer({ min: 0, max: 10_000 }).map(String)

describe('a case comes back as it was', () => {
  it.each(['json', 'csv', 'xlsx'])('from %s', async (form) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          simpleCase({ normalised: 'as-given' }),
          simpleCase({ normalised: 'by-maximum', ceiling: '1' }),
        ),
        async (case_) => {
          const { read } = await through(case_, form)
          expect(read && inExactFigures(read)).toEqual(inExactFigures(case_))
        },
      ),
      laws,
    )
  })

  it('from GENIUS, where it was of GENIUS', async () => {
    await fc.assert(
      fc.asyncProperty(
        simpleCase({ normalised: 'by-maximum', ceiling: '1', within: true }),
        async (case_) => {
          const { read } = await through(case_, 'genius')
          expect(read && inExactFigures(read)).toEqual(inExactFigures(case_))
        },
      ),
      laws,
    )
  })

  it.each(['negmas', 'negmas-json'])('from %s', async (form) => {
    await fc.assert(
      fc.asyncProperty(simpleCase({ normalised: 'as-given' }), async (case_) => {
        const { read } = await through(case_, form)
        expect(read && inExactFigures(read)).toEqual(inExactFigures(case_))
      }),
      laws,
    )
  })

  it('from GeniusWeb, without reservations that are figures', async () => {
    await fc.assert(
      fc.asyncProperty(simpleCase({ normalised: 'as-given', ranges: false }), async (case_) => {
        const { read } = await through(case_, 'geniusweb', '--without', 'reservation,discount')
        const kept = {
          ...case_,
          worths: case_.worths.map(({ reservation: _, discount: __, ...worth }) => worth),
        }
        expect(read && inExactFigures(read)).toEqual(inExactFigures(kept))
      }),
      laws,
    )
  })
})

describe('points entered by people', () => {
  it('are worth the same in GENIUS, divided by a power of ten that is said', async () => {
    await fc.assert(
      fc.asyncProperty(
        simpleCase({ normalised: 'as-given', ranges: false, figure: digits }),
        async (case_) => {
          const { read, err } = await through(case_, 'genius')
          const scales = new Map(
            [...err.matchAll(/([^;:]+): 1\/(10+)/g)].map((each) => [(each[1] ?? '').trim(), Number(each[2])]),
          )
          const scaled = {
            ...case_,
            worths: case_.worths.map((worth) => ({
              ...worth,
              issues: Object.fromEntries(
                Object.entries(worth.issues).map(([id, given]) => [
                  id,
                  {
                    ...given,
                    weight: `${String(given.weight)}e-${String(scales.get(worth.party) ?? 1).length - 1}`,
                  },
                ]),
              ),
            })),
          }
          expect(read && saidUtilities(read)).toEqual(saidUtilities(scaled))
        },
      ),
      laws,
    )
  })
})

const small: BargainingCase = {
  name: 'Small',
  agenda: {
    baskets: [],
    issues: ['A', 'B'].map((id) => ({
      id,
      name: named(id),
      options: ['x', 'y'].map((o) => ({ id: o, name: named(o) })),
    })),
    constraints: [],
  },
  worths: ['US', 'RF'].map((party) => ({
    ...noWorth(party),
    issues: { A: { weight: '0.5', options: { x: '1' } }, B: { weight: '0.5', options: { y: '1' } } },
  })),
}
const [us = noWorth('US')] = small.worths
const withUs = (more: object): BargainingCase => ({
  ...small,
  worths: [{ ...us, ...more }, ...small.worths.slice(1)],
})

describe('what a format cannot hold', () => {
  it.each([
    ['genius', { redLines: [{ issue: 'A', option: 'x' }] }, 'US: redLines'],
    ['negmas', { constraints: [{ A: ['x'], B: ['y'] }] }, 'US: constraints'],
    ['csv', { interdependence: [{ together: { A: ['x'] }, worth: 1 }] }, 'US: interdependence'],
    ['genius', { interdependence: [{ together: { A: ['x'] }, worth: 1 }] }, 'US: interdependence'],
    ['geniusweb', { reservation: '0.5' }, 'US: reservation'],
    ['negmas', { issues: { A: { weight: { least: 1, most: 2 } } } }, 'US: A: weight: least, most'],
  ])('is refused by %s with its name: %j', async (form, more, name) => {
    const { code, err } = await through(withUs(more), form)
    expect([code, err.includes(name)]).toEqual([2, true])
  })

  it('is left out when that is asked for, and named where the answer stays the same', async () => {
    const lined = withUs({
      redLines: [{ issue: 'A', option: 'x' }],
      comparisons: [{ better: { A: 'x', B: 'x' }, worse: { A: 'y', B: 'x' } }],
    })
    const { code, err, read } = await through(lined, 'negmas', '--without', 'redLines')
    expect([code, read?.worths[0]?.redLines]).toEqual([0, []])
    expect(err).toContain('comparisons')
    expect((await through(lined, 'negmas', '--without', 'secrets')).code).toBe(2)
  })

  it('keeps red lines and estimates in a table, a BATNA in NegMAS and GeniusWeb, and its worth in GENIUS', async () => {
    const rich = withUs({
      redLines: [{ issue: 'A', option: 'y' }],
      issues: { A: { weight: { least: '0.4', most: '0.6' }, options: { x: { least: 1, most: 3 } } } },
    })
    expect(inExactFigures((await through(rich, 'csv')).read ?? small)).toEqual(inExactFigures(rich))
    const batna = withUs({ batna: { A: 'x', B: 'x' } })
    for (const form of ['negmas', 'geniusweb'])
      expect((await through(batna, form)).read?.worths[0]?.batna).toEqual({ A: 'x', B: 'x' })
    const { read, err } = await through(batna, 'genius')
    expect([read?.worths[0]?.reservation, err.includes('batna')]).toEqual(['0.5', true])
  })

  it('writes rectangles of numbers as the nonlinear GENIUS profile they came from', async () => {
    const issues = ['A', 'B'].map((id) => ({ id, name: named(id), options: [], range: { from: 0, to: 3 } }))
    const linked: BargainingCase = {
      name: 'Linked',
      agenda: { ...small.agenda, issues },
      worths: [
        {
          ...noWorth('US'),
          interdependence: [
            { together: { A: ['1', '2'], B: ['0'] }, worth: '97/662' },
            { together: { B: ['2', '3'] }, worth: '-1/3' },
          ],
          ceiling: '1',
        },
      ],
    }
    const { read } = await through(linked, 'genius')
    expect(read).toEqual(linked)
  })

  it('does not write into a folder that holds something, nor in a form it does not know', async () => {
    const { to } = await through(small, 'genius')
    const own = place('again.json')
    writeFileSync(own, writeOwn(small))
    const again = await called(['bargain', 'convert', own, to, '--to', 'genius'])
    expect([again.code, again.err]).toEqual([2, `${to} is not an empty folder\n`])
    expect(readdirSync(to)).toHaveLength(3)
    expect((await called(['bargain', 'convert', own, join(root, 'x.doc')])).err).toMatch(/^say in which form/)
  })
})
