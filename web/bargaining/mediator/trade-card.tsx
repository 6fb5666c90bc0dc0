/** One trade in words: what changes, in every language, and what it brings each side. */
import type { Package } from '#domain/bargaining/agenda.ts'
import { clausesChanged } from '#domain/bargaining/in-text.ts'
import { tradeWords } from '#domain/bargaining/trade-words.ts'
import type { TradeFound } from '../../analysis/questions.ts'
import { Button } from '../../elements/button.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { SideLines } from './side-lines.tsx'
import { useGain } from './use-figure.ts'
import { useGoToPart } from './use-part.ts'

const Gains = ({ of }: { readonly of: readonly number[] }) => {
  const say = useSay()
  const gain = useGain()
  return (
    <SideLines of={(p) => (of[p] === 0 ? say('bargaining.mediator.no-loss') : gain(of[p] ?? 0))}>
      <div>
        <dt className="quiet">{say('bargaining.mediator.joint')}</dt>
        <dd>{gain(of.reduce((sum, each) => sum + each, 0))}</dd>
      </div>
    </SideLines>
  )
}

/** What each change alone would bring, so that one sees who gives what. */
const Changes = ({ of }: { readonly of: TradeFound }) => {
  const say = useSay()
  const names = useNames()
  const gain = useGain()
  const { agenda, parties } = useAtMediator()
  if (of.changes.length < 2) return null
  return (
    <ul className="small quiet">
      {of.changes.map(({ issue, gains }) => (
        <li key={issue}>
          {say('bargaining.mediator.change-alone', {
            issue: names.of(agenda.issues.find(({ id }) => id === issue)?.name ?? {}),
          })}{' '}
          {parties.map((party, p) => `${names.of(party.short)}\u00a0${gain(gains[p] ?? 0)}`).join(', ')}
        </li>
      ))}
    </ul>
  )
}

/** A trade from a package; its words are those that a suggestion begins with. */
export const TradeCard = ({ of, from }: { readonly of: TradeFound; readonly from: Package }) => {
  const say = useSay()
  const { process } = useProcess()
  const { agenda, clauses, choose, prepare } = useAtMediator()
  const goTo = useGoToPart()
  const issues = of.changes.map(({ issue }) => issue)
  const partOf = (whole: Package): Package =>
    Object.fromEntries(issues.map((issue) => [issue, whole[issue] ?? '']))
  const count = clausesChanged(agenda, clauses, from, of.package).length
  return (
    <li className="card stack tight trade">
      <div className="columns">
        {process.languages.map((language) => (
          <div key={language} lang={language} dir="auto" className="serif">
            {tradeWords(agenda, from, of.package, language).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        ))}
      </div>
      <Gains of={of.gains} />
      <Changes of={of} />
      <p className="small quiet">
        {say('bargaining.mediator.issues-changed', { count: issues.length })}
        {count > 0 && ` · ${say('bargaining.mediator.clauses-changed', { count })}`}
      </p>
      <div className="line no-print">
        <Button
          onPress={() => {
            prepare({ from: partOf(from), to: partOf(of.package) })
            goTo('suggestions')
          }}
        >
          {say('bargaining.mediator.prepare-this')}
        </Button>
        <Button
          look="text"
          onPress={() => {
            choose(of.package)
            goTo('packages')
          }}
        >
          {say('bargaining.mediator.read-whole')}
        </Button>
      </div>
    </li>
  )
}
