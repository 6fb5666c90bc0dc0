/** Which language's words came first in the common text, clause by clause and alternative by alternative. */
import type { SymmetryView } from '#contract/symmetry.ts'
import type { SymmetryTeller } from '#contract/symmetry-words.ts'
import { useSay } from '../speech.tsx'

const Shares = ({
  of,
  name,
  languages,
  teller,
}: {
  readonly of: SymmetryView['text']['clauses']
  readonly name: string
  readonly languages: readonly string[]
  readonly teller: SymmetryTeller
}) => {
  const all = Object.values(of.first).reduce((sum, count) => sum + count, of.together)
  const share = (count: number) =>
    teller.phrase('text.share', { count, all, share: all === 0 ? 0 : count / all })
  return (
    <table className="figures symmetry shares">
      <caption>{name}</caption>
      <tbody>
        {languages.map((language) => (
          <tr key={language}>
            <th scope="row">{teller.phrase('text.first', { language: teller.language(language) })}</th>
            <td>{share(of.first[language] ?? 0)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{teller.phrase('text.together')}</th>
          <td>{share(of.together)}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** The section; nothing while there is no common text. */
export const TextLanguages = ({
  view,
  teller,
}: {
  readonly view: SymmetryView
  readonly teller: SymmetryTeller
}) => {
  const say = useSay()
  const { clauses, alternatives } = view.text
  const isEmpty = [clauses, alternatives].every(
    ({ first, together }) => together === 0 && Object.values(first).every((count) => count === 0),
  )
  if (isEmpty) return null
  return (
    <section className="card" aria-labelledby="text-languages">
      <h2 id="text-languages">{say('symmetry.text')}</h2>
      <Shares of={clauses} name={teller.phrase('text.clauses')} languages={view.languages} teller={teller} />
      <Shares
        of={alternatives}
        name={teller.phrase('text.alternatives')}
        languages={view.languages}
        teller={teller}
      />
    </section>
  )
}
