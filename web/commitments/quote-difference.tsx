/** What became of the words that a stipulation stands on, since its clause was changed: in each language, word by word. */
import type { StipulationView } from '#contract/commitments-views.ts'
import { type Run, runsBetween } from '#domain/text/compare/compare.ts'
import { useLanguageName } from '../elements/languages.ts'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** Words that come before the first and after the last word of the quote were never in it: they are no difference. */
const withinQuote = (runs: readonly Run[]): readonly Run[] => {
  const own = runs.map(({ kind }) => kind !== 'added')
  const [first, last] = [own.indexOf(true), own.lastIndexOf(true)]
  return runs.slice(first, last + 1)
}

const Runs = ({ runs }: { readonly runs: readonly Run[] }) =>
  runs.map(({ kind, words }, i) => {
    const key = `${i}${words}`
    if (kind === 'removed') return <del key={key}>{words}</del>
    return kind === 'added' ? <ins key={key}>{words}</ins> : <span key={key}>{words}</span>
  })

/** Nothing while the quoted words stand where they were read. */
export const QuoteDifference = ({
  view,
}: {
  readonly view: Pick<StipulationView, 'state' | 'clause' | 'standing'>
}) => {
  const say = useSay()
  const { process } = useProcess()
  const languageName = useLanguageName()
  const { state, clause, standing } = view
  if (standing !== 'changed' && standing !== 'gone') return null
  return (
    <section className="card stack tight" aria-labelledby="difference">
      <h2 id="difference">{say('commitments.difference')}</h2>
      <div className="columns">
        {process.languages.map((language) => {
          const [quoted, now] = [state.quote.words[language] ?? '', clause?.words[language]]
          const isGone = standing === 'gone' || now === undefined
          return (
            <div key={language}>
              <p className="small quiet">{languageName(language)}</p>
              <p lang={language} className="words">
                {isGone ? <del>{quoted}</del> : <Runs runs={withinQuote(runsBetween(quoted, now))} />}
              </p>
            </div>
          )
        })}
      </div>
    </section>
  )
}
