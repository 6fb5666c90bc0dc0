/** Choosing a file that is known by its hash: its hash is computed here before it goes, and again by the room that takes it. */
import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { TakenFile } from '#contract/rooms.ts'
import { fileTypes, largestFile } from '#domain/rooms/paper.ts'
import { handIn } from '../api.ts'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { Button } from './button.tsx'
import { fingerprintOf } from './fingerprint.ts'
import { Taken } from './taken-file.tsx'
import { Outcome } from './trouble.tsx'

/** What is posted of a file that the room has taken. */
export const referenceOf = ({ file, type, bytes }: TakenFile) => ({ file, type, bytes })

const Hash = ({ title, hash }: { readonly title: string; readonly hash: string }) => (
  <p className="small">
    <span className="quiet">{title}</span>
    <br />
    <span className="hash">{hash}</span>
  </p>
)

/** `take` is called with the file as the room holds it, and only if it holds what was chosen. */
export const HashedFile = ({
  room,
  label,
  taken,
  take,
}: {
  readonly room: string
  readonly label: string
  readonly taken: TakenFile | null
  readonly take: (file: TakenFile | null) => void
}) => {
  const { id: process, rooms } = useProcess()
  const isMission = rooms.find((each) => each.id === room)?.kind === 'mission'
  const say = useSay()
  const id = useId()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const [chosen, choose] = useState<{ readonly name: string; readonly hash: string } | null>(null)
  const [wrong, setWrong] = useState<'too-large' | 'other' | null>(null)
  const send = async (file: File | undefined) => {
    if (!file) return
    take(null)
    setTrouble(null)
    choose(null)
    setWrong(file.size > largestFile ? 'too-large' : null)
    if (file.size > largestFile) return
    setBusy(true)
    try {
      const hash = await fingerprintOf(await file.arrayBuffer())
      choose({ name: file.name, hash })
      const held = await handIn<TakenFile>(`/processes/${process}/rooms/${room}/files`, file)
      if (held.file === hash) take(held)
      else setWrong('other')
    } catch (error) {
      setTrouble(error as Error)
    }
    setBusy(false)
  }
  return (
    <div className="field">
      <span className="field-title" id={id}>
        {label}
      </span>
      <FileTrigger acceptedFileTypes={[...fileTypes]} onSelect={(files) => void send(files?.[0])}>
        <Button aria-describedby={id}>{say(taken ? 'file.other' : 'file.choose')}</Button>
      </FileTrigger>
      <p className="hint">{chosen?.name ?? say('commitments.evidence.types')}</p>
      {chosen && <Hash title={say('commitments.evidence.hash.here')} hash={chosen.hash} />}
      {busy && <p className="hint">{say('file.checking')}</p>}
      {wrong === 'too-large' && <p className="hint">{say('file.too-large')}</p>}
      {wrong === 'other' && (
        <p className="notice" data-kind="trouble">
          {say('commitments.evidence.hash.other')}
        </p>
      )}
      {taken && (
        <>
          <Hash title={say('commitments.evidence.hash.room')} hash={taken.file} />
          {chosen?.hash === taken.file && <p className="hint">{say('commitments.evidence.hash.same')}</p>}
          <Taken taken={taken} />
          {isMission && taken.names.length > 0 && <p className="hint">{say('commitments.evidence.names')}</p>}
        </>
      )}
      <Outcome trouble={trouble} />
    </div>
  )
}
