import { expect, it } from 'vitest'
import { figureLines, symmetryParts } from '#domain/process/symmetry/lines.ts'
import { symmetryOf } from '#domain/process/symmetry/symmetry.ts'
import en from './symmetry.en.json' with { type: 'json' }
import ru from './symmetry.ru.json' with { type: 'json' }

const facts = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))]
    .filter((name) => name !== 'than')
    .toSorted()

it('has a name for every figure and every part, in both languages, with the same facts', () => {
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  const name = { en: 'x' }
  const parties = ['a', 'b'].map((key) => ({ key, name, short: name, hue: 'a' as const }))
  const recorded = {
    process: { languages: ['en', 'ru'], parties, seats: [] },
    rooms: [],
    acts: [],
    at: '2026-01-01T00:00:00.000Z',
  }
  const figures = figureLines(symmetryOf(recorded, ['a', 'b'])).map(({ figure }) => figure)
  for (const code of [...figures, ...symmetryParts.map((part) => `part.${part}`)])
    expect(Object.keys(en)).toContain(code)
  for (const [code, sentence] of Object.entries(en))
    expect([code, facts(ru[code as keyof typeof ru])]).toEqual([code, facts(sentence)])
})
