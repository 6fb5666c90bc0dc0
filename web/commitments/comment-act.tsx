/** Words of the reader's own room about an obligation or a case: the other side, and the table, never see them. */
import { useAct } from '../acts.ts'
import { RoomLine } from '../elements/room-line.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { WordsAct } from '../words-act.tsx'
import { useRoom } from './use-commitments.ts'

export const CommentAct = ({ object }: { readonly object: string }) => {
  const say = useSay()
  const { me } = useProcess()
  const home = useRoom('caucus', 'mission', 'office')
  const may = useMay(home)
  const acting = useAct(home?.id ?? '')
  if (!home || !may('message.send')) return null
  return (
    <WordsAct
      name={`comment-words/${object}`}
      label={say('commitments.comment')}
      acting={acting}
      send={async (words) => {
        const payload = { original: me.language, words, nature: 'statement' as const, about: { object } }
        return (await acting.act({ kind: 'message.send', base: 0, payload })) !== null
      }}
    >
      <RoomLine room={home} />
    </WordsAct>
  )
}
