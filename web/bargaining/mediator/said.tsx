/** The words of a suggestion or a ballot in every language, and what they stand for on the agenda. */
import type { Suggested } from '#domain/bargaining/suggestion.ts'
import { useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

/** The words, side by side. */
export const Said = ({ of }: { readonly of: Suggested }) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  return (
    <div className="stack tight">
      <div className="columns">
        {process.languages.map((language) => (
          <p key={language} lang={language} dir="auto" className="serif said">
            {of.words.words[language]}
          </p>
        ))}
      </div>
      <details className="small">
        <summary>{say('bargaining.mediator.stands-for', { count: of.chosen.length })}</summary>
        <ul className="bullets">
          {of.chosen.map(({ issue, names: said }) => (
            <li key={issue} dir="auto">
              {say('bargaining.mediator.issue-options', {
                issue: names.of(said.issue),
                options: names.of(said.option),
              })}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
