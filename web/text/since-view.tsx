/** What changed since the reader last read, and saying that it is read. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Empty } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useProcess } from '../process.tsx'
import { textAtQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { Comparison } from './comparison.tsx'
import { useHead, useText } from './text-context.tsx'

/** The reader's mark moves when they say so, and the comparison then begins here. */
const MarkAsRead = ({ done }: { readonly done: () => void }) => {
  const say = useSay()
  const { id: process, me } = useProcess()
  const { room } = useText()
  const { view } = useHead()
  const may = useMay(room)
  const client = useQueryClient()
  const acting = useAct(room.id)
  if (!may('marks.move')) return null
  const mark = async () => {
    const payload = { read: view.size }
    if (!(await acting.act({ kind: 'marks.move', object: me.id, base: null, payload }))) return
    await client.invalidateQueries({ queryKey: ['process', process, 'text', room.id] })
    done()
  }
  return (
    <div className="line no-print view-tools">
      <Button look="main" isDisabled={acting.busy} onPress={() => void mark()}>
        {say('text.mark-read')}
      </Button>
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

export const SinceView = () => {
  const say = useSay()
  const { id } = useProcess()
  const { room } = useText()
  const { view } = useHead()
  const [from, setFrom] = useState(view.read)
  const read = useQuery({ ...textAtQuery(id, room.id, from), enabled: from > 0 })
  const mark = <MarkAsRead done={() => setFrom(view.size)} />
  if (from === 0)
    return (
      <>
        <Empty>{say('text.since.never')}</Empty>
        {mark}
      </>
    )
  return (
    <>
      {from < view.size && mark}
      <Shown query={read}>{({ clauses }) => <Comparison earlier={clauses} later={view.clauses} />}</Shown>
    </>
  )
}
