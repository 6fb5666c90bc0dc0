/** Words that were written in one language and can be read in several. */

import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'

/**
 * What its author wrote: `words` holds the original language and any other that the author gave too.
 * Words that an interpreter adds later are translations, never wording.
 */
export interface Wording {
  readonly original: Language
  readonly words: Readonly<Record<Language, string>>
}

/** An interpreter's rendering. Until it is signed off it is shown as a draft, and it never becomes authentic. */
export interface Translation {
  readonly language: Language
  readonly words: string
  readonly by: string
  readonly signedOff?: { readonly by: string; readonly at: string } | undefined
}

/** Something with words that interpreters can add to. */
export interface Translatable extends Wording {
  readonly translations: readonly Translation[]
}

/** One language of something, and how far it can be relied upon. */
export interface Rendering {
  readonly language: Language
  readonly words: string
  readonly standing: 'original' | 'author' | 'signed-off' | 'draft'
  readonly by?: string | undefined
}

/** The rendering in this language, or undefined: "not yet translated". */
export const renderingIn = (text: Translatable, language: Language): Rendering | undefined => {
  const own = text.words[language]
  if (own !== undefined)
    return { language, words: own, standing: language === text.original ? 'original' : 'author' }
  const found = text.translations.find((translation) => translation.language === language)
  return (
    found && {
      language,
      words: found.words,
      standing: found.signedOff ? 'signed-off' : 'draft',
      by: found.signedOff?.by ?? found.by,
    }
  )
}

/**
 * Puts a rendering beside the original; a signed-off one is replaced only by a signed-off one.
 * `byAuthor`: the author gave this language already; for a message that is when its words are there.
 */
export const addTranslation = <T extends Translatable>(
  text: T,
  added: Translation,
  byAuthor = text.words[added.language] !== undefined,
): Outcome<T> => {
  if (byAuthor) return refuse('translation.by-author', { language: added.language })
  const before = text.translations.find(({ language }) => language === added.language)
  if (before?.signedOff && !added.signedOff)
    return refuse('translation.signed-off', { language: added.language })
  return done({
    ...text,
    translations: [...text.translations.filter(({ language }) => language !== added.language), added],
  })
}

/** Signs off the rendering that is there. */
export const signOffTranslation = <T extends Translatable>(
  text: T,
  language: Language,
  by: string,
  at: string,
): Outcome<T> => {
  const found = text.translations.find((translation) => translation.language === language)
  if (!found) return refuse('translation.missing', { language })
  if (found.signedOff) return refuse('translation.signed-off', { language })
  return done({
    ...text,
    translations: text.translations.map((t) => (t === found ? { ...t, signedOff: { by, at } } : t)),
  })
}
