/** How firm an advice is: when the figures are wrong, when a weight is another, and when somebody does not tell the truth. */
import { useState } from 'react'
import type { AdvisedBy } from '#domain/bargaining/advise/advice.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Pick } from '../../elements/field.tsx'
import { Empty } from '../../elements/page.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { WithCase } from './basis.tsx'
import { Lying } from './lying.tsx'
import { PackageWords } from './package-words.tsx'
import { Robustness } from './robustness.tsx'
import { Sensitivity } from './sensitivity.tsx'

const advisers: readonly AdvisedBy[] = ['nash', 'kalaiSmorodinsky', 'egalitarian', 'welfare']

const Firmness = () => {
  const say = useSay()
  const { shown, current } = useAtMediator()
  const [by, setBy] = useState<AdvisedBy>('nash')
  const found = useAnalysis('packages', { case: shown.case })
  return (
    <>
      <div className="short-field">
        <Pick
          label={say('bargaining.mediator.advised-by')}
          hint={say('bargaining.mediator.advised-by.why')}
          value={by}
          onChange={(key) => setBy(key as AdvisedBy)}
          among={advisers.map((key) => ({ key, name: say(`bargaining.mediator.solution.${key}`) }))}
        />
      </div>
      <Analysed of={found}>
        {({ solutions }) => {
          const solution = solutions[by]
          if (!solution) return <Empty>{say('bargaining.mediator.firmness.none')}</Empty>
          return (
            <>
              <details className="table-twin">
                <summary>{say('bargaining.mediator.firmness.package')}</summary>
                <PackageWords of={solution.package} beside={current} />
              </details>
              <Robustness key={by} of={solution.package} by={by} />
              <Sensitivity key={`weights ${by}`} by={by} />
              <Lying key={`lying ${by}`} by={by} />
            </>
          )
        }}
      </Analysed>
    </>
  )
}

export const FirmnessPage = () => (
  <WithCase>
    <Firmness />
  </WithCase>
)
