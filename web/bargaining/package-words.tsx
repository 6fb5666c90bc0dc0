/** A package in words, clause by clause, in every language of the talks. */
import type { Chosen } from '#domain/bargaining/references.ts'
import { capital, useLanguageName } from '../elements/languages.ts'
import { useSay } from '../speech.tsx'
import { useBothLanguages } from './names.ts'
import { PlaceLinks } from './places.tsx'

/** One row for each issue; the languages stand beside each other, the reader's first. */
export const PackageWords = ({
  chosen,
  caption,
}: {
  readonly chosen: readonly Chosen[]
  readonly caption: string
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const languages = useBothLanguages()
  return (
    <table className="figures package-words">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {languages.map((language) => (
            <th key={language} scope="col">
              {capital(languageName(language))}
            </th>
          ))}
          <th scope="col">{say('bargaining.closes')}</th>
        </tr>
      </thead>
      <tbody>
        {chosen.map(({ issue, names, closes }) => (
          <tr key={issue}>
            {languages.map((language) => (
              <td key={language} lang={language} dir="auto" data-of={capital(languageName(language))}>
                <span className="small quiet">{names.issue[language]}</span>
                <br />
                <span className="serif">{names.option[language]}</span>
              </td>
            ))}
            <td data-of={closes?.length ? say('bargaining.closes') : undefined}>
              <PlaceLinks places={closes} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
