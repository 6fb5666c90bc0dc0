/** The order of agreements, in the terms of those who draft them. */
import { describe, expect, it } from 'vitest'
import type { Stipulation } from '../stipulation.ts'
import { type Finding, type Sequence, sequenceOf } from './sequence.ts'

const step = (id: string, given: Partial<Stipulation> = {}): Stipulation => ({
  id,
  name: { en: id },
  bound: ['one'],
  due: { kind: 'none' },
  conditions: [],
  ...given,
})
const afterDone = (stipulation: string) => ({ before: 'begin', of: { stipulation, event: 'done' } }) as const
const by = (date: string) => ({ kind: 'date', date }) as const

const known = (all: readonly Stipulation[], inForce?: string): Sequence => {
  const sequence = sequenceOf(all, inForce)
  if (!sequence.ok) throw new Error(JSON.stringify(sequence.refusal))
  return sequence.value
}
const coded = (sequence: Sequence): readonly (readonly [Finding['code'], readonly string[]])[] =>
  sequence.findings
    .filter(({ code }) => code !== 'no-deadline')
    .map(({ code, stipulations }) => [code, stipulations.toSorted()])

describe('steps that wait for each other', () => {
  it('are found in pairs and in long circles, each knot once, with who wrote which wait', () => {
    const long = ['c', 'd', 'e', 'f'].map((id, i, all) =>
      step(id, { conditions: [afterDone(all[(i + 1) % 4] ?? '')] }),
    )
    const found = known([
      step('a', { conditions: [afterDone('b')] }),
      step('b', { conditions: [afterDone('a')] }),
      ...long,
      step('g', { conditions: [afterDone('c')] }),
    ])
    expect(found.isSound).toBe(false)
    expect(coded(found)).toEqual([
      ['waits-in-circle', ['a', 'b']],
      ['waits-in-circle', ['c', 'd', 'e', 'f']],
    ])
    const [pair] = found.findings
    expect(pair && 'because' in pair && pair.because.map((why) => why.kind)).toEqual(['waits', 'waits'])
  })

  it('are no circle when one only has to have begun before the other is completed', () => {
    const found = known([
      step('a', { conditions: [{ before: 'complete', of: { stipulation: 'b', event: 'begun' } }] }),
      step('b', { conditions: [{ before: 'complete', of: { stipulation: 'a', event: 'begun' } }] }),
    ])
    expect(found.isSound).toBe(true)
  })
})

describe('dates', () => {
  it('that cannot all be kept are told with the chain that says so', () => {
    const found = known([
      step('inspect', { due: by('2027-03-01'), conditions: [{ ...afterDone('declare'), days: 30 }] }),
      step('declare', { begins: by('2027-02-10') }),
    ])
    const [impossible] = found.findings
    expect(impossible?.code).toBe('impossible')
    expect(
      impossible && 'because' in impossible && impossible.because.map(({ kind }) => kind).toSorted(),
    ).toEqual(['begins', 'due', 'waits'])
  })

  it('give windows, and the last day for the entry into force', () => {
    const found = known([
      step('declare', { due: { kind: 'after', days: 45, from: 'force' } }),
      step('inspect', { due: by('2027-06-30'), conditions: [{ ...afterDone('declare'), days: 60 }] }),
    ])
    expect(found.isSound).toBe(true)
    expect(found.force).toEqual({ earliest: null, latest: '2027-05-01' })
    const dated = known([step('declare', { due: { kind: 'after', days: 45, from: 'force' } })], '2027-01-01')
    expect(dated.places[0]?.complete).toEqual({
      ...{ earliest: '2027-01-01', latest: '2027-02-15' },
      afterForce: { least: 0, most: 45 },
    })
  })

  it('that depend on the other side are told: no deadline there, a later one, or a reciprocal step too late', () => {
    const found = known([
      step('a', { due: by('2027-05-01'), conditions: [afterDone('b')] }),
      step('b'),
      step('c', { due: by('2027-05-01'), conditions: [{ ...afterDone('d'), by: '2027-06-01' }] }),
      step('d', { due: by('2027-05-11') }),
    ])
    expect(coded(found)).toEqual([
      ['hangs', ['a', 'b']],
      ['squeezed', ['c', 'd']],
      ['too-late', ['c', 'd']],
    ])
    expect(found.findings.find(({ code }) => code === 'squeezed')).toMatchObject({ days: 10 })
  })
})

describe('what cannot be an order', () => {
  it.each([
    ['sequence.doubled', [step('a'), step('a')]],
    ['sequence.unknown', [step('a', { conditions: [afterDone('x')] })]],
    ['sequence.itself', [step('a', { conditions: [afterDone('a')] })]],
    ['sequence.date', [step('a', { due: by('2027-02-30') })]],
  ])('is refused: %s', (code, all) => {
    expect(sequenceOf(all)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('a chain of some thousand steps is no trouble', () => {
    const all = Array.from({ length: 3000 }, (_, i) =>
      step(`s${i}`, i === 0 ? {} : { conditions: [afterDone(`s${i - 1}`)] }),
    )
    expect(known(all).isSound).toBe(true)
  })
})
