/** Brackets read and written: what real papers hold, and laws that hold for any line at all. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause } from '../clause.ts'
import { brokenLaw } from '../laws.ts'
import { clauseOf, languages, noted, parties, scrap } from '../testing/noted.ts'
import { notationOf, readBilingual, readClause } from './clause.ts'
import { asJson } from './json.ts'
import { cleanWords, type Notation } from './notation.ts'
import { readNotation } from './read.ts'
import { writeNotation } from './write.ts'

const read = (source: string, parties?: readonly string[]): Notation => {
  const outcome = readNotation(source, { parties })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value ?? []
}
/** A line in few characters: `(US:shall|RF:should)` for a bracket, `<XX>` for a blank, `{…}` for a remark. */
const short = (notation: Notation | null): string =>
  notation === null
    ? '~'
    : notation
        .map((piece) => {
          if ('words' in piece) return piece.words
          if ('placeholder' in piece) return `<${piece.placeholder}>`
          if ('note' in piece) return `^${piece.note}`
          if ('remark' in piece) return `{${piece.remark}}`
          const sides = piece.alternatives.map(
            ({ by, content }) => `${by.length > 0 ? `${by.join(',')}:` : ''}${short(content)}`,
          )
          return `(${sides.join('|')})`
        })
        .join('')

/** A clause as it is typed so that it reads back as what it is. */
const typed = (clause: Pick<Clause, 'passage' | 'brackets'>, language: string): string => {
  const content = clause.passage[language]
  return writeNotation(content ? notationOf(content, clause.brackets, language) : null)
}

