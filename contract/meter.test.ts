/** The sentences of the drafting meter: each flag, level, force and form has one in both languages, with the same facts. */
import { expect, it } from 'vitest'
import { flags } from '#domain/commitments/drafting/meter.ts'
import en from './meter.en.json' with { type: 'json' }
import ru from './meter.ru.json' with { type: 'json' }

const names = 'sentence count all by kind words ordered reason flags language steps candidates'.split(' ')
const facts = (sentence: string): readonly string[] =>
  names.filter((name) => new RegExp(`\\{${name}[},]`).test(sentence))

it('has a sentence for every flag and level, in both languages, with the same facts', () => {
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  expect(Object.keys(en).filter((code) => code.startsWith('flag.') && code !== 'flag.of')).toEqual(
    flags.map((flag) => `flag.${flag}`),
  )
  expect(Object.keys(en).filter((code) => code.startsWith('level.'))).toEqual([
    'level.0',
    'level.1',
    'level.2',
    'level.3',
  ])
  for (const [code, sentence] of Object.entries(en))
    expect([code, facts(ru[code as keyof typeof ru])]).toEqual([code, facts(sentence)])
})
