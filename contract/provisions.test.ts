/** The names of the provisions of the Peace Accords Matrix: one for each stem, in both languages. */
import { expect, it } from 'vitest'
import { provisionOf, provisionStems } from '#domain/commitments/scores/provisions.ts'
import en from './provisions.en.json' with { type: 'json' }
import ru from './provisions.ru.json' with { type: 'json' }

it('has a name for each of the 51 provisions in both languages, and no two alike', () => {
  expect(new Set(provisionStems).size).toBe(51)
  for (const names of [en, ru]) {
    expect(Object.keys(names)).toEqual(provisionStems)
    expect(new Set(Object.values(names)).size).toBe(51)
  }
  for (const name of Object.values(en)) expect(name).toMatch(/^\p{Lu}/u)
  for (const name of Object.values(ru)) expect(name).toMatch(/^\p{Script=Cyrillic}/u)
})

it('knows a provision by its stem, also as it is misspelt, and takes none for another', () => {
  for (const stem of provisionStems) expect(provisionOf(stem)).toBe(stem)
  expect(provisionOf('disput')).toBe('dispute')
  expect(provisionOf('Demob')).toBe('demob')
  for (const other of ['rat', 'tim', 'withe', 'terpower', '']) expect(provisionOf(other)).toBeUndefined()
})
