/** Asking the mediator for a pause, with a reason that stays in the channel. */
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useWriting, WordingFields } from './wording-fields.tsx'

export const AskPause = ({ room }: { readonly room: Room }) => {
  const { me } = useProcess()
  const say = useSay()
  const acting = useAct(room.id)
  const writing = useWriting(`${me.id}.${room.id}.pause`)
  const ask = async () => {
    if (!writing.wording) return
    if (await acting.act({ kind: 'pause.ask', base: 0, payload: writing.wording })) writing.clear()
  }
  return (
    <div className="stack">
      <p className="quiet">{say('pause.ask.why')}</p>
      <WordingFields writing={writing} label={say('pause.reason')} />
      <div>
        <Button look="main" isDisabled={acting.busy || writing.wording === null} onPress={() => void ask()}>
          {say('pause.ask')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} done={acting.last ? say('sent') : null} />
    </div>
  )
}
