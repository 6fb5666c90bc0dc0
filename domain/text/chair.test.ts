/** What must hold of the chair's text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alternative, type Bracket, newAlternative } from './bracket.ts'
import { chairChoice, chairReading } from './chair.ts'
import { newClause } from './clause.ts'
import { bracketsIn, type Content, joinContent } from './content.ts'
import { resolved } from './text.ts'

const parties = ['us', 'ru']
const some = fc.subarray(parties)
const alternative = (id: string, content: Content): fc.Arbitrary<Alternative> =>
  fc
    .record({
      sponsors: some,
      supporters: some,
      bridge: fc.boolean(),
      stood: fc.boolean(),
      gone: fc.boolean(),
    })
    .map(({ sponsors, supporters, bridge, stood, gone }) =>
      newAlternative({
        id,
        passage: { en: content },
        sponsors,
        supporters,
        status: gone ? 'withdrawn' : 'proposed',
        ...(bridge ? { bridge: true as const } : {}),
        ...(stood ? { stood: true as const } : {}),
      }),
    )
const bracketOf = (id: string, ...contents: readonly Content[]): fc.Arbitrary<Bracket> =>
  fc
    .tuple(...contents.map((content, i) => alternative(`${id}-${i}`, content)))
    .map((alternatives) => ({ id, alternatives }))

const clauses = fc
  .tuple(
    bracketOf('outer', ['shall ', { bracket: 'inner' }], ['should'], []),
    bracketOf('inner', ['promptly'], ['at once']),
  )
  .map(([outer, inner]) =>
    newClause({
      id: 'c',
      kind: 'operative',
      passage: { en: ['The Parties ', { bracket: 'outer' }, ' notify.'], ru: null },
      brackets: { outer, inner },
    }),
  )

describe('the chair’s text', () => {
  it('is the clause with every bracket resolved by its one rule, and holds no bracket', () => {
    fc.assert(
      fc.property(clauses, (clause) => {
        const runs = chairReading(clause, 'en', parties) ?? []
        const whole = joinContent(...runs.map(({ content }) => content))
        expect(bracketsIn(whole)).toEqual([])
        const choose = (bracket: Bracket) => chairChoice(bracket, parties).alternative?.passage ?? null
        expect(whole).toEqual(resolved(clause.passage.en ?? [], clause.brackets, 'en', choose))
      }),
    )
  })

  it('says why of every word that is not agreed', () => {
    fc.assert(
      fc.property(clauses, (clause) => {
        for (const { content, choice } of chairReading(clause, 'en', parties) ?? []) {
          if (choice === null) expect(['The Parties ', ' notify.']).toContain(content.join(''))
          else if (choice.ground === 'open') expect(choice.alternative).toBeNull()
          else expect(choice.alternative).not.toBeNull()
        }
      }),
    )
  })

  it('does not depend on which party is which', () => {
    const swap = (party: string): string => (party === 'us' ? 'ru' : 'us')
    const mirrored = (bracket: Bracket): Bracket => ({
      ...bracket,
      alternatives: bracket.alternatives.map((each) => ({
        ...each,
        sponsors: each.sponsors.map(swap),
        supporters: each.supporters.map(swap),
      })),
    })
    fc.assert(
      fc.property(bracketOf('b', ['shall'], ['should'], ['will']), (bracket) => {
        const [one, other] = [chairChoice(bracket, parties), chairChoice(mirrored(bracket), parties)]
        expect([other.ground, other.alternative?.id]).toEqual([one.ground, one.alternative?.id])
      }),
    )
  })

  it('prefers what all stand behind to a bridge, a bridge to what stood, and leaves the rest open', () => {
    const bracket = (...alternatives: readonly Alternative[]): Bracket => ({ id: 'b', alternatives })
    const us = newAlternative({ id: 'us', passage: { en: ['24'] }, sponsors: ['us'] })
    const ru = newAlternative({ id: 'ru', passage: { en: ['72'] }, sponsors: ['ru'] })
    const early = newAlternative({ id: 'a', passage: { en: ['36'] }, bridge: true, base: 2 })
    const late = newAlternative({ id: 'b', passage: { en: ['48'] }, bridge: true, base: 5 })
    const stood = newAlternative({ id: 's', passage: { en: ['12'] }, stood: true })
    const backed = { ...us, supporters: ['ru'] }
    const ground = (...all: readonly Alternative[]) => {
      const choice = chairChoice(bracket(...all), parties)
      return [choice.ground, choice.alternative?.id]
    }
    expect(ground(us, ru)).toEqual(['open', undefined])
    expect(ground(us, ru, stood)).toEqual(['stood', 's'])
    expect(ground(us, stood, early, late)).toEqual(['bridge', 'b'])
    expect(ground(backed, ru, late)).toEqual(['all', 'us'])
  })

  it('says so where a language is not yet translated', () => {
    const clause = newClause({ id: 'c', kind: 'operative', passage: { en: ['Words.'], ru: null } })
    expect(chairReading(clause, 'ru', parties)).toBeNull()
    expect(chairReading(clause, 'en', parties)).toEqual([{ content: ['Words.'], choice: null }])
  })
})
