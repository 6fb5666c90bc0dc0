/** Trades: changes of a few issues that raise somebody and hurt nobody, and the nearest improvements of a package. */
import { useState } from 'react'
import type { Package } from '#domain/bargaining/agenda.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { TradeFound } from '../../analysis/questions.ts'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Button } from '../../elements/button.tsx'
import { Tick } from '../../elements/field.tsx'
import { Empty } from '../../elements/page.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { WithCase } from './basis.tsx'
import { CurrentPackage } from './current-package.tsx'
import { RangeField } from './range-field.tsx'
import { TradeCard } from './trade-card.tsx'

const atFirst = 6

/** A list of trades; the first few, then all. */
const Trades = ({
  of,
  from,
  none,
}: {
  readonly of: readonly TradeFound[]
  readonly from: Package
  readonly none: string
}) => {
  const say = useSay()
  const [all, setAll] = useState(false)
  if (of.length === 0) return <Empty>{none}</Empty>
  return (
    <>
      <ol className="trades">
        {(all ? of : of.slice(0, atFirst)).map((trade) => (
          <TradeCard key={JSON.stringify(trade.package)} of={trade} from={from} />
        ))}
      </ol>
      {!all && of.length > atFirst && (
        <div>
          <Button onPress={() => setAll(true)}>
            {say('bargaining.mediator.trades.all', { count: of.length })}
          </Button>
        </div>
      )}
    </>
  )
}

const FromCurrent = () => {
  const say = useSay()
  const { shown, current, agenda } = useAtMediator()
  const most = Math.min(3, agenda.issues.length)
  const [mostChanges, setMost] = useState(Math.min(2, most))
  const found = useAnalysis('trades', { case: shown.case, current, mostChanges })
  return (
    <section className="stack" aria-labelledby="trades">
      <h2 id="trades">{say('bargaining.mediator.trades')}</h2>
      <p className="hint">{say('bargaining.mediator.trades.why')}</p>
      <RangeField
        label={say('bargaining.mediator.trades.most')}
        said={say('bargaining.mediator.issues', { count: mostChanges })}
        value={mostChanges}
        onChange={setMost}
        least={1}
        most={most}
      />
      <Analysed of={found}>
        {(trades) => <Trades of={trades} from={current} none={say('bargaining.mediator.trades.none')} />}
      </Analysed>
    </section>
  )
}

const Nearest = () => {
  const say = useSay()
  const { shown, current, agenda } = useAtMediator()
  const count = agenda.issues.length
  const [mostChanges, setMost] = useState(Math.min(3, count))
  // Improvements with more changes than are shown are found too, so that sliding computes nothing again.
  const found = useAnalysis('nearest', { case: shown.case, current, mostChanges: count })
  return (
    <section className="stack" aria-labelledby="nearest">
      <h2 id="nearest">{say('bargaining.mediator.nearest')}</h2>
      <p className="hint">{say('bargaining.mediator.nearest.why')}</p>
      <RangeField
        label={say('bargaining.mediator.nearest.most')}
        said={say('bargaining.mediator.issues', { count: mostChanges })}
        value={mostChanges}
        onChange={setMost}
        least={1}
        most={count}
      />
      <Analysed of={found}>
        {(trades) => (
          <Trades
            of={trades.filter(({ changes }) => changes.length <= mostChanges)}
            from={current}
            none={say('bargaining.mediator.nearest.none')}
          />
        )}
      </Analysed>
    </section>
  )
}

/** After a signature: the signed package is what everybody has already, and only what is better for all is looked at. */
const AfterSigning = () => {
  const say = useSay()
  const { shown, current, agenda, inText } = useAtMediator()
  const whole = agenda.issues.every(({ id }) => inText[id] !== undefined)
  const [isSigned, setSigned] = useState(whole)
  const found = useAnalysis('settled', isSigned ? { case: shown.case, package: current } : null)
  return (
    <section className="stack" aria-labelledby="settled">
      <h2 id="settled">{say('bargaining.mediator.settlement')}</h2>
      <p className="hint">{say('bargaining.mediator.settlement.why')}</p>
      <div className="no-print">
        <Tick label={say('bargaining.mediator.settlement.is')} value={isSigned} onChange={setSigned} />
      </div>
      <Analysed of={found}>
        {(trades) => <Trades of={trades} from={current} none={say('bargaining.mediator.settlement.none')} />}
      </Analysed>
    </section>
  )
}

export const TradesPage = () => (
  <WithCase>
    <CurrentPackage />
    <FromCurrent />
    <Nearest />
    <AfterSigning />
  </WithCase>
)
