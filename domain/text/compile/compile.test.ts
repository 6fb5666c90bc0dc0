/** Compilation: whatever two drafts say, each side can be taken out again word for word. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml } from '#server/xml.ts'
import { readAkoma } from '../akoma.ts'
import { liveAlternatives } from '../bracket.ts'
import { brokenLaw } from '../laws.ts'
import { sideReading } from '../side.ts'
import { type Compilation, compile } from './compile.ts'
import { type Draft, type DraftClause, draftOf } from './draft.ts'

const done = (first: Draft, second: Draft): Compilation => {
  const outcome = compile(first, second, ['US', 'RU'])
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

const linesIn = (draft: Draft, language: string): readonly string[] =>
  draft.clauses.flatMap(({ words }) => (words[language] ? [words[language]] : []))

const taken = ({ text, orders }: Compilation, side: string, language: string): readonly string[] =>
  sideReading(text, side, language, orders[side]).flatMap(({ words }) => (words === '' ? [] : [words]))

const givesBack = (first: Draft, second: Draft): void => {
  const compiled = done(first, second)
  for (const language of first.languages) {
    expect(taken(compiled, 'US', language)).toEqual(linesIn(first, language))
    expect(taken(compiled, 'RU', language)).toEqual(linesIn(second, language))
  }
  for (const clause of compiled.text.clauses) expect(brokenLaw(clause, first.languages)).toBeNull()
  const { clean, bracketed, oneSided } = compiled.counts
  expect(clean + bracketed + oneSided).toBe(compiled.text.clauses.length)
}

const clause = (en: string | null, ru: string | null, level = 0): DraftClause => ({
  kind: level > 0 ? 'sub-paragraph' : 'operative',
  level,
  words: { en, ru },
  notes: [],
})
const draft = (...clauses: readonly DraftClause[]): Draft => ({ languages: ['en', 'ru'], clauses })

const word = fc.constantFrom(
  'shall',
  'should',
  'notify',
  'the',
  'other',
  '24',
  '1.5',
  ',',
  'not',
  'Parties',
  'ё',
  '𝔘',
  ' ',
  '"',
  '\u0301',
)
const words = fc.oneof(
  { weight: 6, arbitrary: fc.array(word, { maxLength: 14 }).map((list) => list.join(' ')) },
  { weight: 2, arbitrary: fc.string({ maxLength: 30, unit: 'grapheme' }) },
)
const arbitraryClause = fc.record({
  kind: fc.constantFrom('preambular', 'operative', 'sub-paragraph', 'heading', 'testimonium') as fc.Arbitrary<
    DraftClause['kind']
  >,
  level: fc.nat(2),
  words: fc.record({ en: fc.option(words, { freq: 12 }), ru: fc.option(words, { freq: 12 }) }),
  notes: fc.array(fc.record({ en: fc.option(words), ru: fc.option(words) }), { maxLength: 1 }),
})
const arbitraryDraft = fc.array(arbitraryClause, { maxLength: 8 }).map((clauses) => draft(...clauses))

describe('a compilation', () => {
  it('gives back either draft, word for word and in its own order, for any two drafts', () => {
    fc.assert(fc.property(arbitraryDraft, arbitraryDraft, givesBack), { numRuns: 1_500 })
  })

  it('gives back either draft when one is a changed copy of the other', () => {
    const changed = fc
      .tuple(arbitraryDraft, fc.array(fc.tuple(fc.nat(), fc.nat(), words), { maxLength: 6 }))
      .map(([one, edits]) => {
        const clauses = [...one.clauses]
        for (const [at, kind, other] of edits) {
          const i = at % Math.max(1, clauses.length)
          const found = clauses[i]
          if (!found) continue
          if (kind % 4 === 0) clauses.splice(i, 1)
          else if (kind % 4 === 1) clauses.push(...clauses.splice(i, 1))
          else
            clauses[i] = {
              ...found,
              words: { ...found.words, [kind % 2 ? 'en' : 'ru']: `${found.words.en ?? ''} ${other}` },
            }
        }
        return [one, draft(...clauses)] as const
      })
    fc.assert(
      fc.property(changed, ([one, other]) => givesBack(one, other)),
      { numRuns: 1_000 },
    )
  })

  it('of a draft with itself is clean throughout', () => {
    fc.assert(
      fc.property(arbitraryDraft, (one) => {
        const { counts, text } = done(one, one)
        expect(counts).toEqual({ clean: one.clauses.length, bracketed: 0, oneSided: 0, moved: counts.moved })
        expect(text.clauses.every(({ brackets }) => Object.keys(brackets).length === 0)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('puts a difference of words into one bracket that holds both languages', () => {
    const { text } = done(
      draft(clause('The Parties shall notify each other.', 'Стороны уведомляют друг друга.')),
      draft(clause('The Parties should notify each other.', 'Стороны должны уведомлять друг друга.')),
    )
    const brackets = Object.values(text.clauses[0]?.brackets ?? {})
    expect(brackets).toHaveLength(1)
    expect(
      liveAlternatives(brackets[0] as (typeof brackets)[0]).map(({ passage, sponsors }) => ({
        passage,
        sponsors,
      })),
    ).toEqual([
      { passage: { en: ['shall'], ru: ['уведомляют'] }, sponsors: ['US'] },
      { passage: { en: ['should'], ru: ['должны уведомлять'] }, sponsors: ['RU'] },
    ])
  })

  it('knows a clause that has moved, and does not bracket it', () => {
    const [a, b, c] = [
      clause('Each Party shall designate a point of contact.', 'Каждая Сторона назначает контактный пункт.'),
      clause(
        'Nothing in this text limits the freedom of navigation.',
        'Ничто не ограничивает свободу судоходства.',
      ),
      clause('The Parties shall meet twice a year.', 'Стороны встречаются дважды в год.'),
    ]
    const { counts } = done(draft(a, b, c), draft(b, c, a))
    expect(counts).toEqual({ clean: 3, bracketed: 0, oneSided: 0, moved: 1 })
  })
})

const un = new URL('../../../../shared/cases/un/', import.meta.url)
const paper = (symbol: string): Draft => {
  const readings = ['en', 'ru'].map((language) => {
    const xml = parseXml(readFileSync(new URL(`${symbol}.${language}.xml`, un)))
    const reading = xml.ok ? readAkoma(xml.value) : xml
    if (!reading.ok) throw new Error(reading.refusal.code)
    return reading.value
  })
  const made = draftOf(readings)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

describe.skipIf(!existsSync(un))(
  'the rival drafts of 2024 on weapons in outer space (skipped without ../shared/cases)',
  () => {
    it('give back S/2024/302 and S/2024/383 word for word, with what both say left clean', () => {
      const [first, second] = [paper('S_2024_302'), paper('S_2024_383')]
      givesBack(first, second)
      const { counts, text } = done(first, second)
      const inBoth = first.clauses.filter((one) =>
        second.clauses.some((other) => one.words.en === other.words.en && one.words.ru === other.words.ru),
      )
      console.log(
        `S/2024/302 and S/2024/383: ${counts.clean} of ${inBoth.length} clauses that are the same in both came out clean; ` +
          `${counts.bracketed} bracketed, ${counts.oneSided} one-sided, ${counts.moved} moved`,
      )
      expect(counts.clean).toBe(inBoth.length)
      const words = text.clauses
        .flatMap(({ brackets }) => Object.values(brackets))
        .map(({ alternatives }) => alternatives.map(({ passage }) => passage.en?.join('')))
      expect(words).toContainEqual(['sole', 'single'])
    })

    it('leaves papers on other matters apart', () => {
      const { counts, text } = done(paper('S_2024_302'), paper('S_RES_2774'))
      expect(counts.oneSided).toBeGreaterThan(text.clauses.length - 4)
    })
  },
)
