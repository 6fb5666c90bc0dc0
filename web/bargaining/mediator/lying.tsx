/** What a side could gain by misstating its worth, as far as was found: for the mediator alone, and a lower bound. */
import { useState } from 'react'
import type { AdvisedBy } from '#domain/bargaining/advise/advice.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { Answers } from '../../analysis/questions.ts'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Button } from '../../elements/button.tsx'
import { useNames } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { FiguresTable } from './figures-table.tsx'
import { useFigure, useGain } from './use-figure.ts'

const Row = ({ of }: { readonly of: Answers['lying'][number] }) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const [figure, gain] = [useFigure(), useGain()]
  const { agenda } = useAtMediator()
  const factors = agenda.issues.filter(({ id }) => (of.factors[id] ?? 1) !== 1)
  return (
    <tr>
      <th scope="row">{names.party(of.party)}</th>
      <td className="number">{gain(of.honest)}</td>
      <td className="number">{gain(of.best)}</td>
      <td>
        {factors.length === 0
          ? say('bargaining.mediator.lying.none')
          : listing(
              factors.map(({ id, name }) =>
                say('bargaining.mediator.lying.factor', {
                  issue: names.of(name),
                  factor: figure(of.factors[id] ?? 1),
                }),
              ),
            )}
      </td>
    </tr>
  )
}

export const Lying = ({ by }: { readonly by: AdvisedBy }) => {
  const say = useSay()
  const { shown } = useAtMediator()
  const [asked, setAsked] = useState(false)
  const found = useAnalysis('lying', asked ? { case: shown.case, by } : null)
  return (
    <section className="stack" aria-labelledby="lying">
      <h2 id="lying">
        {say('bargaining.mediator.lying')}{' '}
        <span className="tag solid">{say('bargaining.mediator.lying.bound')}</span>
      </h2>
      <p className="hint">{say('bargaining.mediator.lying.why')}</p>
      {!asked && (
        <div className="no-print">
          <Button onPress={() => setAsked(true)}>{say('bargaining.mediator.compute')}</Button>
        </div>
      )}
      <Analysed of={found}>
        {(answer) => (
          <FiguresTable label={say('bargaining.mediator.lying')}>
            <thead>
              <tr>
                <th scope="col">{say('bargaining.mediator.column.party')}</th>
                <th scope="col" className="number">
                  {say('bargaining.mediator.lying.honest')}
                </th>
                <th scope="col" className="number">
                  {say('bargaining.mediator.lying.best')}
                </th>
                <th scope="col">{say('bargaining.mediator.lying.how')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.map((each) => (
                <Row key={each.party} of={each} />
              ))}
            </tbody>
          </FiguresTable>
        )}
      </Analysed>
    </section>
  )
}
