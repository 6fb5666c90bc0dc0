/** A name in every language of the talks, side by side. */
import type { Localised } from '#domain/parties/localised.ts'
import { LineField } from '../../elements/field.tsx'
import { useLanguageName } from '../../elements/languages.ts'
import { useSay } from '../../speech.tsx'
import { useBothLanguages } from '../names.ts'

/** One field for each language; `what` names the thing. */
export const NameFields = ({
  what,
  name,
  onChange,
}: {
  readonly what: string
  readonly name: Localised
  readonly onChange: (name: Localised) => void
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const languages = useBothLanguages()
  return (
    <div className="columns">
      {languages.map((language) => (
        <LineField
          key={language}
          label={say('agenda.name-in', { what, language: languageName(language) })}
          lang={language}
          value={name[language] ?? ''}
          onChange={(words) => onChange({ ...name, [language]: words })}
        />
      ))}
    </div>
  )
}