describe('a line with brackets', () => {
  it.each([
    ['The Parties [US: shall | RU: should] notify.', 'The Parties (US:shall|RU:should) notify.'],
    ['[us: shall | ru: should]', '(us:shall|ru:should)'],
    ['[США: обязуются | РФ: намерены]', '(США:обязуются|РФ:намерены)'],
    ['[РФ: немедленно] [США: в разумный срок]', '(РФ:немедленно|США:в разумный срок)'],
    [
      '[Российская Федерация: a] [Соединённые Штаты Америки: b]',
      '(Российская Федерация:a|Соединённые Штаты Америки:b)',
    ],
    ['[Европейский союз: a]', '(Европейский союз:a)'],
    [
      '[EU and its Member States: a | Group of 77 and China: b]',
      '(EU and its Member States:a|Group of 77 and China:b)',
    ],
    ['[US and UK: a / RF: b]', '(US,UK:a|RF:b)'],
    ['[US/UK: a / RF, РБ: b]', '(US,UK:a|RF,РБ:b)'],
    ['[US: a; RF: b]', '(US:a|RF:b)'],
    ['[US proposal: a][Proposal by RF: b]', '(US:a|RF:b)'],
    ['[shall] [agree to] act', '(shall|agree to) act'],
    ['[shall / should] act', '(shall|should) act'],
    ['[shall/should] act and/or [and/or] S/PV [km/h]', '(shall|should) act and/or (and/or) S/PV (km/h)'],
    ['[US: | RU: should]', '(US:|RU:should)'],
    ['[US:] [RF: in all]', '(US:|RF:in all)'],
    ['[shall | ]', '(shall|)'],
    ['[US: … | RU: should]', '(US:~|RU:should)'],
    ['[Alternative 1: a] [Alternative 2: b]', '(a|b)'],
    ['[Alt. 1. A b] [Alt. 2. C d]', '(A b|C d)'],
    ['[Option A: a]\n\n[Option B: b]', '(a|b)'],
    ['[Вариант 1: а] [Вариант 2: б]', '(а|б)'],
    ['[Option 1 (US): a] [Option 2 (RF): b]', '(US:a|RF:b)'],
    ['[US: a]\n\n[RF: b]', '(US:a)\n\n(RF:b)'],
    ['[US: a] [US: b]', '(US:a) (US:b)'],
    ['[US: shall] [RF: should] [US: promptly]', '(US:shall|RF:should) (US:promptly)'],
    ['[[legally binding] commitments]', '((legally binding) commitments)'],
    ['[US: [legally] binding | RF: ]', '(US:(legally) binding|RF:)'],
    ['[30] days', '(30) days'],
    ['[30] [60] days', '(30|60) days'],
    [
      '[XX] days, [ ] [..] […] [___] [TBD] [date] [дата] [ХХ] [X months] [insert date]',
      '<XX> days, <…> <..> <…> <___> <TBD> <date> <дата> <ХХ> <X months> <insert date>',
    ],
    ['[XX][YYYY] [--] [●]', '<XX><YYYY> <--> <●>'],
    [
      '[S/RES/2774] [S/RES/2774 (2025)] [A/78/1, A/78/2] [see S/2024/302] [sic]',
      '[S/RES/2774] [S/RES/2774 (2025)] [A/78/1, A/78/2] [see S/2024/302] [sic]',
    ],
    ['by [1 January 2026] and [2027]', 'by (1 January 2026) and (2027)'],
    ['resolution 2231[1] and the list[12].', 'resolution 2231[1] and the list[12].'],
    ['state[s]', 'state(s)'],
    ['a note[^1] here', 'a note^1 here'],
    ['1. [agreed] The [согласовано] x', '1. {agreed}The {согласовано}x'],
    ['x [agreed ad referendum, 12 May 2026]', 'x {agreed ad referendum, 12 May 2026}'],
    ['[РФ резервирует свою позицию по пункту 3.]', '{РФ резервирует свою позицию по пункту 3.}'],
    [
      '[scrutiny reservation by EU] [US reservation] [RF: reserves its position]',
      '{scrutiny reservation by EU}{US reservation}{RF: reserves its position}',
    ],
    [
      '[The United States reserves the right to inspect.]',
      '(The United States reserves the right to inspect.)',
    ],
    ['[The following: a]', '(The following: a)'],
    ['[Note: a] [at 10:30] [see b]', '{Note: a}(at 10:30) [see b]'],
    ['[Option 1: a] [Option 2: no text]', '(a|)'],
    ['[US: keep] [RF: delete] and [delete]', '(US:keep|RF:) and (delete)'],
    ['[US:shall|RF:should] [US:a] [RF:b]', '(US:shall|RF:should) (US:a|RF:b)'],
    ['[US: a // RF: b]', '(US:a|RF:b)'],
    ['[Alt 1 The Parties shall.] [Alt 2 The Parties may.]', '(The Parties shall.|The Parties may.)'],
    [
      '[States/Parties] and [resolution 2774 (2025)] and [INFCIRC/153 (Corrected)]',
      '(States/Parties) and [resolution 2774 (2025)] and [INFCIRC/153 (Corrected)]',
    ],
    [
      '[date to be inserted] [name of the State] [срок подлежит согласованию] [. . .]',
      '<date to be inserted> <name of the State> <срок подлежит согласованию> <. . .>',
    ],
    [
      '[US reserves.] [РФ оставляет за собой право вернуться к этому пункту.]',
      '{US reserves.}{РФ оставляет за собой право вернуться к этому пункту.}',
    ],
    [
      '[Ed.: to be checked] [Note by the Secretariat: as before.]',
      '{Ed.: to be checked}{Note by the Secretariat: as before.}',
    ],
    ['[Mediator: are to | US: shall]', '(Mediator:are to|US:shall)'],
    ['\\[not a bracket\\] a \\\\ b \\| c', '[not a bracket] a \\ b | c'],
    ['a / b | c', 'a / b | c'],
    ['[a]\\&[b] [c]\\& [d]', '(a)(b|c) (d)'],
    ['[\\XX] [\\&agreed]', '(XX|agreed)'],
  ])('%s is %s', (source, expected) => expect(short(read(source))).toBe(expected))

  it('knows the parties of its process by any name', () => {
    expect(short(read('[northland: a]', ['northland']))).toBe('(northland:a)')
    expect(short(read('[Those of the north: a]', ['Those of the north']))).toBe('(Those of the north:a)')
  })

  it.each([
    ['a [b [c', { code: 'notation.unclosed', facts: { count: 2, offset: 2, offsets: '2, 5' } }],
    ['a ] b', { code: 'notation.unopened', facts: { offset: 2 } }],
    ['['.repeat(70), { code: 'notation.too-deep', facts: { offset: 60 } }],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, { code: 'notation.too-deep', facts: { offset: 60 } }],
  ])('refuses %.20s', (source, refusal) => {
    expect(readNotation(source)).toEqual({ ok: false, refusal })
  })

  it('reads clean where alternatives are chosen, and leaves no space double', () => {
    expect(cleanWords(read('emit [net] gas [now].'), [1, 1])).toBe('emit gas.')
    expect(cleanWords(read('[[legally binding] commitments] of'), [0, 1])).toBe('commitments of')
    expect(asJson(read('[US: [a] b]')).ast).toEqual([
      { B: [{ by: ['US'], ast: [{ B: [{ by: [], T: 'a' }] }, { T: ' b' }] }] },
    ])
  })
})

