/** What a page shows while an analysis is computed: how far it is and how to end it; then what was found. */
import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components'
import { Button } from '../elements/button.tsx'
import { useTrouble } from '../refusals.ts'
import { useSay } from '../speech.tsx'
import type { Analysis } from './use-analysis.ts'

const Busy = ({ share, stop }: { readonly share: number; readonly stop: () => void }) => {
  const say = useSay()
  return (
    <div className="line analysing no-print">
      <ProgressBar aria-label={say('bargaining.mediator.computing')} value={Math.round(share * 100)}>
        {({ percentage = 0 }) => (
          <span className="progress">
            <progress max={100} value={percentage} aria-hidden />
          </span>
        )}
      </ProgressBar>
      <span className="quiet" role="status">
        {say('bargaining.mediator.computing')}
      </span>
      <Button look="text" onPress={stop}>
        {say('bargaining.mediator.stop')}
      </Button>
    </div>
  )
}

/** Shows an analysis in whatever state it is; nothing while nothing is asked. */
export const Analysed = <A,>({
  of: { state, stop, again },
  children,
}: {
  readonly of: Analysis<A>
  readonly children: (answer: A) => ReactNode
}) => {
  const say = useSay()
  const sentence = useTrouble()
  if (state.kind === 'none') return null
  if (state.kind === 'busy') return <Busy share={state.share} stop={stop} />
  if (state.kind === 'done') return children(state.answer)
  return (
    <div className="line">
      <p className={state.kind === 'refused' ? 'notice' : 'quiet'} role="status">
        {state.kind === 'refused' ? sentence(state.trouble) : say('bargaining.mediator.stopped')}
      </p>
      <Button onPress={again}>{say('bargaining.mediator.compute')}</Button>
    </div>
  )
}
