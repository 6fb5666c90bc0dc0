/** What must hold when clauses change their places: every alternative keeps an id of its own. */
import { expect, it } from 'vitest'
import { newAlternative } from './bracket.ts'
import { newClause } from './clause.ts'
import { mergeInto } from './placing.ts'

it('two alternatives of one id never come to stand in one clause', () => {
  const bracketed = (id: string, alternative: string, en: string) =>
    newClause({
      id,
      kind: 'operative',
      passage: { en: [{ bracket: `b-${id}` }] },
      brackets: {
        [`b-${id}`]: {
          id: `b-${id}`,
          alternatives: [newAlternative({ id: alternative, passage: { en: [en] } })],
        },
      },
    })
  const merging = (alternative: string) => {
    const { id, ...other } = bracketed('c2', alternative, 'should')
    return mergeInto(bracketed('c1', 'a1', 'shall'), { clause: id, ...other })
  }
  expect(merging('a1')).toMatchObject({ refusal: { code: 'text.id-used' } })
  expect(merging('a2').ok).toBe(true)
})
