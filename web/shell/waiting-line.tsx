/** Says on every page that records wait in this tab, and sends them when the connection is back. */
import { Link } from '@tanstack/react-router'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useSending, useWaiting } from '../waiting.ts'

export const WaitingLine = () => {
  const say = useSay()
  const { id } = useProcess()
  const waiting = useWaiting()
  useSending(waiting)
  const refused = waiting.acts.filter(({ refusal }) => refusal).length
  const count = waiting.acts.length - refused
  return (
    <div className="waits" aria-live="polite">
      {waiting.acts.length > 0 && (
        <p className="notice" data-kind={refused > 0 ? 'trouble' : undefined}>
          {count > 0 && say('waiting.count', { count })}{' '}
          {refused > 0 && say('waiting.refused', { count: refused })}{' '}
          <Link to="/t/$process/commitments" params={{ process: id }} search={{ view: 'mission' }}>
            {say('waiting.look')}
          </Link>
        </p>
      )}
    </div>
  )
}
