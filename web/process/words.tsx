/** Words of one author on this page: read in the reader's language where they are there, written in any of the process. */
import type { Wording } from '#domain/language/wording.ts'
import { BothFields, type Written } from '../elements/both-fields.tsx'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'

/** What was written, as a wording: the reader's language is the original where it has words; null while nothing has. */
export const useWordingOf = (): ((written: Written) => Wording | null) => {
  const { process } = useProcess()
  const { language } = usePreferences()
  return (written) => {
    const order = [language, ...process.languages.filter((each) => each !== language)]
    const filled = order.flatMap((each) => {
      const words = (written[each] ?? '').trim()
      return words === '' ? [] : [[each, words] as const]
    })
    const [first] = filled
    return first ? { original: first[0], words: Object.fromEntries(filled) } : null
  }
}

/** Fields for words in every language, of which one is enough. */
export const OwnWords = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: Written
  readonly onChange: (value: Written) => void
}) => <BothFields long label={label} value={value} onChange={onChange} />

/** The words in the reader's language, else as they were written. */
export const Said = ({ of }: { readonly of: Wording }) => {
  const { language } = usePreferences()
  const shown = of.words[language] === undefined ? of.original : language
  return (
    <p className="words" lang={shown} dir="auto">
      {of.words[shown]}
    </p>
  )
}

/** Words that are there in every language, in the reader's own. */
export const SaidInAll = ({ of }: { readonly of: Readonly<Record<string, string>> }) => {
  const { language } = usePreferences()
  const shown = of[language] === undefined ? (Object.keys(of)[0] ?? language) : language
  return (
    <p className="words" lang={shown} dir="auto">
      {of[shown]}
    </p>
  )
}
