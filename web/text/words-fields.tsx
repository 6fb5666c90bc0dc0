/** A field for words in each language, side by side; a language may stay empty and is then not yet translated. */
import { WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { useSay } from '../speech.tsx'
import type { WordsByLanguage } from './kept.ts'
import { useText } from './text-context.tsx'

export const WordsFields = ({
  words,
  set,
}: {
  readonly words: WordsByLanguage
  readonly set: (words: WordsByLanguage) => void
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { languages } = useText()
  return (
    <>
      <div className="columns">
        {languages.map((language) => (
          <WordsField
            key={language}
            label={say('text.words-in', { language: languageName(language) })}
            lang={language}
            value={words[language] ?? ''}
            onChange={(said) => set({ ...words, [language]: said })}
          />
        ))}
      </div>
      <p className="hint">{say('text.may-be-empty')}</p>
    </>
  )
}
