/** The concordance of a clause: every alternative is read in its place, among the words of its own sponsor. */
import { describe, expect, it } from 'vitest'
import { type Bracket, newAlternative } from './bracket.ts'
import { newClause } from './clause.ts'
import { checkClause, readingsOf } from './concordance.ts'
import type { Content } from './content.ts'

const option = (id: string, sponsor: string, en: Content | null, ru: Content | null) =>
  newAlternative({ id, sponsors: [sponsor], passage: { en, ru } })
const bracket = (id: string, ...alternatives: Bracket['alternatives']): Bracket => ({ id, alternatives })
const clause = (en: Content | null, ru: Content | null, ...brackets: readonly Bracket[]) =>
  newClause({
    id: 'op1',
    kind: 'operative',
    passage: { en, ru },
    brackets: Object.fromEntries(brackets.map((one) => [one.id, one])),
  })

const codes = (given: ReturnType<typeof clause>) =>
  checkClause(given).map(({ alternative, findings }) => [
    alternative?.id ?? null,
    findings.map(({ code }) => code),
  ])

describe('the concordance of a clause', () => {
  it('a clause without brackets is read once', () => {
    expect(codes(clause(['within 30 days'], ['в течение 30 дней']))).toEqual([[null, []]])
    expect(codes(clause(['within 30 days'], ['в течение 20 дней']))).toEqual([[null, ['numbers.differ']]])
  })

  it('what is not yet translated is compared with nothing', () => {
    expect(codes(clause(['within 30 days'], null))).toEqual([])
    const half = bracket('b', option('x', 'US', ['30'], null), option('y', 'RU', ['40'], ['40']))
    expect(
      codes(clause(['within ', { bracket: 'b' }, ' days'], ['за ', { bracket: 'b' }, ' дней'], half)),
    ).toEqual([['y', []]])
  })

  it('each alternative is read in the sentence, and only its own findings are told', () => {
    const days = bracket('b', option('x', 'US', ['30'], ['30']), option('y', 'RU', ['40'], ['50']))
    const found = codes(
      clause(['within ', { bracket: 'b' }, ' days'], ['за ', { bracket: 'b' }, ' дней'], days),
    )
    expect(found).toEqual([
      ['x', []],
      ['y', ['numbers.differ']],
    ])
  })

  it('a finding outside the bracket is told once', () => {
    const verb = bracket(
      'b',
      option('x', 'US', ['shall'], ['обязуются']),
      option('y', 'RU', ['may'], ['могут']),
    )
    const found = codes(
      clause(
        ['The Parties ', { bracket: 'b' }, ' meet in 2030'],
        ['Стороны ', { bracket: 'b' }, ' встретиться в 2020 году'],
        verb,
      ),
    )
    expect(found).toEqual([
      ['x', ['numbers.differ']],
      ['y', []],
    ])
  })

  it('other brackets are read as the sponsor of the alternative has them', () => {
    const one = bracket('one', option('x', 'US', ['on 3 March 2020'], []), option('y', 'RU', [], []))
    const other = bracket('other', option('z', 'US', [], ['3 марта 2020 года']), option('w', 'RU', [], []))
    const en: Content = ['The Parties met ', { bracket: 'one' }, { bracket: 'other' }]
    const ru: Content = ['Стороны встретились ', { bracket: 'other' }, { bracket: 'one' }]
    expect(codes(clause(en, ru, one, other)).flatMap(([, found]) => found)).toEqual([])
  })

  it('an alternative inside another is read with the one that holds it', () => {
    const inner = bracket('inner', option('i', 'US', ['5'], ['5']), option('j', 'RU', ['6'], ['7']))
    const outer = bracket(
      'outer',
      option('o', 'US', ['within ', { bracket: 'inner' }, ' days'], ['за ', { bracket: 'inner' }, ' дней']),
      option('p', 'RU', ['soon'], ['скоро']),
    )
    const given = clause(
      ['They meet ', { bracket: 'outer' }],
      ['Они встречаются ', { bracket: 'outer' }],
      outer,
      inner,
    )
    expect(
      readingsOf(given)
        .find(({ alternative }) => alternative?.id === 'j')
        ?.pair.en.trim(),
    ).toBe('They meet within 6 days')
    expect(codes(given).find(([id]) => id === 'j')).toEqual(['j', ['numbers.differ']])
  })

  it('a bracket that one language does not have is found', () => {
    const lone = bracket('b', option('x', 'US', [' today'], []), option('y', 'RU', [], []))
    expect(codes(clause(['They meet', { bracket: 'b' }], ['Они встречаются'], lone))[0]?.[1]).toContain(
      'brackets.count',
    )
  })

  it('footnotes belong to the clause', () => {
    const given = {
      ...clause(['the report', { note: 'n' }], ['доклад', { note: 'n' }]),
      notes: { n: { en: ['A/78/1'], ru: ['A/77/1'] } },
    }
    expect(checkClause(given)[0]?.findings.map(({ code }) => code)).toEqual(['symbols.differ'])
  })
})
