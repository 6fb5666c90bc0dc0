/** What the words being written answer, or are about; it can be let go of. */
import { Button } from '../../elements/button.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { type Reply, useRoom } from '../room-context.tsx'

export const ReplyLine = ({
  reply,
  turn,
}: {
  readonly reply: Reply
  readonly turn: (reply: Reply) => void
}) => {
  const say = useSay()
  const names = useNames()
  const { view } = useRoom()
  const id = reply.answers ?? reply.about?.object
  const object = view.objects.find((each) => each.object === id)
  if (!id || object?.kind === 'conveyance') return null
  const author = object?.state.author ?? null
  const sentence = reply.answers
    ? say('compose.answers', { who: names.actor(author) })
    : reply.about?.clause === undefined
      ? say('compose.about', { who: names.actor(author) })
      : say('compose.about-clause')
  const words = object && object.kind !== 'paper' ? object.state.words[object.state.original] : undefined
  const title = object?.kind === 'paper' ? object.state.words[object.state.original] : words
  return (
    <div className="reply-line">
      <div>
        <p className="small">{sentence}</p>
        {title && (
          <p className="serif quiet clipped" lang={object?.state.original} dir="auto">
            {title}
          </p>
        )}
      </div>
      <Button look="text" onPress={() => turn({})}>
        {say('compose.let-go')}
      </Button>
    </div>
  )
}
