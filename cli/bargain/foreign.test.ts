/** How others count, small enough to be checked by hand. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { optionsOf } from '#domain/bargaining/agenda.ts'
import { writeExact } from '#domain/bargaining/exact.ts'
import { readCase } from './reading.ts'
import { utilities } from './testing/cases.ts'

const root = mkdtempSync(join(tmpdir(), 'parley-foreign-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
const folder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  count += 1
  const path = mkdtempSync(join(root, `${count}-`))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}
const read = (files: Readonly<Record<string, string | Uint8Array>>) => readCase(folder(files))
/** The worth of every package to the first party. */
const worths = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  utilities(await read(files)).map(([first]) => (first ? writeExact(first) : ''))

const space = (inside: string, after = '', attributes = ''): string =>
  `<utility_space${attributes}><objective index="0" name="Trade">${inside}</objective>${after}</utility_space>`
const issue = (index: number, name: string, items: readonly string[]): string =>
  `<issue index="${index}" name="${name}" type="discrete">${items.join('')}</issue>`
const item = (value: string, evaluation?: number | string): string =>
  `<item value="${value}"${evaluation === undefined ? '' : ` evaluation="${evaluation}"`}/>`
const weight = (index: number, value: string): string => `<weight index="${index}" value="${value}"/>`
const numbers = (index: number, name: string, inside = ''): string =>
  `<issue index="${index}" name="${name}" type="integer" lowerbound="2" upperbound="5">${inside}</issue>`

describe('GENIUS', () => {
  it('divides by the greatest evaluation, takes weights as they are, and cuts off at 1', async () => {
    const inside =
      issue(1, 'A', [item('x', 3), item('y', 4), item('z')]) + issue(2, 'B', [item('x', 0), item('y', 5)])
    expect(await worths({ 'p.xml': space(inside + weight(1, '0.8') + weight(2, '0.4')) })).toEqual([
      '0.6',
      '0.8',
      '0',
      '1',
      '1',
      '0.4',
    ])
  })

  it('counts numbers from the lower bound, within 0 and 1, bounds as attributes or in <range>', async () => {
    const slope = '<evaluator ftype="linear" offset="-0.2" slope="0.5"/>'
    expect(await worths({ 'p.xml': space(numbers(1, 'N', slope) + weight(1, '0.5')) })).toEqual([
      '0',
      '0.15',
      '0.4',
      '0.5',
    ])
    const range = `<issue index="1" name="N" etype="integer"><range lowerbound="2" upperbound="5"/>${slope}</issue>`
    expect(await worths({ 'p.xml': space(range + weight(1, '0.5')) })).toEqual(['0', '0.15', '0.4', '0.5'])
  })

  it('finds issues by name, else by number, and weights by number; a better option outside the domain counts', async () => {
    const domain = `<negotiation_template>${space(issue(1, 'A', [item('x'), item('y')]) + issue(2, 'B', [item('x')]))}</negotiation_template>`
    const profile = space(
      issue(7, 'B', [item('x', 1)]) +
        issue(1, 'Renamed', [item('x', 1), item('y', 2), item('z', 4)]) +
        weight(7, '0.4') +
        weight(1, '0.6'),
    )
    expect(await worths({ 'd.xml': domain, 'p.xml': profile })).toEqual(['0.55', '0.7'])
    await expect(
      read({ 'd.xml': domain, 'p.xml': space(issue(9, 'C', [item('x', 1)]) + weight(9, '1')) }),
    ).rejects.toThrow(/p\.xml:1:\d+: This is not known here: C\.$/)
  })

  it('gives what is called the same different ids', async () => {
    const inside =
      issue(1, 'A', [item('x', 1), item('x', 2)]) +
      issue(2, 'A', [item('y', 1)]) +
      weight(1, '0.5') +
      weight(2, '0.5')
    const { agenda, worths } = await read({ 'p.xml': space(inside) })
    expect(agenda.issues.map(({ id }) => id)).toEqual(['A', 'A (2)'])
    expect(worths[0]?.issues.A?.options).toEqual({ x: '1', 'x (2)': '2' })
  })

  it('adds up rectangles: inside all bounds, outside at least one, always, and functions within functions', async () => {
    const ufun =
      '<utility maxutility="8"><ufun aggregation="sum" weight="2"><hyperRectangle utility="1"><INCLUDES index="1" min="3" max="4"/></hyperRectangle>' +
      '<ufun aggregation="sum"><hyperRectangle utility="1" weight="0.5"><EXCLUDES index="1" min="2" max="3"/></hyperRectangle>' +
      '<hyperRectangle utility="1"/></ufun></ufun></utility>'
    const files = { 'p.xml': space(numbers(1, 'N') + ufun, '', ' type="nonlinear"') }
    expect(await worths(files)).toEqual(['0.25', '0.5', '0.625', '0.375'])
    const most = { 'p.xml': files['p.xml'].replace('aggregation="sum" weight', 'aggregation="max" weight') }
    await expect(read(most)).rejects.toThrow(/:1:\d+: .*aggregation="max"\.$/)
  })

  it('is read in Latin 1, UTF-16, behind blank lines and comments, with what is not its own passed over', async () => {
    const text = `\n<!-- c --><?xml version="1.0" encoding="UTF-8"?>${space(issue(1, 'Café & bar', [item('£1', 1)]) + weight(1, '1'), '<reservation value="0.2"/><discount_factor value="0.9"/>')}`
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const { agenda, worths } = await read({
        'p.xml': bytes,
        'pareto.xml': '1.0, 0.5\n',
        'tournament.xml': '<tournament/>',
        'expected.json': '{}',
      })
      expect(agenda.issues.map((each) => [each.id, ...optionsOf(each)])).toEqual([['Café & bar', '£1']])
      expect([worths[0]?.reservation, worths[0]?.discount]).toEqual(['0.2', '0.9'])
    }
  })

  it('is refused with two domains, a weight twice, an evaluation that is none', async () => {
    const domain = `<negotiation_template>${space(issue(1, 'A', [item('x')]))}</negotiation_template>`
    await expect(read({ 'a.xml': domain, 'b.xml': domain })).rejects.toThrow(/b\.xml:1:1: This stands twice/)
    const twice = space(issue(1, 'A', [item('x', 1)]) + weight(1, '1') + weight(1, '1'))
    await expect(read({ 'p.xml': twice })).rejects.toThrow(
      /p\.xml:1:\d+: This stands twice: <weight index="1">\.$/,
    )
    await expect(read({ 'p.xml': space(issue(1, 'A', [item('x', 'NaN')])) })).rejects.toThrow(
      /p\.xml:1:\d+: “NaN”/,
    )
  })
})

