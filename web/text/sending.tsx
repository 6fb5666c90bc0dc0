/** The foot of every form that brings words in: sending, letting go, and where the words go. */
import type { Acting } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Tick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'
import { useText } from './text-context.tsx'
import { useRole } from './use-proposing.ts'

/** The mediator may put a bridge forward as a non-paper. */
export const NonPaper = ({
  value,
  onChange,
}: {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) => {
  const say = useSay()
  const role = useRole()
  const { room } = useText()
  if (role !== 'pen' || room.kind !== 'plenary') return null
  return (
    <Tick
      label={say('text.as-non-paper')}
      hint={say('text.as-non-paper.hint')}
      value={value}
      onChange={onChange}
    />
  )
}

/** Sends, or lets go of what was typed. */
export const Sending = ({
  ready,
  acting,
  send,
  label,
  cancel,
}: {
  readonly ready: boolean
  readonly acting: Pick<Acting, 'busy' | 'trouble'>
  readonly send: () => void
  readonly label?: string
  readonly cancel: () => void
}) => {
  const say = useSay()
  const role = useRole()
  return (
    <>
      <div className="line">
        <Button look="main" isDisabled={!ready || acting.busy} onPress={send}>
          {label ?? say(role === 'party' ? 'text.send-proposal' : 'text.enter')}
        </Button>
        <Button onPress={cancel}>{say('cancel')}</Button>
        {role === 'party' && label === undefined && (
          <span className="hint">{say('text.goes-to-mediator')}</span>
        )}
      </div>
      <Outcome trouble={acting.trouble} />
    </>
  )
}
