/** The periodic monitoring reports before the table, newest first, and the form of the mission's head for another. */
import { Link } from '@tanstack/react-router'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { Empty } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Moment, useMoments } from '../../moments.tsx'
import { useMay, useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useRoom } from '../use-commitments.ts'
import { IssueForm } from './issue-form.tsx'

export const ReportsView = ({ view }: { readonly view: CommitmentsView }) => {
  const say = useSay()
  const names = useNames()
  const { id: process } = useProcess()
  const { day } = useMoments()
  const plenary = useRoom('plenary')
  const may = useMay(plenary)
  return (
    <div className="stack wide-gap">
      {plenary && <RoomLine room={plenary} />}
      {view.reports.length === 0 && <Empty>{say('commitments.periodic.none')}</Empty>}
      <ul className="lines">
        {view.reports.toReversed().map(({ object, state }) => (
          <li key={object}>
            <p className="serif">
              <Link to="/t/$process/commitments/reports/$report" params={{ process, report: object }}>
                {say('commitments.periodic.period', { from: day(state.from), to: day(state.to) })}
              </Link>
            </p>
            <p className="small quiet">
              {say('commitments.periodic.issued', { who: names.actor(state.by) })} · <Moment at={state.at} />{' '}
              · {say('commitments.periodic.dissents', { count: state.dissents.length })}
            </p>
          </li>
        ))}
      </ul>
      {plenary && may('monitoring-report.issue') && <IssueForm room={plenary} />}
    </div>
  )
}