const geniusWeb = (range: object, utils: object, more: object = {}): string =>
  JSON.stringify({
    LinearAdditiveUtilitySpace: {
      name: 'US',
      issueUtilities: { N: { numberutils: utils } },
      issueWeights: { N: 0.5 },
      domain: { name: 'd', issuesValues: { N: { range } } },
      ...more,
    },
  })

describe('GeniusWeb', () => {
  const utils = { lowValue: 2, lowUtility: 0.1, highValue: 5, highUtility: 1 }
  it('has a straight line between two numbers, in whole steps and others', async () => {
    expect(await worths({ 'p.json': geniusWeb({ low: 2, high: 5, step: 1 }, utils) })).toEqual([
      '0.05',
      '0.2',
      '0.35',
      '0.5',
    ])
    expect(await worths({ 'p.json': geniusWeb({ low: 2, high: 4, step: 0.75 }, utils) })).toEqual([
      '0.05',
      '0.1625',
      '0.275',
    ])
    await expect(read({ 'p.json': geniusWeb({ low: 0, high: 1, step: 1e-5 }, utils) })).rejects.toThrow(
      /p\.json:1:\d+: .*100001 numbers/,
    )
  })

  it('has a reservation bid, which is a BATNA', async () => {
    const more = { reservationBid: { issuevalues: { N: 3 } } }
    const { worths } = await read({ 'p.json': geniusWeb({ low: 2, high: 5, step: 1 }, utils, more) })
    expect(worths[0]?.batna).toEqual({ N: '3' })
    const open = { reservationBid: { issuevalues: {} } }
    await expect(read({ 'p.json': geniusWeb({ low: 2, high: 5, step: 1 }, utils, open) })).rejects.toThrow(
      /"reservationBid" - "N"/,
    )
  })
})

const negmas = (values: string, more = ''): Readonly<Record<string, string>> => ({
  'd.yml':
    'type: negmas.outcomes.CartesianOutcomeSpace\nissues:\n- {name: N, type: ContiguousIssue, values: [2, 4]}\n- {name: C, type: CategoricalIssue, values: [x, "yes", no]}\n',
  'p.yml': `type: LinearAdditiveUtilityFunction\nname: US\nvalues:\n- ${values}\n- {type: TableFun, mapping: {x: 1.0, "yes": 2.0, no: .5}}\nweights: [10, 1]\n${more}`,
})

describe('NegMAS', () => {
  it('has affine, linear, constant and identity functions of the number itself, and divides nothing', async () => {
    const first = async (values: string) => (await worths(negmas(values))).slice(0, 3)
    expect(await first('{type: AffineFun, slope: 0.5, bias: 1}')).toEqual(['21', '26', '31'])
    expect(await first('{type: negmas.preferences.LinearFun, slope: 2}')).toEqual(['41', '61', '81'])
    expect(await first('{type: IdentityFun}')).toEqual(['21', '31', '41'])
    expect(await first('{type: ConstFun, bias: 3}')).toEqual(['31', '31', '31'])
    expect(await worths(negmas('{type: ConstFun, bias: 0}'))).toEqual([
      '1',
      '1',
      '1',
      '2',
      '2',
      '2',
      '0.5',
      '0.5',
      '0.5',
    ])
    await expect(read(negmas('{type: LambdaFun}'))).rejects.toThrow(/p\.yml:4:3: .*LambdaFun\.$/)
  })

  it('says minus infinity for no reservation in three ways', async () => {
    for (const never of ['-.inf', '-Infinity', '-inf'])
      expect(
        (await read(negmas('{type: IdentityFun}', `reserved_value: ${never}\n`))).worths[0],
      ).not.toHaveProperty('reservation')
    expect((await read(negmas('{type: IdentityFun}', 'reserved_value: -1.5\n'))).worths[0]?.reservation).toBe(
      '-1.5',
    )
    await expect(read(negmas('{type: IdentityFun}', 'reserved_value: .inf\n'))).rejects.toThrow(
      /p\.yml:7:17: “\.inf”/,
    )
  })
})
