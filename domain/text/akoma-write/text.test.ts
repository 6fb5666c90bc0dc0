/** A text as Akoma Ntoso: valid, lossless with its brackets, plain without them. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSchema, schemaFaults } from '#server/testing/schema.ts'
import { parseXml } from '#server/xml.ts'
import { readAkoma } from '../akoma.ts'
import type { Bracket } from '../bracket.ts'
import { type Clause, newClause, textClauseKinds } from '../clause.ts'
import { compile } from '../compile/compile.ts'
import { draftOf } from '../compile/draft.ts'
import type { Passage } from '../content.ts'
import type { Exported } from '../export/about.ts'
import { readPapers } from '../notation/paper.ts'
import { orderSpread } from '../order.ts'
import { writeXml } from '../serialise.ts'
import { sideReading } from '../side.ts'
import { clauseOf, noted } from '../testing/noted.ts'
import { choiceOf, inReadingOrder, type Text } from '../text.ts'
import type { XmlElement } from '../xml.ts'
import { joinLanguages, readAkomaText } from './back.ts'
import { akomaOfText } from './text.ts'

const rootOf = (xml: string): XmlElement => {
  const parsed = parseXml(new TextEncoder().encode(xml))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return parsed.value
}
const back = (xml: string): Text => {
  const read = readAkomaText(rootOf(xml))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}
const plain = (xml: string) => {
  const read = readAkoma(rootOf(xml))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}
const exported = (text: Text): Exported => ({
  text,
  title: { en: 'Understanding', ru: 'Договорённость' },
  date: '2030-05-01',
  parties: [
    { key: 'US', name: { en: 'United States', ru: 'Соединённые Штаты' }, hue: 'a' },
    { key: 'RF', name: { en: 'Russian Federation', ru: 'Российская Федерация' }, hue: 'b' },
  ],
})
const inLanguage = (passage: Passage, language: string): Passage => ({
  [language]: passage[language] ?? null,
})

/** The text as one language of it holds it. */
const only = ({ clauses }: Text, language: string): readonly Clause[] =>
  inReadingOrder({ clauses }).map(({ clause }) =>
    newClause({
      id: clause.id,
      parent: clause.parent,
      order: clause.order,
      kind: clause.kind,
      ...(clause.number === undefined ? {} : { number: clause.number }),
      passage: inLanguage(clause.passage, language),
      notes: Object.fromEntries(
        Object.entries(clause.notes).map(([id, words]) => [id, inLanguage(words, language)]),
      ),
      brackets: Object.fromEntries(
        Object.entries(clause.brackets).map(([id, bracket]): [string, Bracket] => [
          id,
          {
            id,
            alternatives: bracket.alternatives.map((each) => ({
              ...each,
              passage: inLanguage(each.passage, language),
            })),
          },
        ]),
      ),
    }),
  )

const sample = (): Text => {
  const read = readPapers({
    en: 'Understanding\nThe Parties,\nRecalling [S/RES/2774],\n1. The Parties [US: shall | RF: should] notify within [30] days of [date].[^1]\n(a) of [[major] exercises];\n(b) of launches.\n2. [US: Nothing limits navigation.]\nDone in two copies.\n[^1]: As counted in Vienna.',
    ru: 'Договорённость\nСтороны,\nссылаясь на [S/RES/2774],\n1. Стороны [US: обязаны | RF: должны] уведомлять в течение [30] дней с [дата].[^1]\na) об [[крупных] учениях];\nb) о пусках.\n2. [US: Ничто не ограничивает судоходство.]\nСовершено в двух экземплярах.\n[^1]: По венскому счёту.',
  })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.text
}

describe('a text with brackets', () => {
  it.each(['en', 'ru'])('comes back in %s as it was', (language) => {
    const text = sample()
    const xml = writeXml(akomaOfText(exported(text), language))
    if (hasSchema) expect(schemaFaults(xml)).toEqual([])
    expect(back(xml).clauses).toEqual(only(text, language))
  })

  it('is read by other readers with its brackets as words', () => {
    const xml = writeXml(akomaOfText(exported(sample()), 'en'))
    expect(plain(xml).clauses.map(({ number, words }) => `${number ?? '-'} ${words}`)).toEqual([
      '- Understanding',
      '- The Parties,',
      '- Recalling [S/RES/2774],',
      '1. The Parties [United States: shall | Russian Federation: should] notify within [30] days of [date].',
      '(a) of [[major] exercises];',
      '(b) of launches.',
      '2. [United States: Nothing limits navigation.]',
      '- Done in two copies.',
    ])
    expect(plain(xml)).toMatchObject({ language: 'en', title: 'Understanding' })
  })

  it('is plain when every bracket is resolved: the words of one side and nothing of ours', () => {
    const text = sample()
    const xml = writeXml(akomaOfText(exported(text), 'en', { choose: choiceOf('RF') }))
    expect(xml).not.toContain('parley:')
    expect(xml).not.toContain('name="bracket"')
    if (hasSchema) expect(schemaFaults(xml)).toEqual([])
    const reading = plain(xml)
    expect(reading.clauses.map(({ words }) => words)).toEqual(
      sideReading(text, 'RF', 'en').map(({ words }) => words.replace(/\s+/gu, ' ')),
    )
    expect(readAkomaText(rootOf(xml))).toEqual({ ok: false, refusal: { code: 'paper.not-ours' } })
  })
})

