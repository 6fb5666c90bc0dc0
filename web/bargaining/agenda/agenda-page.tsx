/** What is negotiated, as everybody at the table reads it. */
import type { BargainingView } from '#contract/bargaining-views.ts'
import { Empty } from '../../elements/page.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

/** The agenda that the plenary reads; empty, it says who sets it out. */
export const AgendaPage = ({ view }: { readonly view: BargainingView }) => {
  const say = useSay()
  const names = useNames()
  if (!view.agenda) return <Empty>{say('agenda.none')}</Empty>
  return (
    <ol className="stack">
      {view.agenda.state.issues.map((issue) => (
        <li key={issue.id}>
          <h2>{names.of(issue.name)}</h2>
        </li>
      ))}
    </ol>
  )
}
