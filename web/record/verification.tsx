/** "Verify in this browser": begins the check, shows how far it is, lets it be stopped, and says what came of it. */
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { LogView } from '#contract/record.ts'
import { Button } from '../elements/button.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Progress } from './check.ts'
import { useVerification } from './use-verification.ts'
import { VerdictShown } from './verdict-shown.tsx'

const HowFar = ({
  progress,
  cancel,
}: {
  readonly progress: Progress | null
  readonly cancel: () => void
}) => {
  const say = useSay()
  const id = useId()
  const done = progress?.done ?? 0
  const of = progress?.of ?? 0
  // Hashing the entries is the first half of the way, comparing the acts with them the second.
  const value = progress?.stage === 'entries' ? done : of + done
  return (
    <div className="panel">
      <label htmlFor={id} className="field-title">
        {say('verify.progress')}
      </label>
      {progress ? <progress id={id} max={Math.max(1, of * 2)} value={value} /> : <progress id={id} max={1} />}
      <p className="small">{say(`verify.stage.${progress?.stage ?? 'begin'}`, { done, of })}</p>
      <div>
        <Button autoFocus onPress={cancel}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  )
}

export const Verification = ({ log }: { readonly log: LogView }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const { checking, begin, cancel, letGo, confirmKeys } = useVerification(log.log)
  const recalls = checking.kind === 'verdict' && checking.verdict.head?.recalled
  return (
    <section className="stack tight no-print" aria-labelledby="verify">
      <h2 id="verify">{say('verify')}</h2>
      <p>{say('verify.why')}</p>
      <p className="small quiet">
        {say('verify.limits')}{' '}
        <Link to="/t/$process/record" params={{ process }} hash="home">
          {say('home')}
        </Link>
      </p>
      {checking.kind === 'busy' ? (
        <HowFar progress={checking.progress} cancel={cancel} />
      ) : (
        <div className="line">
          <Button look="main" onPress={begin} autoFocus={checking.kind !== 'none'}>
            {say(checking.kind === 'none' ? 'verify' : 'verify.again')}
          </Button>
          {recalls && (
            <Button look="text" onPress={letGo}>
              {say('verify.forget')}
            </Button>
          )}
        </div>
      )}
      {checking.kind === 'hindered' && (
        <p className="notice" data-kind="trouble" role="alert">
          {say(`verify.hindered.${checking.by}`)}
        </p>
      )}
      {checking.kind === 'verdict' && (
        <VerdictShown verdict={checking.verdict} log={log} confirm={confirmKeys} />
      )}
    </section>
  )
}
