import { expect, it } from 'vitest'
import type { Condition, Stipulation } from '../stipulation.ts'
import { sequenceOf } from './sequence.ts'
import { waitsIn } from './waits.ts'

const step = (
  id: string,
  conditions: readonly Condition[],
  more: Partial<Stipulation> = {},
): Stipulation => ({
  ...{ id, name: { en: id }, bound: ['a'], due: { kind: 'none' }, conditions },
  ...more,
})
const waits = (stipulation: string, by?: string): Condition => ({
  ...{ before: 'begin', of: { stipulation, event: 'done' } },
  ...(by === undefined ? {} : { by }),
})
const graphOf = (list: readonly Stipulation[]) => {
  const sequence = sequenceOf(list)
  if (!sequence.ok) throw new Error(sequence.refusal.code)
  return waitsIn(list, sequence.value.findings)
}

it('shows that elections and the control of a border wait for each other, and that the step after them is in no circle', () => {
  const graph = graphOf([
    step('elections', [waits('border')]),
    step('border', [waits('elections')]),
    step('law', [waits('elections', '2026-05-01')]),
  ])
  expect(graph).toEqual([
    { from: 'border', to: 'elections', kind: 'condition', event: 'done', isKnotted: true },
    { from: 'elections', to: 'border', kind: 'condition', event: 'done', isKnotted: true },
    {
      ...{ from: 'elections', to: 'law', kind: 'condition', event: 'done' },
      by: '2026-05-01',
      isKnotted: false,
    },
  ])
})

it('shows terms that are counted from another step, and a date among them that cannot be kept', () => {
  const due = (stipulation: string, days: number) =>
    ({ kind: 'after', days, from: { stipulation, event: 'done' } }) as const
  const graph = graphOf([
    step('one', [], { begins: { kind: 'date', date: '2026-03-01' } }),
    step('two', [], { due: due('one', 10) }),
    step('three', [waits('one')], { due: { kind: 'date', date: '2026-02-01' } }),
  ])
  expect(graph.map(({ from, to, kind, isKnotted }) => [from, to, kind, isKnotted])).toEqual([
    ['one', 'two', 'due', false],
    ['one', 'three', 'condition', true],
  ])
})
