/** Words in every language of the talks, begun for the mediator and changed at will; all of them are needed. */
import { useState } from 'react'
import type { Wording } from '#domain/language/wording.ts'
import type { Language } from '#domain/parties/localised.ts'
import { WordsField } from '../../elements/field.tsx'
import { useLanguageName } from '../../elements/languages.ts'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

/** Words being written. `wording` is null until every language has some. */
export interface SaidWords {
  readonly words: Readonly<Record<string, string>>
  readonly write: (language: string, words: string) => void
  readonly wording: Wording | null
}

/** Begins with what `begin` gives for each language. */
export const useSaidWords = (begin: (language: Language) => string): SaidWords => {
  const { process, me } = useProcess()
  const { languages } = process
  const [words, setWords] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(languages.map((language) => [language, begin(language)])),
  )
  const original = languages.includes(me.language) ? me.language : (languages[0] ?? 'en')
  const trimmed = Object.fromEntries(languages.map((each) => [each, (words[each] ?? '').trim()]))
  return {
    words,
    write: (language, text) => setWords({ ...words, [language]: text }),
    wording: Object.values(trimmed).every((each) => each !== '') ? { original, words: trimmed } : null,
  }
}

export const SaidWordsFields = ({ of }: { readonly of: SaidWords }) => {
  const { process } = useProcess()
  const say = useSay()
  const languageName = useLanguageName()
  return (
    <div className="columns">
      {process.languages.map((language) => (
        <WordsField
          key={language}
          label={say('bargaining.mediator.words-in', { language: languageName(language) })}
          lang={language}
          value={of.words[language] ?? ''}
          onChange={(text) => of.write(language, text)}
        />
      ))}
    </div>
  )
}
