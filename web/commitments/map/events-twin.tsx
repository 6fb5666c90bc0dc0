/** The events of outside sources on the map, as a table: when and where as exactly as the source knows, and whose they are. */
import { useIntl } from 'react-intl'
import { areaNames } from '#domain/commitments/outside/precision.ts'
import { useMoments } from '../../moments.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { figureBetween } from '../outside/figure-between.ts'
import type { EventFrom } from './use-outside-events.ts'

/** As many as are told in words; the months of a file tell of them all. */
const mostTold = 300

export const EventsTwin = ({ events }: { readonly events: readonly EventFrom[] }) => {
  const say = useSay()
  const names = useNames()
  const intl = useIntl()
  const { day } = useMoments()
  const figure = (value: number) => intl.formatNumber(value)
  const title = say('commitments.outside.table', { count: events.length })
  return (
    <details className="twin">
      <summary>{title}</summary>
      {events.length > mostTold && (
        <p className="hint">{say('commitments.outside.newest', { count: mostTold })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard. */}
      <section className="matrix-scroll" tabIndex={0} aria-label={title}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{say('commitments.map.when')}</th>
              <th scope="col">{say('commitments.map.where')}</th>
              <th scope="col">{say('commitments.outside.kind')}</th>
              <th scope="col">{say('commitments.outside.dead')}</th>
              <th scope="col">{say('commitments.outside.source')}</th>
            </tr>
          </thead>
          <tbody>
            {events.slice(0, mostTold).map(({ key, from, event: { days, place, kind, detail, deaths } }) => (
              <tr key={key}>
                <th scope="row">
                  {days.from === days.to ? day(days.from) : `${day(days.from)} – ${day(days.to)}`}
                </th>
                <td>
                  <span lang="en">{place.name}</span>: {names.of(areaNames[place.precision.area])}
                </td>
                <td lang="en">{detail ?? kind}</td>
                <td>{figureBetween(deaths, figure)}</td>
                <td dir="auto">{names.of(from.label)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
