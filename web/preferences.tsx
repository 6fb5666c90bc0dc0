/** Language and theme of the interface: each person's own, kept in their browser, changed at any time. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'react-intl'
import english from './catalogue/en.json'
import russian from './catalogue/ru.json'

/** The languages the interface speaks. */
export const interfaceLanguages = ['en', 'ru'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const catalogues: Readonly<Record<InterfaceLanguage, Readonly<Record<string, string>>>> = {
  en: english,
  ru: russian,
}

interface Preferences {
  readonly language: InterfaceLanguage
  readonly theme: Theme
  readonly chooseLanguage: (language: InterfaceLanguage) => void
  readonly chooseTheme: (theme: Theme) => void
}

const Context = createContext<Preferences | null>(null)

/** The reader's choices; only inside `Preferences`. */
export const usePreferences = (): Preferences => {
  const found = useContext(Context)
  if (!found) throw new Error('no preferences around this part of the screen')
  return found
}

/** The language of the interface that fits a list of wishes best; English if none does. */
export const fittingLanguage = (wishes: readonly string[]): InterfaceLanguage =>
  wishes
    .map((wish) => interfaceLanguages.find((language) => wish.toLowerCase().startsWith(language)))
    .find((language) => language !== undefined) ?? 'en'

const remembered = <T extends string>(key: string, allowed: readonly T[]): T | undefined => {
  try {
    const kept = localStorage.getItem(key)
    return allowed.find((each) => each === kept)
  } catch {
    return undefined
  }
}

const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still works; the choice then lasts as long as the page.
  }
}

const useRootAttribute = (name: 'lang' | 'data-theme', value: string): void => {
  useLayoutEffect(() => {
    const root = document.documentElement
    const before = root.getAttribute(name)
    root.setAttribute(name, value)
    return () => {
      if (before !== null) root.setAttribute(name, before)
    }
  }, [name, value])
}

// One and the same function: with another one everything that speaks would be drawn again.
const quietly = (): void => {}

/** Gives everything inside it the language and theme of one person; `person` is a member's id, or `door`. */
export const PreferencesOf = ({
  person,
  wishes,
  children,
}: {
  readonly person: string
  readonly wishes: readonly string[]
  readonly children: ReactNode
}) => {
  const [language, setLanguage] = useState(
    () => remembered(`parley.language.${person}`, interfaceLanguages) ?? fittingLanguage(wishes),
  )
  const [theme, setTheme] = useState(() => remembered(`parley.theme.${person}`, themes) ?? 'system')
  useRootAttribute('lang', language)
  useRootAttribute('data-theme', theme)
  useEffect(() => {
    const heard = (event: StorageEvent) => {
      if (event.key === `parley.theme.${person}`) setTheme(remembered(event.key, themes) ?? 'system')
    }
    addEventListener('storage', heard)
    return () => removeEventListener('storage', heard)
  }, [person])
  const preferences = useMemo(
    () => ({
      language,
      theme,
      chooseLanguage: (chosen: InterfaceLanguage) => {
        remember(`parley.language.${person}`, chosen)
        setLanguage(chosen)
      },
      chooseTheme: (chosen: Theme) => {
        remember(`parley.theme.${person}`, chosen)
        setTheme(chosen)
      },
    }),
    [language, theme, person],
  )
  return (
    <Context value={preferences}>
      <IntlProvider locale={language} messages={catalogues[language]} onError={quietly}>
        <I18nProvider locale={language === 'en' ? 'en-GB' : 'ru-RU'}>{children}</I18nProvider>
      </IntlProvider>
    </Context>
  )
}
