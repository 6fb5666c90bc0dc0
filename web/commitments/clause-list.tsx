/** The clauses of the common text, one of which a stipulation is drawn from. */
import { Link } from '@tanstack/react-router'
import { quotable } from '#domain/commitments/quote.ts'
import type { Clause } from '#domain/text/clause.ts'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

export const ClauseList = ({
  clauses,
  process,
}: {
  readonly clauses: readonly Clause[]
  readonly process: string
}) => {
  const say = useSay()
  const { me } = useProcess()
  return (
    <section className="stack" aria-labelledby="choose">
      <h2 id="choose">{say('commitments.choose-clause')}</h2>
      <ul className="plain-list lines">
        {clauses
          .filter(({ standing, kind }) => standing === 'in' && kind !== 'title' && kind !== 'heading')
          .map((each) => {
            const words = quotable(each.passage[me.language] ?? Object.values(each.passage)[0] ?? [])
            return (
              <li key={each.id}>
                <Link
                  to="/t/$process/commitments/stipulate"
                  params={{ process }}
                  search={{ clause: each.id }}
                >
                  {words.slice(0, 160) || '—'}
                </Link>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
