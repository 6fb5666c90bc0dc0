/** The clauses of a text to choose from, by number and first words. */
import { writeClause } from '#domain/text/notation/write.ts'
import { useText } from './text-context.tsx'

/** Every clause but this one, as choices of a list. */
export const useClauseOptions = (
  except: string,
): readonly { readonly key: string; readonly name: string; readonly lang: string }[] => {
  const { languages, now } = useText()
  const [lang = 'en'] = languages
  return now()
    .rows.rows.filter(({ clause }) => clause.id !== except)
    .map(({ clause, number }) => {
      const words = writeClause(clause, lang)
      const name = `${number[lang] ?? ''} ${words.length > 60 ? `${words.slice(0, 58)}…` : words}`.trim()
      return { key: clause.id, name, lang }
    })
}
