/** One package, read: what it says in every language, what it is worth to each side, and how it fares at home. */
import type { Package } from '#domain/bargaining/agenda.ts'
import { differing } from '#domain/bargaining/in-text.ts'
import type { Weighed } from '../../analysis/weighing.ts'
import { Button } from '../../elements/button.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { AtHome } from './at-home.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { PackageWords } from './package-words.tsx'
import { SideLines } from './side-lines.tsx'
import { useFigure, useGain } from './use-figure.ts'
import { useTermSentence } from './use-term-sentence.ts'

/** What a package is worth to each side, in that side's own points. */
export const WorthLine = ({ of }: { readonly of: Weighed }) => {
  const say = useSay()
  const listing = useListing()
  const [figure, gain] = [useFigure(), useGain()]
  const sentence = useTermSentence()
  return (
    <div className="stack tight">
      <SideLines
        of={(p) =>
          say('bargaining.mediator.worth-and-gain', {
            worth: figure(of.worth[p] ?? 0),
            gain: gain(of.gains[p] ?? 0),
          })
        }
      />
      {of.forbiddenBy.length > 0 && (
        <p className="notice">
          {say('bargaining.mediator.forbidden', {
            what: listing(of.forbiddenBy.map(sentence)),
          })}
        </p>
      )}
    </div>
  )
}

/** The package with what can be done from here: start from it, suggest it. */
export const PackageReading = ({ chosen }: { readonly chosen: Package }) => {
  const say = useSay()
  const { agenda, weigh, current, setCurrent } = useAtMediator()
  const weighed = weigh(chosen)
  const changes = differing(agenda, current, chosen).length
  return (
    <div className="stack">
      {weighed && <WorthLine of={weighed} />}
      <p className="small quiet">{say('bargaining.mediator.changes-from-current', { count: changes })}</p>
      <PackageWords of={chosen} beside={current} />
      <AtHome chosen={chosen} />
      {changes > 0 && (
        <div className="line no-print">
          <Button onPress={() => setCurrent(chosen)}>{say('bargaining.mediator.make-current')}</Button>
        </div>
      )}
    </div>
  )
}
