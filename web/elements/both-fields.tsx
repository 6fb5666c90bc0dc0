/** A field in every authentic language, side by side: nothing is entered in one language only. */

import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { LineField, WordsField } from './field.tsx'
import { useLanguageName } from './languages.ts'
import type { Written } from './written.ts'

// What a field in every language is written with is asked for together with the field.
export { type Written, whole } from './written.ts'

export const BothFields = ({
  label,
  value,
  onChange,
  long = false,
}: {
  readonly label: string
  readonly value: Written
  readonly onChange: (value: Written) => void
  readonly long?: boolean
}) => {
  const { process } = useProcess()
  const say = useSay()
  const languageName = useLanguageName()
  const Field = long ? WordsField : LineField
  return (
    <div className="columns">
      {process.languages.map((language) => (
        <Field
          key={language}
          label={say('commitments.in-language', { label, language: languageName(language) })}
          lang={language}
          value={value[language] ?? ''}
          onChange={(words) => onChange({ ...value, [language]: words })}
        />
      ))}
    </div>
  )
}
