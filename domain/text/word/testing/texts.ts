/** Small texts for tests of Word files. */
import { newAlternative } from '../../bracket.ts'
import { type Clause, newClause } from '../../clause.ts'
import type { Content } from '../../content.ts'
import { orderSpread } from '../../order.ts'
import { type PrintedText, type Printing, printedText } from '../../print/printed.ts'
import type { Text } from '../../text.ts'

const name = (key: string) => ({ en: key, ru: key === 'US' ? 'США' : key === 'RU' ? 'Россия' : key })

/** Two parties. */
export const parties = ['US', 'RU'].map((key) => ({ key, name: name(key), short: name(key) }))

/** A text of these clauses, in their order. */
export const textOf = (...clauses: readonly Clause[]): Text => {
  const orders = orderSpread(clauses.length)
  return {
    languages: ['en', 'ru'],
    clauses: clauses.map((each, i) => ({ ...each, order: orders[i] ?? 'V' })),
  }
}

/** A clause in two languages. */
export const clause = (
  id: string,
  en: Content | null,
  ru: Content | null,
  more: Partial<Clause> = {},
): Clause => newClause({ id, kind: 'operative', passage: { en, ru }, ...more })

/** A bracket of one alternative for each of these sponsors. */
export const bracket = (id: string, alternatives: Readonly<Record<string, readonly [Content, Content]>>) => ({
  [id]: {
    id,
    alternatives: Object.entries(alternatives).map(([key, [en, ru]]) =>
      newAlternative({
        id: `${id}-${key.toLowerCase()}`,
        passage: { en, ru },
        ...(key === 'stood' ? { stood: true as const } : { sponsors: [key] }),
      }),
    ),
  },
})

/** The text as it is printed with brackets. */
export const printedOf = (text: Text, more: Partial<Printing> = {}): PrintedText => {
  const printed = printedText(text, {
    title: { en: 'A text', ru: 'Текст' },
    parties,
    mode: 'bracketed',
    ...more,
  })
  if (!printed.ok) throw new Error(printed.refusal.code)
  return printed.value
}
