/** Clauses that are linked stay linked with their words, also when these are split or merged. */
import { describe, expect, it } from 'vitest'
import type { Clause } from './clause.ts'
import { followClauses, type TextState } from './negotiation.ts'
import { Negotiation } from './testing/negotiation.ts'

const seed = (id: string, order: string) => ({
  ...{ id, order, parent: null, kind: 'operative' as const, brackets: {}, notes: {} },
  passage: { en: [`First of ${id}. Second.`], ru: [`Первое ${id}. Второе.`] },
})

const linked = (): Negotiation => {
  const talks = new Negotiation(2)
  const clauses = [seed('c1', 'F'), seed('c2', 'V'), seed('c3', 'k')]
  const open = { room: 'plenary', kind: 'text.open', object: 'text' }
  expect(talks.post('mediator', { ...open, payload: { title: { en: 'T', ru: 'Т' }, clauses } })).toBe('done')
  const link = { room: 'plenary', kind: 'text.link', object: 'text' }
  expect(talks.post('p0', { ...link, payload: { id: 'both', clauses: ['c1', 'c2'] } })).toBe('done')
  return talks
}

const clauseOf = (talks: Negotiation, id: string): Clause => {
  const found = talks.clauses().find((clause) => clause.id === id)
  if (!found) throw new Error(id)
  return found
}
const packageOf = (talks: Negotiation): readonly string[] => {
  const text = talks.objects.get('plenary/text/text')?.state as TextState | undefined
  return text?.packages[0]?.clauses ?? []
}

describe('a package', () => {
  it('takes in the part that a split makes of one of its clauses', () => {
    const talks = linked()
    const { wording } = clauseOf(talks, 'c1')
    const payload = { wording, at: { en: 12, ru: 10 }, id: 'c1b', order: 'K' }
    expect(talks.post('mediator', { room: 'plenary', kind: 'clause.split', object: 'c1', payload })).toBe(
      'done',
    )
    expect(packageOf(talks)).toEqual(['c1', 'c2', 'c1b'])
  })

  it('follows a clause into the one it is merged with, and is left alone by what is not linked', () => {
    const talks = linked()
    const merge = (object: string, other: string) =>
      talks.post('mediator', {
        ...{ room: 'plenary', kind: 'clause.merge', object },
        payload: {
          ...{ other, wording: clauseOf(talks, object).wording },
          otherWording: clauseOf(talks, other).wording,
        },
      })
    expect(merge('c3', 'c2')).toBe('done')
    expect(packageOf(talks)).toEqual(['c1', 'c3'])
    expect(merge('c1', 'c3')).toBe('done')
    expect(packageOf(talks)).toEqual(['c1'])
  })

  it('is not made of a clause that is out of the text', () => {
    const talks = linked()
    const { wording } = clauseOf(talks, 'c3')
    const payload = { wording, other: 'c2', otherWording: clauseOf(talks, 'c2').wording }
    talks.post('mediator', { room: 'plenary', kind: 'clause.merge', object: 'c3', payload })
    const link = {
      room: 'plenary',
      kind: 'text.link',
      object: 'text',
      payload: { id: 'x', clauses: ['c1', 'c2'] },
    }
    expect(talks.post('p0', link)).toBe('text.clause-out')
  })

  it('keeps every clause that did not move', () => {
    const packages = [
      { id: 'a', clauses: ['1', '2'], party: null },
      { id: 'b', clauses: ['3'], party: 'p' },
    ]
    expect(followClauses(packages, { clause: '9', into: '8', stays: false })).toEqual(packages)
  })
})
