/** The events of one file by month: how many of each kind, and how many dead by the source's lowest and highest figure. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { LoadedOutside } from '#contract/outside-views.ts'
import type { OutsideEvent } from '#domain/commitments/outside/event.ts'
import { monthsOf } from '#domain/commitments/outside/series.ts'
import { Shown } from '../../elements/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useProcess } from '../../process.tsx'
import { outsideContentsQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { figureBetween } from './figure-between.ts'

const Months = ({ events }: { readonly events: readonly OutsideEvent[] }) => {
  const say = useSay()
  const intl = useIntl()
  const { language } = usePreferences()
  const months = useMemo(() => monthsOf(events), [events])
  const most = Math.max(1, ...months.map((month) => month.events))
  const kinds = [...new Set(events.map(({ kind }) => kind))].toSorted()
  const monthName = (month: string) =>
    new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    )
  const figure = (value: number) => intl.formatNumber(value)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
    <section className="matrix-scroll" tabIndex={0} aria-label={say('commitments.outside.by-month')}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say('commitments.outside.month')}</th>
            <th scope="col">{say('commitments.outside.events')}</th>
            {kinds.map((kind) => (
              <th scope="col" key={kind} lang="en">
                {kind}
              </th>
            ))}
            <th scope="col">{say('commitments.outside.dead')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthName(month.month)}</th>
              <td>
                <span className="month-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${(100 * month.events) / most}%` }} />
                </span>
                {figure(month.events)}
              </td>
              {kinds.map((kind) => (
                <td key={kind}>{figure(month.kinds[kind] ?? 0)}</td>
              ))}
              <td>{figureBetween(month, figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export const EventsByMonth = ({ of }: { readonly of: Pick<LoadedOutside, 'room' | 'object'> }) => {
  const { id } = useProcess()
  const query = useQuery(outsideContentsQuery(id, of.room, of.object))
  return <Shown query={query}>{({ events }) => <Months events={events} />}</Shown>
}
