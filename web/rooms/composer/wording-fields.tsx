/** Writing in one language of the process, and, if one wishes, giving one's own words in the others too. */
import { useState } from 'react'
import type { Wording } from '#domain/language/wording.ts'
import { useDraft } from '../../drafts.ts'
import { Button } from '../../elements/button.tsx'
import { Pick, WordsField } from '../../elements/field.tsx'
import { capital, useLanguageName } from '../../elements/languages.ts'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { wordingOf } from './wording.ts'

/** Words being written: kept as a draft under its key, by language. */
export interface WritingWords {
  readonly original: string
  readonly setOriginal: (language: string) => void
  readonly words: Readonly<Record<string, string>>
  readonly write: (language: string, words: string) => void
  /** The wording as it can be sent; null while its original is empty. */
  readonly wording: Wording | null
  readonly clear: () => void
}

const parsed = (draft: string): Record<string, string> => {
  try {
    return JSON.parse(draft) as Record<string, string>
  } catch {
    return {}
  }
}

export const useWriting = (key: string): WritingWords => {
  const { process, me } = useProcess()
  const own = process.languages.includes(me.language) ? me.language : (process.languages[0] ?? 'en')
  const [draft, setDraft] = useDraft(key)
  const [chosen, setChosen] = useDraft(`${key}.original`, own)
  const original = chosen === '' ? own : chosen
  const words = parsed(draft)
  return {
    original,
    setOriginal: setChosen,
    words,
    write: (language, text) => setDraft(JSON.stringify({ ...words, [language]: text })),
    wording: wordingOf(original, words),
    clear: () => {
      setDraft('')
      setChosen('')
    },
  }
}

export const WordingFields = ({
  writing,
  label,
}: {
  readonly writing: WritingWords
  readonly label: string
}) => {
  const { process } = useProcess()
  const say = useSay()
  const languageName = useLanguageName()
  const others = process.languages.filter((language) => language !== writing.original)
  const given = others.some((language) => writing.words[language])
  const [both, setBoth] = useState(given)
  return (
    <div className="stack tight">
      <div className="line spread">
        <div className="compose-language">
          <Pick
            label={say('compose.language')}
            value={writing.original}
            onChange={writing.setOriginal}
            among={process.languages.map((key) => ({ key, name: capital(languageName(key)) }))}
          />
        </div>
        {!both && !given && others.length > 0 && (
          <Button look="text" onPress={() => setBoth(true)}>
            {say('compose.both')}
          </Button>
        )}
      </div>
      <div className="columns">
        <WordsField
          label={label}
          lang={writing.original}
          value={writing.words[writing.original] ?? ''}
          onChange={(words) => writing.write(writing.original, words)}
        />
        {(both || given) &&
          others.map((language) => (
            <WordsField
              key={language}
              label={say('compose.also', { language: languageName(language) })}
              lang={language}
              value={writing.words[language] ?? ''}
              onChange={(words) => writing.write(language, words)}
            />
          ))}
      </div>
    </div>
  )
}
