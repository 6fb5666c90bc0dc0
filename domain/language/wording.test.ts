import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTranslation, renderingIn, signOffTranslation, type Translatable } from './wording.ts'

const languages = ['en', 'ru', 'fr']
const step = fc.record({
  language: fc.constantFrom(...languages),
  words: fc.string(),
  isSigned: fc.boolean(),
  isSignOff: fc.boolean(),
})
const start: Translatable = { original: 'en', words: { en: 'original' }, translations: [] }
const signedOff = { by: 'i', at: 'now' }

describe('translations', () => {
  it('leave the wording alone, are one for each language, and never fall back from signed off to draft', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let text = start
        for (const { language, words, isSigned, isSignOff } of steps) {
          const before = renderingIn(text, language)
          const next = isSignOff
            ? signOffTranslation(text, language, 'i', 'now')
            : addTranslation(text, { language, words, by: 'i', ...(isSigned ? { signedOff } : {}) })
          if (next.ok) text = next.value
          const after = renderingIn(text, language)
          if (before?.standing === 'original') expect(after).toEqual(before)
          if (before?.standing === 'signed-off') expect(after?.standing).toBe('signed-off')
          if (!next.ok) expect(after).toEqual(before)
        }
        expect(text.words).toEqual(start.words)
        const given = text.translations.map(({ language }) => language)
        expect(new Set(given).size).toBe(given.length)
        expect(languages.filter((each) => !renderingIn(text, each))).toEqual(
          languages.filter((each) => each !== 'en' && !given.includes(each)),
        )
      }),
    )
  })

  it('are shown as what they are', () => {
    const text: Translatable = {
      original: 'en',
      words: { en: 'a', fr: 'b' },
      translations: [{ language: 'ru', words: 'c', by: 'one', signedOff: { by: 'two', at: 'now' } }],
    }
    expect(languages.map((language) => renderingIn(text, language)?.standing)).toEqual([
      'original',
      'signed-off',
      'author',
    ])
    expect(renderingIn(text, 'ru')?.by).toBe('two')
    expect(renderingIn(text, 'de')).toBeUndefined()
  })

  it('are refused with the reason', () => {
    const refused = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code
    expect(refused(addTranslation(start, { language: 'en', words: 'x', by: 'i' }))).toBe(
      'translation.by-author',
    )
    expect(refused(signOffTranslation(start, 'ru', 'i', 'now'))).toBe('translation.missing')
    const signed = addTranslation(start, { language: 'ru', words: 'x', by: 'i', signedOff })
    if (!signed.ok) throw new Error('it is signed off')
    expect(refused(signOffTranslation(signed.value, 'ru', 'i', 'now'))).toBe('translation.signed-off')
    expect(refused(addTranslation(signed.value, { language: 'ru', words: 'y', by: 'i' }))).toBe(
      'translation.signed-off',
    )
  })
})
