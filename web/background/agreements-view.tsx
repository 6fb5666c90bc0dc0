/** Earlier agreements and what became of them: each by the last word on it, with every step before. */
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { BackgroundView } from '#contract/background-views.ts'
import { coursesOf, type Fate } from '#domain/background/fate.ts'
import { AgreementsOf } from '../commitments/outside/agreements-of.tsx'
import { SourceLine } from '../commitments/outside/source-line.tsx'
import { useOutside } from '../commitments/outside/use-outside.ts'
import { Empty } from '../elements/page.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { DatedLink } from './event-link.tsx'

const marks: Readonly<Record<Fate, string>> = { untold: '·', 'in-force': '●', suspended: '◐', ended: '○' }

/** Agreements of other talks, as an outside source has coded them: apart from one's own, and never without its name. */
const Elsewhere = () => {
  const say = useSay()
  const names = useNames()
  const { id } = useProcess()
  const loaded = (useOutside().data?.loaded ?? []).filter(({ contents }) => contents.kind === 'agreements')
  return (
    <section className="stack tight" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{say('background.elsewhere')}</h2>
      {loaded.map((from) => (
        <div key={`${from.room} ${from.object}`} className="card stack tight">
          <h3 dir="auto">{names.of(from.label)}</h3>
          <SourceLine from={from} />
          <AgreementsOf of={from} />
        </div>
      ))}
      <p className="hint no-print">
        {say('background.elsewhere.how')}{' '}
        <Link to="/t/$process/commitments" params={{ process: id }} search={{ view: 'outside' }}>
          {say('commitments.view.outside')}
        </Link>
      </p>
    </section>
  )
}

export const AgreementsView = ({ view }: { readonly view: BackgroundView }) => {
  const say = useSay()
  const courses = useMemo(() => coursesOf(view.events), [view.events])
  return (
    <div className="stack">
      {courses.length === 0 ? (
        <Empty>{say('background.agreements.none')}</Empty>
      ) : (
        <p className="hint">{say('background.agreements.how')}</p>
      )}
      <ol className="plain-list lines">
        {courses.map(({ agreement, after, fate }) => (
          <li key={`${agreement.room} ${agreement.object}`} className="event-course">
            <p>
              <DatedLink of={agreement} />
            </p>
            <p className="event-fate" data-fate={fate}>
              <span aria-hidden="true">{marks[fate]}</span> {say(`background.fate.${fate}`)}
            </p>
            {after.length > 0 && (
              <ol className="bullets small">
                {after.map((event) => (
                  <li key={`${event.room} ${event.object}`}>
                    <DatedLink of={event} />{' '}
                    <span className="quiet">{say(`background.kind.${event.kind}`)}</span>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <Elsewhere />
    </div>
  )
}
