/** A package in words: every issue with its option in every language, and the words of the text it would take. */

import { useMemo } from 'react'
import type { Package, Place } from '#domain/bargaining/agenda.ts'
import { standingAt } from '#domain/bargaining/in-text.ts'
import type { Chosen } from '#domain/bargaining/references.ts'
import { chosenIn } from '#domain/bargaining/references.ts'
import { alternativesOf } from '#domain/text/laws.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { plainWords } from '#domain/text/side.ts'
import { capital, useLanguageName } from '../../elements/languages.ts'
import { usePreferences } from '../../preferences.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'

/** The numbers of the clauses in a language. */
const useNumbers = (language: string): ReadonlyMap<string, string> => {
  const { clauses } = useAtMediator()
  return useMemo(() => numbersOf({ clauses: [...clauses.values()] }, language), [clauses, language])
}

export const Taken = ({ place, language }: { readonly place: Place; readonly language: string }) => {
  const { clauses } = useAtMediator()
  const numbers = useNumbers(language)
  const say = useSay()
  const { language: reader } = usePreferences()
  const clause = clauses.get(place.clause)
  const all = clause
    ? [...alternativesOf(clause), ...clause.settled.flatMap(({ bracket }) => bracket.alternatives)]
    : []
  const words = all.find(({ id }) => id === place.alternative)?.passage[language]
  const standing = standingAt(clauses, place)
  const number = numbers.get(place.clause) ?? ''
  return (
    <span className="package-place small" data-standing={standing}>
      {number !== '' && (
        <span lang={reader}>
          {say('bargaining.chain.clause-number', { number: number.replace(/\.$/u, '') })}:{' '}
        </span>
      )}
      <q>{words ? plainWords(words, numbers).trim() || '∅' : '…'}</q>
      {standing !== 'open' && <span lang={reader}> ({say(`bargaining.mediator.place.${standing}`)})</span>}
    </span>
  )
}

const Line = ({
  of,
  language,
  changed,
}: {
  readonly of: Chosen
  readonly language: string
  readonly changed: boolean
}) => (
  <div className="package-line" data-changed={changed}>
    <dt>{of.names.issue[language]}</dt>
    <dd>
      <span className="serif">{of.names.option[language]}</span>
      {(of.closes ?? []).map((place) => (
        <Taken
          key={`${place.clause} ${place.bracket} ${place.alternative}`}
          place={place}
          language={language}
        />
      ))}
    </dd>
  </div>
)

/** The package; issues on which it differs from `beside` are marked. */
export const PackageWords = ({
  of,
  beside,
}: {
  readonly of: Package
  readonly beside?: Package | undefined
}) => {
  const { agenda } = useAtMediator()
  const { process } = useProcess()
  const languageName = useLanguageName()
  const { language: reader } = usePreferences()
  const chosen = chosenIn(agenda, of)
  return (
    <div className="columns package-languages">
      {process.languages.map((language) => (
        <section key={language} lang={language} aria-label={languageName(language)}>
          <h4 className="desk-label" lang={reader}>
            {capital(languageName(language))}
          </h4>
          <dl dir="auto">
            {chosen.map((each) => (
              <Line
                key={each.issue}
                of={each}
                language={language}
                changed={beside !== undefined && beside[each.issue] !== each.option}
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
