import { expect, it } from 'vitest'
import en from './conflicts.en.json' with { type: 'json' }
import ru from './conflicts.ru.json' with { type: 'json' }

const facts = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)(?=[},])/g)].map(([, name]) => name ?? ''))].toSorted()

it('has a sentence for every conflict, in both languages, with the same facts', () => {
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  for (const [code, sentence] of Object.entries(en))
    expect([code, facts(ru[code as keyof typeof ru])]).toEqual([code, facts(sentence)])
})
