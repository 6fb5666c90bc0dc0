/** Which weight decides: how far each may be from what was said before another package is advised; the closest first. */
import { useState } from 'react'
import type { AdvisedBy } from '#domain/bargaining/advise/advice.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { Answers } from '../../analysis/questions.ts'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Button } from '../../elements/button.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { RangeBar } from './bar.tsx'
import { FiguresTable } from './figures-table.tsx'
import { useFigure } from './use-figure.ts'

type Turning = Answers['turning'][number]

/** How near a turning point is: in halvings or doublings of the weight; infinite where there is none. */
const nearness = ({ below, above }: Turning): number =>
  Math.min(
    below === undefined ? Number.POSITIVE_INFINITY : -Math.log2(Math.max(below, 1e-3)),
    above === undefined ? Number.POSITIVE_INFINITY : Math.log2(above),
  )

const Row = ({ of }: { readonly of: Turning }) => {
  const say = useSay()
  const names = useNames()
  const figure = useFigure()
  const { agenda, parties } = useAtMediator()
  const party = parties.find(({ key }) => key === of.party)
  return (
    <tr>
      <th scope="row">
        <span className="side" data-hue={party?.hue}>
          {names.of(party?.short ?? {})}
        </span>{' '}
        {names.of(agenda.issues.find(({ id }) => id === of.issue)?.name ?? {})}
      </th>
      <td className="number">
        {of.below === undefined ? '—' : say('bargaining.mediator.times', { factor: figure(of.below) })}
      </td>
      <td className="number">
        {of.above === undefined ? '—' : say('bargaining.mediator.times', { factor: figure(of.above) })}
      </td>
      <td className="bar-cell">
        <RangeBar below={of.below ?? 0} above={of.above ?? 4} />
      </td>
    </tr>
  )
}

const Found = ({ of }: { readonly of: readonly Turning[] }) => {
  const say = useSay()
  const turning = of
    .filter((each) => Number.isFinite(nearness(each)))
    .toSorted((one, other) => nearness(one) - nearness(other))
  if (turning.length === 0) return <p>{say('bargaining.mediator.sensitivity.none')}</p>
  return (
    <>
      <FiguresTable label={say('bargaining.mediator.sensitivity')}>
        <thead>
          <tr>
            <th scope="col">{say('bargaining.mediator.sensitivity.weight')}</th>
            <th scope="col" className="number">
              {say('bargaining.mediator.sensitivity.below')}
            </th>
            <th scope="col" className="number">
              {say('bargaining.mediator.sensitivity.above')}
            </th>
            <th scope="col">
              <span className="unseen">{say('bargaining.mediator.sensitivity.picture')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {turning.map((each) => (
            <Row key={`${each.party} ${each.issue}`} of={each} />
          ))}
        </tbody>
      </FiguresTable>
      <p className="small quiet">
        {say('bargaining.mediator.sensitivity.others', { count: of.length - turning.length })}
      </p>
    </>
  )
}

export const Sensitivity = ({ by }: { readonly by: AdvisedBy }) => {
  const say = useSay()
  const { shown } = useAtMediator()
  const [asked, setAsked] = useState(false)
  const found = useAnalysis('turning', asked ? { case: shown.case, by } : null)
  return (
    <section className="stack" aria-labelledby="sensitivity">
      <h2 id="sensitivity">{say('bargaining.mediator.sensitivity')}</h2>
      <p className="hint">{say('bargaining.mediator.sensitivity.why')}</p>
      {!asked && (
        <div className="no-print">
          <Button onPress={() => setAsked(true)}>{say('bargaining.mediator.compute')}</Button>
        </div>
      )}
      <Analysed of={found}>{(answer) => <Found of={answer} />}</Analysed>
    </section>
  )
}
