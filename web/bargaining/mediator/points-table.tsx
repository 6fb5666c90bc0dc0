/** The picture as a table: every efficient package with what it is worth to each side, to be read and printed. */
import { useState } from 'react'
import { Button } from '../../elements/button.tsx'
import { useNames } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import type { Looking } from './frontier-picture.tsx'
import type { Point } from './points.ts'
import { useFigure, useGain } from './use-figure.ts'

const atFirst = 25

const Row = ({ of, i, point }: { readonly of: Looking; readonly i: number; readonly point: Point }) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const [figure, gain] = [useFigure(), useGain()]
  const { parties, ratifications } = useAtMediator()
  return (
    <tr data-looked={i === of.at}>
      <th scope="row">{i + 1}</th>
      {parties.map(({ key }, p) => (
        <td key={key} className="number">
          {figure(point.worth[p] ?? 0)}{' '}
          <span className="quiet">({gain((point.worth[p] ?? 0) - (of.reservations[p] ?? 0))})</span>
        </td>
      ))}
      <td>{listing(point.named.map((name) => say(`bargaining.mediator.solution.${name}`)))}</td>
      <td>{say(point.isInZone ? 'bargaining.mediator.yes' : 'bargaining.mediator.no')}</td>
      {Object.keys(ratifications).length > 0 && (
        <td>
          {listing(point.passes.map((party) => names.party(party))) || say('bargaining.mediator.nowhere')}
        </td>
      )}
      <td className="number">{point.packages === undefined ? '' : figure(point.packages)}</td>
      <td className="no-print">
        <Button
          look="text"
          aria-label={say('bargaining.mediator.read-number', { number: i + 1 })}
          onPress={() => of.look(i)}
        >
          {say('bargaining.mediator.read')}
        </Button>
      </td>
    </tr>
  )
}

export const PointsTable = ({ of }: { readonly of: Looking }) => {
  const say = useSay()
  const names = useNames()
  const { parties, ratifications } = useAtMediator()
  const [all, setAll] = useState(false)
  const shown = all ? of.points : of.points.slice(0, atFirst)
  return (
    <details className="table-twin">
      <summary>{say('bargaining.mediator.table', { count: of.points.length })}</summary>
      <div className="table-scroll">
        <table className="analysis-figures">
          <thead>
            <tr>
              <th scope="col">{say('bargaining.mediator.column.number')}</th>
              {parties.map((party) => (
                <th key={party.key} scope="col" className="number">
                  {say('bargaining.mediator.column.worth', { party: names.of(party.short) })}
                </th>
              ))}
              <th scope="col">{say('bargaining.mediator.column.named')}</th>
              <th scope="col">{say('bargaining.mediator.column.zone')}</th>
              {Object.keys(ratifications).length > 0 && (
                <th scope="col">{say('bargaining.mediator.column.home')}</th>
              )}
              <th scope="col" className="number">
                {say('bargaining.mediator.column.packages')}
              </th>
              <th scope="col" className="no-print">
                <span className="unseen">{say('bargaining.mediator.read')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((point, i) => (
              <Row key={point.worth.join()} of={of} i={i} point={point} />
            ))}
          </tbody>
        </table>
      </div>
      {!all && of.points.length > atFirst && (
        <Button onPress={() => setAll(true)}>
          {say('bargaining.mediator.table.all', { count: of.points.length })}
        </Button>
      )}
    </details>
  )
}