const kind = fc.constantFrom(...textClauseKinds)
const anyText = fc
  .array(
    fc.record({
      lines: noted(2, 2),
      kind,
      under: fc.nat(3),
      number: fc.option(fc.constantFrom('4 bis', '(a)'), { freq: 3 }),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list): Text => {
    const orders = orderSpread(list.length)
    const clauses = list.map(({ lines, kind: each, under, number }, i) => {
      const { passage, brackets } = clauseOf(lines)
      return newClause({
        id: `c${i}`,
        kind: each,
        parent: under > 0 && i >= under ? `c${i - under}` : null,
        order: orders[i] ?? 'V',
        passage,
        brackets,
        ...(number === null ? {} : { number }),
      })
    })
    return { languages: ['en', 'ru'], clauses }
  })

describe('two languages of one text', () => {
  const text = sample()
  const en = back(writeXml(akomaOfText(exported(text), 'en')))
  const ru = back(writeXml(akomaOfText(exported(text), 'ru')))

  it('are the text they were when they are read apart and joined', () => {
    const whole = joinLanguages([en, ru])
    expect(whole.ok && inReadingOrder(whole.value).map(({ clause }) => clause)).toEqual(
      inReadingOrder(text).map(({ clause }) => clause),
    )
  })

  it('are refused when one has other brackets', () => {
    const [first, ...rest] = ru.clauses
    const other = { ...ru, clauses: first ? [{ ...first, order: 'z' }, ...rest] : [] }
    const refusal = { code: 'paper.not-one-text', facts: { language: 'ru' } }
    expect(joinLanguages([en, other])).toEqual({ ok: false, refusal })
    expect(joinLanguages([en, { ...ru, clauses: rest }])).toEqual({ ok: false, refusal })
  })
})

describe('any text', () => {
  it('comes back as it was, in each language', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'ru'), (text, language) => {
        const xml = writeXml(akomaOfText(exported(text), language))
        const sorted = (clauses: readonly Clause[]) =>
          clauses.toSorted((one, other) => (one.id < other.id ? -1 : 1))
        const made = back(xml)
        // No XML file can hold these characters; they come back as the sign of a lost one.
        const comparable = JSON.parse(
          JSON.stringify(sorted(only(text, language))).replace(
            /\\u00(?:0[0-8bcef]|1[0-9a-f])|\\[bf]/gu,
            '\uFFFD',
          ),
        )
        expect(JSON.parse(JSON.stringify(sorted(made.clauses)))).toEqual(comparable)
      }),
      { numRuns: 1_500 },
    )
  })

  it.skipIf(!hasSchema)('is valid (skipped without ../shared/cases/schemas)', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, resolve) => {
        const options = resolve ? { choose: choiceOf('US') } : {}
        expect(schemaFaults(writeXml(akomaOfText(exported(text), 'en', options)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

const folder = new URL('../../../../shared/cases/un/', import.meta.url)

describe.skipIf(!existsSync(folder) || !hasSchema)(
  'two drafts of ../shared/cases/un, compiled (skipped when they are not there)',
  () => {
    const draft = (symbol: string) => {
      const readings = ['en', 'ru'].map((language) =>
        plain(readFileSync(new URL(`${symbol}.${language}.xml`, folder), 'utf8')),
      )
      const made = draftOf(readings)
      if (!made.ok) throw new Error(made.refusal.code)
      return made.value
    }

    it.each(['en', 'ru'])(
      'come back in %s with every bracket, and plain as either side has them',
      (language) => {
        const compiled = compile(draft('S_2024_302'), draft('S_2024_383'), ['US', 'RF'])
        if (!compiled.ok) throw new Error(compiled.refusal.code)
        const { text } = compiled.value
        const xml = writeXml(akomaOfText(exported(text), language))
        expect(schemaFaults(xml)).toEqual([])
        expect(back(xml).clauses).toEqual(only(text, language))
        const side = writeXml(akomaOfText(exported(text), language, { choose: choiceOf('US') }))
        expect(schemaFaults(side)).toEqual([])
        expect(plain(side).clauses.map(({ words }) => words)).toEqual(
          sideReading(text, 'US', language).map(({ words }) => words),
        )
      },
    )
  },
)
