/** The end of a form: what has changed meanwhile, the button that sends, the one that leaves, and what came of it. */
import type { Acting } from '../acts.ts'
import { useSay } from '../speech.tsx'
import { Button } from './button.tsx'
import { type Overtakable, Overtaken } from './overtaken.tsx'
import { Outcome } from './trouble.tsx'

/** It is sent when it is `ready` and stands on what stands now; without `cancel` there is nothing to leave. */
export const FormFoot = ({
  form,
  acting,
  ready,
  label,
  send,
  cancel,
}: {
  readonly form: Overtakable
  readonly acting: Acting
  readonly ready: boolean
  readonly label: string
  readonly send: () => unknown
  readonly cancel?: (() => void) | undefined
}) => {
  const say = useSay()
  return (
    <>
      <Overtaken form={form} />
      <div className="line">
        <Button
          look="main"
          isDisabled={acting.busy || !ready || form.isOvertaken}
          onPress={() => void send()}
        >
          {label}
        </Button>
        {cancel && <Button onPress={cancel}>{say('cancel')}</Button>}
      </div>
      <Outcome trouble={acting.trouble} />
    </>
  )
}
