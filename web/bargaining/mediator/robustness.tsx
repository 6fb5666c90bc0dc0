/** How often a package stays good when everything that was said is wrong by a little: a thousand draws. */
import { useState } from 'react'
import type { AdvisedBy } from '#domain/bargaining/advise/advice.ts'
import type { Package } from '#domain/bargaining/agenda.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { Answers } from '../../analysis/questions.ts'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Button } from '../../elements/button.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { ShareBar } from './bar.tsx'
import { FiguresTable } from './figures-table.tsx'
import { RangeField } from './range-field.tsx'
import { useGain, useShare } from './use-figure.ts'

const shares = ['inZone', 'efficient', 'advised'] as const

const Found = ({ of }: { readonly of: Answers['firmness'] }) => {
  const say = useSay()
  const names = useNames()
  const [share, gain] = [useShare(), useGain()]
  const { parties } = useAtMediator()
  return (
    <>
      <FiguresTable label={say('bargaining.mediator.robustness')}>
        <thead>
          <tr>
            <th scope="col">{say('bargaining.mediator.robustness.what', { draws: of.draws })}</th>
            <th scope="col" className="number">
              {say('bargaining.mediator.robustness.share')}
            </th>
            <th scope="col">
              <span className="unseen">{say('bargaining.mediator.robustness.picture')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((each) => (
            <tr key={each}>
              <th scope="row">{say(`bargaining.mediator.robustness.${each}`)}</th>
              <td className="number">{share(of[each])}</td>
              <td className="bar-cell">
                <ShareBar share={of[each]} />
              </td>
            </tr>
          ))}
        </tbody>
      </FiguresTable>
      <ul className="stack tight">
        {parties.map((party, p) => (
          <li key={party.key}>
            {say('bargaining.mediator.robustness.gains', {
              party: names.of(party.name),
              least: gain(of.gains[p]?.least ?? 0),
              most: gain(of.gains[p]?.most ?? 0),
            })}
          </li>
        ))}
      </ul>
      <p>
        {of.tolerated > 0
          ? say('bargaining.mediator.tolerated', { share: share(of.tolerated) })
          : say('bargaining.mediator.tolerated.none')}
      </p>
    </>
  )
}

export const Robustness = ({ of, by }: { readonly of: Package; readonly by: AdvisedBy }) => {
  const say = useSay()
  const share = useShare()
  const { shown } = useAtMediator()
  const [percent, setPercent] = useState(10)
  const [asked, setAsked] = useState<number | null>(null)
  const found = useAnalysis(
    'firmness',
    asked === null ? null : { case: shown.case, package: of, by, error: asked / 100 },
  )
  return (
    <section className="stack" aria-labelledby="robustness">
      <h2 id="robustness">{say('bargaining.mediator.robustness')}</h2>
      <p className="hint">{say('bargaining.mediator.robustness.why')}</p>
      <div className="line no-print">
        <RangeField
          label={say('bargaining.mediator.robustness.error')}
          said={share(percent / 100)}
          value={percent}
          onChange={setPercent}
          least={1}
          most={50}
        />
        <Button onPress={() => setAsked(percent)} isDisabled={asked === percent}>
          {say('bargaining.mediator.robustness.draw')}
        </Button>
      </div>
      {asked !== null && (
        <p className="small quiet">
          {say('bargaining.mediator.robustness.by', {
            share: share(asked / 100),
            solution: say(`bargaining.mediator.solution.${by}`),
          })}
        </p>
      )}
      <Analysed of={found}>{(answer) => <Found of={answer} />}</Analysed>
    </section>
  )
}
