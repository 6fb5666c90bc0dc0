/** Typed papers: where clauses begin and end, how they are numbered, and what is refused. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextFile } from '#contract/text-file.ts'
import { textFormat } from '../export/json.ts'
import { brokenLaw } from '../laws.ts'
import { numbersOf } from '../numbering.ts'
import { scrap } from '../testing/noted.ts'
import { inReadingOrder } from '../text.ts'
import type { Reading } from './clause.ts'
import { readPapers, type TypedText, textOfReadings } from './paper.ts'
import { writeClause } from './write.ts'

const read = (sources: Readonly<Record<string, string>>, reading: Reading = {}): TypedText => {
  const made = readPapers(sources, reading)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}
/** Each clause in a line: how deep, what kind, number, words. */
const lines = (en: string): readonly string[] => {
  const { text } = read({ en })
  const numbers = numbersOf(text, 'en')
  return inReadingOrder(text).map(
    ({ clause, depth }) =>
      `${depth} ${clause.kind} ${numbers.get(clause.id) ?? '-'} ${writeClause(clause, 'en')}`,
  )
}

describe('a typed paper', () => {
  it('has a clause on each line, with its number and its place', () => {
    expect(
      lines(
        'Understanding\nThe Parties,\nRecalling the Charter,\nI. Scope\nGeneral rules\n1. They shall:\n(a) meet;\n(b) report:\n(i) once;\n(ii) twice;\n2. They may.\nDone at Vienna.',
      ),
    ).toEqual([
      '0 title - Understanding',
      '0 preambular - The Parties,',
      '0 preambular - Recalling the Charter,',
      '0 operative I. Scope',
      '0 heading - General rules',
      '0 operative 1. They shall:',
      '1 sub-paragraph (a) meet;',
      '1 sub-paragraph (b) report:',
      '2 sub-paragraph (i) once;',
      '2 sub-paragraph (ii) twice;',
      '0 operative 2. They may.',
      '0 testimonium - Done at Vienna.',
    ])
  })

  it('knows articles, and a number that was given', () => {
    expect(
      lines(
        'Article 1 Terms\n1. One.\n(a) a.\nArticle 2: Duty\n1. Two.\n1 bis. no number\nArticle 2 bis\n3. Three.',
      ),
    ).toEqual([
      '0 article Article 1 Terms',
      '1 paragraph 1. One.',
      '2 sub-paragraph (a) a.',
      '0 article Article 2 Duty',
      '1 paragraph 1. Two.',
      '0 heading - 1 bis. no number',
      '0 article Article 2 bis ',
      '1 paragraph 3. Three.',
    ])
  })

  it('may be broken into lines at a width, with paragraphs apart', () => {
    expect(
      lines(
        '1. The Parties shall notify each other of every exercise that they\nintend to hold near the line.\n\n2. The Parties shall\nmeet.\n',
      ),
    ).toEqual([
      '0 operative 1. The Parties shall notify each other of every exercise that they intend to hold near the line.',
      '0 operative 2. The Parties shall',
      '0 testimonium - meet.',
    ])
  })

  it('has a bracket around several paragraphs as a bracket around each, and never tears one', () => {
    expect(
      lines('[US: 1. The Parties\nmeet.\n\n2. They report.]\n3. The [US: first\nand | RF: ] second.'),
    ).toEqual([
      '0 operative 1. [US: The Parties meet.]',
      '0 operative 2. [US: They report.]',
      '0 operative 3. The [US: first and | RF: ] second.',
    ])
    expect(lines('[Alt 1: The Parties shall meet.]\n\n[Alt 2: The Parties\nmay meet.]\nEnd.')).toEqual([
      '0 preambular - [The Parties shall meet. | The Parties may meet.]',
      '0 preambular - End.',
    ])
  })

  it('has the sides of one bracket together, wherever its lines are broken', () => {
    expect(lines('[US: They meet.\n/ RF: They may meet.]\n[US: One\n| RF: Two]')).toEqual([
      '0 preambular - [US: They meet. | RF: They may meet.]',
      '0 heading - [US: One | RF: Two]',
    ])
  })

  it('keeps footnotes with their clause, and remarks apart', () => {
    const { text, remarks } = read({
      en: '1. A[^1] b[^x]. [agreed ad ref]\n2. [RF reserves its position.] C.\n[^1]: One.\n[^x]: Two [S/RES/1].',
    })
    expect(text.clauses[0]?.passage.en).toEqual(['A', { note: 'n1' }, ' b', { note: 'n2' }, '.'])
    expect(text.clauses[0]?.notes).toEqual({ n1: { en: ['One.'] }, n2: { en: ['Two [S/RES/1].'] } })
    expect(text.clauses[1]?.passage.en).toEqual(['C.'])
    expect(remarks).toEqual([
      { clause: 'c1', remark: 'agreed ad ref' },
      { clause: 'c2', remark: 'RF reserves its position.' },
    ])
  })

  it('is read with its other language: clauses by number, brackets by sponsors', () => {
    const keys = { US: 'us', США: 'us', RF: 'ru', РФ: 'ru' }
    const { text, parties } = read(
      {
        en: '1. They [US: shall | RF: should] meet.\n2. Only here.',
        ru: '1. Они [РФ: должны | США: обязаны] встретиться.',
      },
      { keys },
    )
    expect(parties).toEqual(['us', 'ru'])
    expect(text.clauses.map(({ passage }) => passage.ru)).toEqual([
      ['Они ', { bracket: 'b1' }, ' встретиться.'],
      null,
    ])
    expect(text.clauses[0]?.brackets.b1?.alternatives[0]?.passage).toEqual({ en: ['shall'], ru: ['обязаны'] })
  })

  it('may come from a marked-up paper, its footnotes where they stood', () => {
    const clause = { key: 'a', kind: 'annex', level: 0, number: null, annex: 1 } as const
    const words = 'They [US: shall | RF: should] meet.'
    const footnotes = [{ at: 4, mark: '*', words: 'Both.' }]
    const made = textOfReadings([
      { language: 'en', symbol: null, title: null, sponsors: [], clauses: [{ ...clause, words, footnotes }] },
    ])
    if (!made.ok) throw new Error(made.refusal.code)
    expect(made.value.text.clauses[0]).toMatchObject({
      kind: 'testimonium',
      passage: { en: ['They', { note: 'n1' }, ' ', { bracket: 'b1' }, ' meet.'] },
      notes: { n1: { en: ['Both.'] } },
    })
  })

  it('is refused with the place of what is wrong', () => {
    expect(readPapers({ en: 'One.\nTwo [three.\nFour.' })).toMatchObject({
      refusal: { code: 'notation.unclosed', facts: { language: 'en', line: 2, column: 5, offset: 9 } },
    })
    expect(readPapers({ en: '1. A [US: b].', ru: '1. А [США: б].' })).toMatchObject({
      refusal: { code: 'notation.not-parallel', facts: { language: 'ru', bracket: 'US', clause: '1.' } },
    })
    expect(readPapers({ en: ' \n\n' })).toMatchObject({ refusal: { code: 'notation.empty' } })
  })
})

const anyPaper = fc
  .array(fc.oneof(scrap, fc.constantFrom('\n', '\n\n', '1. ', '(a) ', 'Article 3 ', '[^1]: ', '.')), {
    maxLength: 30,
  })
  .map((list) => list.join(''))

describe('any paper', () => {
  it('becomes a text that keeps every law and fits its file, or is refused', () => {
    fc.assert(
      fc.property(anyPaper, fc.option(anyPaper, { freq: 2 }), (en, ru) => {
        const sources = ru === null ? { en } : { en, ru }
        const made = readPapers(sources)
        if (!made.ok) {
          expect(made.refusal.code).toMatch(/^notation\./)
          return
        }
        const { text, parties } = made.value
        for (const clause of text.clauses) expect(brokenLaw(clause, Object.keys(sources))).toBeNull()
        expect(TextFile.safeParse({ format: textFormat, ...text, parties }).error?.issues).toBeUndefined()
      }),
      { numRuns: 3_000 },
    )
  })
})
