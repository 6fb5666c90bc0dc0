import { expect, it } from 'vitest'
import { figureLines, symmetryParts } from '#domain/process/symmetry/lines.ts'
import { symmetryOf } from '#domain/process/symmetry/symmetry.ts'
import en from './symmetry.en.json' with { type: 'json' }
import ru from './symmetry.ru.json' with { type: 'json' }
import { symmetryTellerOf } from './symmetry-words.ts'

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

it('tells times so that a difference never contradicts what is shown, and adds hours up beyond a day', () => {
  const teller = symmetryTellerOf((code, facts) => `${code} ${Object.values(facts).join(' ')}`.trim(), {
    party: (key) => key,
    language: (tag) => tag,
  })
  const [minute, hour] = [60_000, 3_600_000]
  const apart = (unit: 'count' | 'time' | 'total', ...values: readonly number[]) =>
    teller.difference({ part: 'alone', figure: 'sessions.time', unit, values }, ['a', 'b'])
  expect(teller.value(0, 'total')).toBe('time.minutes 0')
  expect(teller.value(30 * hour, 'total')).toBe('time.hours 30 0')
  expect(teller.value(30 * hour, 'time')).toBe('time.days 1 6')
  expect(teller.value(null, 'time')).toBe('—')
  expect(apart('count', 1, 3)).toBe('apart.count b a two 2')
  expect(apart('time', 2 * hour, hour)).toBe('apart.time a b two time.hours 1 0')
  expect(apart('time', 200 * hour, 200 * hour + 59 * minute)).toBe('apart.time.hour b a two')
  expect(apart('time', hour, hour + 59_000)).toBe('apart.time.minute b a two')
  expect(apart('total', 200 * hour, 200 * hour + 59 * minute)).toBe('apart.total b a two time.minutes 59')
  expect(apart('total', hour, hour + 1)).toBe('apart.total.minute b a two')
})
