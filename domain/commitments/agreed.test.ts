import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSamePerson } from '#domain/parties/person.ts'
import type { Clause } from '#domain/text/clause.ts'
import { newClause } from '#domain/text/clause.ts'
import { caseStageOf, caseStages, closeCase, findInCase, proposeRemedy, replyInCase } from './case.ts'
import { acceptForce, type Force, isInForce } from './force.ts'
import { missingIn, standingOfQuote } from './quote.ts'
import {
  bindStipulation,
  changeStipulation,
  codeStipulation,
  enterStipulation,
  levelOn,
  reversalsOf,
  type Stipulated,
} from './stipulated.ts'

const by = { seat: 'us', member: 'm' }
const at = '2026-03-01T00:00:00.000Z'
const both = (en: string, ru: string) => ({ en, ru })

describe('the words a stipulation stands on', () => {
  const clause = (en: string, ru: string, wording = 1): Clause =>
    newClause({ id: 'c', kind: 'operative', passage: { en: [en], ru: [ru] }, wording })
  const quote = { clause: 'c', wording: 1, words: both('exchange lists', 'обмениваются списками') }

  it('stand, have moved, have changed or are gone: in every language or not at all', () => {
    expect(standingOfQuote(quote, clause('x', 'y'))).toBe('same')
    expect(standingOfQuote(quote, clause('They exchange  lists.', 'Они обмениваются списками.', 2))).toBe(
      'moved',
    )
    expect(standingOfQuote(quote, clause('They exchange lists.', 'Они меняются списками.', 2))).toBe(
      'changed',
    )
    expect(standingOfQuote(quote, { ...clause('x', 'y'), standing: 'removed' })).toBe('gone')
    expect(standingOfQuote(quote, undefined)).toBe('gone')
  })

  it('are looked for in the very version that is to bind', () => {
    const leaf = (words: string) => [
      { clause: 'c', kind: 'operative' as const, depth: 0, number: '1.', words: [words] },
    ]
    expect(missingIn({ en: leaf('They exchange lists.'), ru: leaf('Они молчат.') }, quote)).toEqual(['ru'])
    expect(missingIn({ en: leaf('They exchange lists.'), ru: [] }, quote)).toEqual(['ru'])
  })
})

describe('what binds', () => {
  const force: Force = {
    ...{ version: 1, basis: 'provisional-application', from: '2026-03-01', stipulations: ['s'] },
    ...{ by, at, accepted: [] },
  }

  it('does so with the last acceptance, whatever the order, and not before', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['us', 'ru', 'ua'], { minLength: 0 }), (who) => {
        let now = force
        for (const party of who) {
          const next = acceptForce(now, party, by, at)
          if (!next.ok) throw new Error(next.refusal.code)
          expect(acceptForce(next.value, party, by, at).ok).toBe(false)
          now = next.value
        }
        expect(isInForce(now, ['us', 'ru', 'ua'])).toBe(who.length === 3)
      }),
    )
  })

  it('has terms that change no more, and levels that nobody gave before', () => {
    const drafted = enterStipulation({} as Stipulated, by, at)
    const coding = (asOf: string, level: 0 | 1 | 2 | 3) => ({ finding: asOf, level, asOf, at })
    expect(codeStipulation(drafted, coding('2026-03-02', 1)).ok).toBe(false)
    const bound = bindStipulation(drafted, { ...force, force: 'f' })
    if (!bound.ok) throw new Error(bound.refusal.code)
    expect(changeStipulation(bound.value, drafted, by, at).ok).toBe(false)
    const coded = [coding('2026-03-05', 1), coding('2026-03-02', 2), coding('2026-03-09', 3)].reduce(
      (state, each) => {
        const next = codeStipulation(state, each)
        return next.ok ? next.value : state
      },
      bound.value,
    )
    expect(levelOn(coded)).toBe(3)
    expect(levelOn(coded, '2026-03-06')).toBe(1)
    expect(levelOn(coded, '2026-03-01')).toBeNull()
    expect(reversalsOf(coded).map(({ asOf }) => asOf)).toEqual(['2026-03-05'])
  })
})

describe('a case', () => {
  const words = both('x', 'y')
  const notice = { stipulations: ['s'], against: 'ru', title: words, words, replyBy: '2026-03-10' }
  const opened = { ...notice, by, at, mandates: [], findings: [], remedies: [], dissents: [] }
  const steps = {
    reply: (state: typeof opened) => replyInCase(state, { words, by, at }),
    find: (state: typeof opened) => findInCase(state, 'f', at),
    remedy: (state: typeof opened) =>
      proposeRemedy(state, { id: 'r', bound: 'ru', due: '2026-04-01', words, by, at }, 'us'),
    close: (state: typeof opened) =>
      closeCase(state, { outcome: 'unresolved', words, by, at: '2026-03-11T00:00:00.000Z' }, ['us', 'ru']),
  }

  it('only goes forward, and nothing but facts and dissent enters it once it is closed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(steps))), (order) => {
        let state: typeof opened = opened
        for (const step of order) {
          const next = steps[step as keyof typeof steps](state)
          const isClosed = caseStageOf(state) === 'closed'
          if (isClosed && step !== 'find') expect(next.ok).toBe(false)
          if (!next.ok) continue
          expect(caseStages.indexOf(caseStageOf(next.value))).toBeGreaterThanOrEqual(
            caseStages.indexOf(caseStageOf(state)),
          )
          state = next.value as typeof opened
        }
      }),
    )
  })
})

describe('one person', () => {
  const card = (id: string, en: string, ru: string) => ({ id, name: both(en, ru) })

  it('is known under two cards: by the id, or by a name however it is written', () => {
    const one = card('1', 'Anna-Lena Öberg', 'Анна-Лена Эберг')
    expect(isSamePerson(one, card('2', 'OBERG, Anna Lena', 'Кто-то'))).toBe(true)
    expect(isSamePerson(one, card('2', 'Someone', 'эберг анна лена'))).toBe(true)
    expect(isSamePerson(one, { ...card('1', 'Other', 'Другая') })).toBe(true)
    expect(isSamePerson(one, card('2', 'Anna Berg', 'Анна Берг'))).toBe(false)
  })
})
