/** The agenda as it is read: baskets, issues, options in every language, and what cannot go together. */
import type { Agenda, Issue } from '#domain/bargaining/agenda.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { capital, useLanguageName } from '../../elements/languages.ts'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames, useBothLanguages } from '../names.ts'
import { PlaceLinks } from '../places.tsx'

const InBoth = ({ name }: { readonly name: Localised }) => {
  const languages = useBothLanguages()
  const languageName = useLanguageName()
  return languages.map((language) => (
    <td key={language} lang={language} dir="auto" data-of={capital(languageName(language))} className="serif">
      {name[language]}
    </td>
  ))
}

const IssueRead = ({ issue }: { readonly issue: Issue }) => {
  const say = useSay()
  const names = useNames()
  const languageName = useLanguageName()
  const languages = useBothLanguages()
  const { range } = issue
  const other = languages.slice(1)
  return (
    <section className="issue-read stack tight" aria-label={names.of(issue.name)}>
      <h3>{names.of(issue.name)}</h3>
      {other.map((language) => (
        <p key={language} lang={language} dir="auto" className="serif quiet">
          {issue.name[language]}
        </p>
      ))}
      {range ? (
        <p>
          {say('agenda.range', {
            from: range.from,
            to: range.to,
            unit: range.unit ? names.of(range.unit) : '',
          })}
        </p>
      ) : (
        <table className="figures package-words">
          <caption className="unseen">{say('agenda.options-of', { issue: names.of(issue.name) })}</caption>
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
            {issue.options.map((option) => (
              <tr key={option.id}>
                <InBoth name={option.name} />
                <td>
                  <PlaceLinks places={option.closes} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const Constraints = ({ agenda }: { readonly agenda: Agenda }) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const people = useNames()
  if (agenda.constraints.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{say('agenda.constraints')}</h2>
      <ul className="stack tight">
        {agenda.constraints.map(({ name, never }) => {
          const words = say('agenda.never', { options: names.together(never) })
          return (
            <li key={words}>
              {words}
              {name && <span className="quiet"> {people.of(name)}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The whole of it, basket by basket; issues of no basket come last. */
export const AgendaRead = ({ agenda }: { readonly agenda: Agenda }) => {
  const names = useNames()
  const say = useSay()
  const rest = say(agenda.baskets.length === 0 ? 'agenda.issues' : 'agenda.others')
  const baskets = [...agenda.baskets, { id: undefined, name: undefined }]
  return (
    <div className="agenda stack">
      {baskets.map(({ id, name }) => {
        const issues = agenda.issues.filter(({ basket }) => basket === id)
        if (issues.length === 0) return null
        return (
          <section key={id ?? 'none'} className="stack">
            <h2>{name ? names.of(name) : rest}</h2>
            {issues.map((issue) => (
              <IssueRead key={issue.id} issue={issue} />
            ))}
          </section>
        )
      })}
      <Constraints agenda={agenda} />
    </div>
  )
}