const anyLine = fc.oneof(
  fc.array(scrap, { maxLength: 24 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

describe('any line', () => {
  it('is read, or refused with a position; what is read is read again from what is written', () => {
    fc.assert(
      fc.property(anyLine, (source) => {
        const outcome = readNotation(source)
        if (!outcome.ok) {
          expect(outcome.refusal.code).toMatch(/^notation\.(?:unclosed|unopened|too-deep)$/)
          const at = outcome.refusal.facts?.offset
          expect('[]').toContain(source.charAt(Number(at)))
          return
        }
        expect(readNotation(writeNotation(outcome.value))).toEqual(outcome)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('any clause', () => {
  it('is what it was when it is written and read, in one language', () => {
    fc.assert(
      fc.property(noted(1, 3), (lines) => {
        const clause = clauseOf(lines)
        const again = readClause(typed(clause, 'en'), 'en', { parties })
        if (!again.ok) throw new Error(JSON.stringify(again.refusal))
        expect({ passage: again.value.passage, brackets: again.value.brackets }).toEqual(clause)
        expect(again.value.remarks).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  it('is what it was when it is written and read in three languages together', () => {
    fc.assert(
      fc.property(noted(3, 2), (lines) => {
        const clause = clauseOf(lines)
        const sources = Object.fromEntries(languages.map((each) => [each, typed(clause, each)]))
        const again = readBilingual(sources, { parties })
        if (!again.ok) throw new Error(JSON.stringify(again.refusal))
        expect({ passage: again.value.passage, brackets: again.value.brackets }).toEqual(clause)
        const law = brokenLaw({ ...again.value, notes: {} }, languages)
        if (law) expect(law.law).toBe('empty-bracket')
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('two languages', () => {
  const joined = (en: string, ru: string, keys = {}) => readBilingual({ en, ru }, { keys })

  it('make one set of brackets, whose alternatives belong together by their sponsors', () => {
    const clause = joined(
      'The Parties [US: shall | RF: should] notify [promptly].',
      'Стороны [РФ: должны] [США: обязаны] [незамедлительно] уведомлять.',
      { США: 'US', РФ: 'RF' },
    )
    if (!clause.ok) throw new Error(JSON.stringify(clause.refusal))
    expect(clause.value.passage.en).toEqual([
      'The Parties ',
      { bracket: 'b1' },
      ' notify ',
      { bracket: 'b2' },
      '.',
    ])
    expect(clause.value.brackets.b1?.alternatives.map(({ sponsors: by, passage }) => [by, passage])).toEqual([
      [['US'], { en: ['shall'], ru: ['обязаны'] }],
      [['RF'], { en: ['should'], ru: ['должны'] }],
    ])
    expect(clause.value.passage.ru).toEqual([
      'Стороны ',
      { bracket: 'b1' },
      ' ',
      { bracket: 'b2' },
      ' уведомлять.',
    ])
  })

  it('are refused when a bracket stands in one of them alone, or has other sponsors', () => {
    expect(joined('a [b]', 'а')).toMatchObject({
      refusal: { code: 'notation.not-parallel', facts: { language: 'ru', bracket: '#1' } },
    })
    expect(joined('a', 'а [б]')).toMatchObject({ refusal: { facts: { language: 'ru' } } })
    expect(joined('[US: a]', '[США: а]')).toMatchObject({
      refusal: { facts: { language: 'ru', bracket: 'US' } },
    })
    expect(joined('[US: a', 'а')).toMatchObject({
      refusal: { code: 'notation.unclosed', facts: { language: 'en' } },
    })
  })

  it('may leave one not yet translated, and set marks and reservations apart', () => {
    const clause = joined('[agreed ad ref] A [US: b | RF: c]. [RF reserves its position.]', '…')
    if (!clause.ok) throw new Error(JSON.stringify(clause.refusal))
    expect(clause.value.passage).toEqual({ en: ['A ', { bracket: 'b1' }, '. '], ru: null })
    expect(clause.value.remarks).toEqual(['agreed ad ref', 'RF reserves its position.'])
  })
})
