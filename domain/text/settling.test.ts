/** What must hold when brackets close: no language loses words that the others keep. */
import { expect, it } from 'vitest'
import { type Clause, newClause } from './clause.ts'
import { openBracket, translatePassage } from './drafting.ts'
import { withdrawFrom } from './settling.ts'
import { statusOf } from './status.ts'

const good = (outcome: ReturnType<typeof openBracket>): Clause => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

it('words that stood and are not yet translated leave no hole when the proposal against them is withdrawn', () => {
  const passage = { en: ['The Parties shall notify.'], ru: null }
  const opened = good(
    openBracket(newClause({ id: 'c1', kind: 'operative', passage }), {
      ...{ bracket: 'b1', stood: 's1', ranges: { en: { from: 12, to: 17 }, ru: null } },
      alternative: { id: 'a1', passage: { en: ['should'], ru: ['следует'] }, sponsors: ['us'] },
    }),
  )
  const content = ['Стороны ', { bracket: 'b1' }, ' уведомлять.']
  const half = good(translatePassage(opened, { language: 'ru', content }))
  const back = good(withdrawFrom(half, 'a1', 'us', ''))
  expect(back.passage.ru).toEqual(content)
  expect(statusOf(back, [], ['us'])).toBe('bracketed')
  const whole = good(translatePassage(half, { language: 'ru', content: ['должны'], alternative: 's1' }))
  expect(good(withdrawFrom(whole, 'a1', 'us', '')).passage.ru).toEqual(['Стороны должны уведомлять.'])
})
