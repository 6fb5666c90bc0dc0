/** Language and theme, on every page. */
import { type InterfaceLanguage, interfaceLanguages, themes, usePreferences } from '../preferences.tsx'
import { useSay } from '../speech.tsx'

const own: Readonly<Record<InterfaceLanguage, string>> = { en: 'English', ru: 'Русский' }

/** The language of the interface; each is called by its own name. */
export const LanguageSwitch = () => {
  const { language, chooseLanguage } = usePreferences()
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around two buttons.
    <div className="switches" role="group" aria-label={say('language')}>
      {interfaceLanguages.map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          data-look="choice"
          lang={each}
          aria-pressed={language === each}
          onClick={() => chooseLanguage(each)}
        >
          {own[each]}
        </button>
      ))}
    </div>
  )
}

/** Light, dark, or as the machine has it. */
export const ThemeSwitch = () => {
  const { theme, chooseTheme } = usePreferences()
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around three buttons.
    <div className="switches" role="group" aria-label={say('theme')}>
      {themes.map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          data-look="choice"
          aria-pressed={theme === each}
          onClick={() => chooseTheme(each)}
        >
          {say(`theme.${each}`)}
        </button>
      ))}
    </div>
  )
}
