/** Reading a Word file back: it is read on the server and not kept; what was changed in it is looked through and sent. */
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { TextView } from '#contract/text-views.ts'
import type { WordReturn as Returned } from '#contract/text-word.ts'
import type { Room } from '#domain/parties/process.ts'
import { largestFile } from '#domain/rooms/paper.ts'
import { handIn } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useProposing } from './use-proposing.ts'
import { useWordSending } from './use-word-sending.ts'
import { NotPlaced, useWordPage, WordChange } from './word-change.tsx'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const toggled = (all: ReadonlySet<number>, one: number, on: boolean): ReadonlySet<number> => {
  const next = new Set(all)
  if (on) next.add(one)
  else next.delete(one)
  return next
}

interface OnText {
  readonly room: Room
  readonly view: TextView
}

const Looking = ({
  room,
  view,
  read,
  done,
}: OnText & { readonly read: Returned; readonly done: () => void }) => {
  const say = useSay()
  const { proposals, unplaced, found, of } = read
  const page = useWordPage(view)
  const { role, send, sent, busy, trouble } = useWordSending(room, view, proposals)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(proposals.keys()))
  const [reasons, setReasons] = useState<ReadonlySet<number>>(new Set())
  const waiting = [...chosen].filter((index) => !sent.has(index))
  return (
    <>
      <p className="small" aria-live="polite">
        {say('text.word.found', { n: proposals.length, found, of })}
      </p>
      {proposals.length > 0 && (
        <ul>
          {proposals.map((each, i) => (
            <WordChange
              // biome-ignore lint/suspicious/noArrayIndexKey: what was read stays in its order.
              key={i}
              read={each}
              page={page}
              chosen={chosen.has(i)}
              choose={(on) => setChosen(toggled(chosen, i, on))}
              withReason={reasons.has(i)}
              reason={role === 'party' ? (on) => setReasons(toggled(reasons, i, on)) : undefined}
              isSent={sent.has(i)}
            />
          ))}
        </ul>
      )}
      <NotPlaced all={unplaced} page={page} />
      <div className="line">
        {proposals.length > 0 && (
          <Button
            look="main"
            isDisabled={busy || waiting.length === 0}
            onPress={() => void send(waiting.map((index) => ({ index, withReason: reasons.has(index) })))}
          >
            {say(role === 'party' ? 'text.word.send' : 'text.word.write', { n: waiting.length })}
          </Button>
        )}
        <Button onPress={done}>{say('text.close')}</Button>
        {role === 'party' && <span className="hint">{say('text.goes-to-mediator')}</span>}
      </div>
      <Outcome trouble={trouble} />
    </>
  )
}

/** Choosing a file, and what it brings; nothing for those who bring no words into this text. */
export const WordReturn = ({ room, view }: OnText) => {
  const say = useSay()
  const { id: process } = useProcess()
  const { role } = useProposing()
  const [read, setRead] = useState<{ readonly times: number; readonly value: Returned } | null>(null)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  if (!role) return null
  const take = async (file: File | undefined) => {
    setTrouble(null)
    setTooLarge(file !== undefined && file.size > largestFile)
    if (!file || file.size > largestFile) return
    setBusy(true)
    try {
      const value = await handIn<Returned>(`/processes/${process}/rooms/${room.id}/text/word`, file)
      setRead((before) => ({ times: (before?.times ?? 0) + 1, value }))
    } catch (error) {
      setTrouble(error as Error)
    }
    setBusy(false)
  }
  return (
    <section className={read ? 'proposals stack no-print' : 'no-print'} aria-label={say('text.word.return')}>
      {read && <h2>{say('text.word.return')}</h2>}
      <div className="line">
        <FileTrigger acceptedFileTypes={[docx]} onSelect={(files) => void take(files?.[0])}>
          <Button isDisabled={busy}>{say(read ? 'text.word.other' : 'text.word.return')}</Button>
        </FileTrigger>
        <span className="hint">{busy ? say('file.checking') : say('text.word.hint')}</span>
      </div>
      {tooLarge && <p className="hint">{say('file.too-large')}</p>}
      <Outcome trouble={trouble} />
      {read && (
        <Looking key={read.times} room={room} view={view} read={read.value} done={() => setRead(null)} />
      )}
    </section>
  )
}
