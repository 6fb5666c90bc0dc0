/** What became of the words that a stipulation stands on, since its clause was changed: in each language, word by word. */
import type { StipulationView } from '#contract/commitments-views.ts'
import { changeOfQuote } from '#domain/commitments/requote.ts'
import type { Run } from '#domain/text/compare/compare.ts'
import { useLanguageName } from '../elements/languages.ts'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

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
          const quoted = state.quote.words[language] ?? ''
          const now = standing === 'gone' ? '' : (clause?.words[language] ?? '')
          const runs = changeOfQuote(quoted, now)
          return (
            <div key={language}>
              <p className="small quiet">{languageName(language)}</p>
              <p lang={language} className="words">
                {runs.length === 0 ? <del>{quoted}</del> : <Runs runs={runs} />}
                {runs.length === 0 && now !== '' && (
                  <>
                    {' '}
                    <ins>{now}</ins>
                  </>
                )}
              </p>
            </div>
          )
        })}
      </div>
    </section>
  )
}
