/** A periodic report in the language that the reader chooses; each language says the same. */
import { useState } from 'react'
import type { PeriodicView } from '#contract/commitments-views.ts'
import { capital, useLanguageName } from '../../elements/languages.ts'
import { usePreferences } from '../../preferences.tsx'
import { useSay } from '../../speech.tsx'
import { Sheet } from './sheet.tsx'

export const Sheets = ({ sheets }: Pick<PeriodicView, 'sheets'>) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { language } = usePreferences()
  const [chosen, choose] = useState<string | null>(null)
  const languages = Object.keys(sheets)
  const shown = chosen ?? (languages.includes(language) ? language : (languages[0] ?? ''))
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around two buttons. */}
      <div className="switches no-print" role="group" aria-label={say('commitments.periodic.language')}>
        {languages.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            data-look="choice"
            aria-pressed={each === shown}
            onClick={() => choose(each)}
          >
            {capital(languageName(each))}
          </button>
        ))}
      </div>
      <Sheet blocks={sheets[shown] ?? []} language={shown} />
    </div>
  )
}
