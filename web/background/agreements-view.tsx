/** Earlier agreements and what became of them: each by the last word on it, with every step before. */
import { useMemo } from 'react'
import type { BackgroundView } from '#contract/background-views.ts'
import { coursesOf, type Fate } from '#domain/background/fate.ts'
import { Empty } from '../elements/page.tsx'
import { useSay } from '../speech.tsx'
import { DatedLink } from './event-link.tsx'

const marks: Readonly<Record<Fate, string>> = { untold: '·', 'in-force': '●', suspended: '◐', ended: '○' }

export const AgreementsView = ({ view }: { readonly view: BackgroundView }) => {
  const say = useSay()
  const courses = useMemo(() => coursesOf(view.events), [view.events])
  if (courses.length === 0) return <Empty>{say('background.agreements.none')}</Empty>
  return (
    <div className="stack">
      <p className="hint">{say('background.agreements.how')}</p>
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
    </div>
  )
}
