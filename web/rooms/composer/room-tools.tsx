/** Everything the reader can add to a room, one thing at a time; only what they may. */
import { useState } from 'react'
import type { Room } from '#domain/parties/process.ts'
import { Button } from '../../elements/button.tsx'
import { useMay, useMySeat } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { SubmitPaper } from '../papers/submit-paper.tsx'
import type { Reply } from '../room-context.tsx'
import { AskPause } from './ask-pause.tsx'
import { Composer } from './composer.tsx'
import { ProposeSilence } from './propose-silence.tsx'

const tools = ['message', 'paper', 'silence', 'pause'] as const
type Tool = (typeof tools)[number]

const actOf = {
  message: 'message.send',
  paper: 'paper.submit',
  silence: 'silence.propose',
  pause: 'pause.ask',
} as const

/** Whether words said here need their sender's word on what may be done with them. */
export const needsUse = (room: Pick<Room, 'kind'>, seat: string): boolean =>
  room.kind === 'channel' && seat === 'party'

export const RoomTools = ({
  room,
  reply,
  turn,
}: {
  readonly room: Room
  readonly reply: Reply
  readonly turn: (reply: Reply) => void
}) => {
  const say = useSay()
  const may = useMay(room)
  const shuttle = needsUse(room, useMySeat().kind)
  const [chosen, setChosen] = useState<Tool>('message')
  const own = tools.filter((tool) => may(actOf[tool]))
  const tool = own.includes(chosen) ? chosen : own[0]
  if (tool === undefined) return <p className="quiet no-print composer-closed">{say('room.reads-only')}</p>
  return (
    <section className="composer no-print" id="composer" aria-labelledby="composer-title">
      <h2 id="composer-title" className="unseen">
        {say('compose')}
      </h2>
      {own.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around a few buttons.
        <div className="switches" role="group" aria-label={say('compose')}>
          {own.map((each) => (
            <Button key={each} look="choice" aria-pressed={each === tool} onPress={() => setChosen(each)}>
              {say(`compose.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {tool === 'message' && <Composer room={room} shuttle={shuttle} reply={reply} turn={turn} />}
      {tool === 'paper' && <SubmitPaper room={room} shuttle={shuttle} />}
      {tool === 'silence' && <ProposeSilence room={room} />}
      {tool === 'pause' && <AskPause room={room} />}
    </section>
  )
}
