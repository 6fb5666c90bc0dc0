/** Writing a message: a statement, a question that asks for clarification, or the answer to one. */
import { useState } from 'react'
import type { Room } from '#domain/parties/process.ts'
import type { AuthorisedUse, Nature } from '#domain/rooms/message.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Choice } from '../../elements/field.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import type { Reply } from '../room-context.tsx'
import { ReplyLine } from './reply-line.tsx'
import { UseChoice } from './use-choice.tsx'
import { natureOf } from './wording.ts'
import { useWriting, WordingFields } from './wording-fields.tsx'

interface Props {
  readonly room: Room
  readonly shuttle: boolean
  readonly reply: Reply
  readonly turn: (reply: Reply) => void
}

const useComposing = ({ room, shuttle, reply, turn }: Props) => {
  const { me } = useProcess()
  const acting = useAct(room.id, { atOnce: true })
  const writing = useWriting(`${me.id}.${room.id}.message`)
  const [chosen, setChosen] = useState<Nature>(reply.about ? 'question' : 'statement')
  const [use, setUse] = useState<AuthorisedUse | null>(null)
  const [askFirst, setAskFirst] = useState(false)
  const nature = natureOf(reply, chosen)
  const { wording } = writing
  const ready = wording !== null && (!shuttle || use !== null) && !acting.busy
  const send = async () => {
    if (!wording) return
    const asks = askFirst && (use === 'paraphrase' || use === 'as-mediator')
    const sent = await acting.act({
      kind: 'message.send',
      base: 0,
      payload: {
        ...wording,
        nature,
        ...(shuttle && use ? { use, ...(asks ? { askFirst: true } : {}) } : {}),
        ...(reply.about ? { about: reply.about } : {}),
        ...(reply.answers ? { answers: reply.answers } : {}),
      },
    })
    if (!sent) return
    writing.clear()
    setUse(null)
    setAskFirst(false)
    turn({})
  }
  return { acting, writing, chosen, setChosen, use, setUse, askFirst, setAskFirst, nature, ready, send }
}

export const Composer = (props: Props) => {
  const say = useSay()
  const { acting, writing, chosen, setChosen, use, setUse, askFirst, setAskFirst, nature, ready, send } =
    useComposing(props)
  const { room, shuttle, reply, turn } = props
  const natures = (['statement', 'question'] as const).map((key) => ({ key, name: say(`nature.${key}`) }))
  return (
    <div className="stack">
      <ReplyLine reply={reply} turn={turn} />
      <WordingFields writing={writing} label={say(`compose.words.${nature}`)} />
      <div className="columns">
        {!reply.answers && (
          <Choice label={say('nature')} value={chosen} onChange={setChosen} ways={natures} />
        )}
        {shuttle && <UseChoice {...{ use, setUse, askFirst, setAskFirst }} />}
      </div>
      <div className="line">
        <Button look="main" isDisabled={!ready} onPress={() => void send()}>
          {say('send')}
        </Button>
        <span className="hint">
          {shuttle && use === null ? say('compose.use-first') : say(`compose.readers.${room.kind}`)}
        </span>
      </div>
      <Outcome trouble={acting.trouble} done={acting.last ? say('sent') : null} />
    </div>
  )
}
