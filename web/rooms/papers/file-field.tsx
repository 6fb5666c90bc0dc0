/** Choosing a file for one language; the names found in its properties are shown before it is handed in. */
import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { TakenFile } from '#contract/rooms.ts'
import { fileTypes, largestFile } from '#domain/rooms/paper.ts'
import { handIn } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { useLanguageName } from '../../elements/languages.ts'
import { Taken } from '../../elements/taken-file.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

export const FileField = ({
  room,
  language,
  needed,
  taken,
  take,
}: {
  readonly room: string
  readonly language: string
  readonly needed: boolean
  readonly taken: TakenFile | undefined
  readonly take: (file: TakenFile | null) => void
}) => {
  const { id: process } = useProcess()
  const say = useSay()
  const languageName = useLanguageName()
  const id = useId()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const [name, setName] = useState('')
  const send = async (file: File | undefined) => {
    take(null)
    setTrouble(null)
    setName(file?.name ?? '')
    setTooLarge(file !== undefined && file.size > largestFile)
    if (!file || file.size > largestFile) return
    setBusy(true)
    try {
      take(await handIn<TakenFile>(`/processes/${process}/rooms/${room}/files`, file))
    } catch (error) {
      setTrouble(error as Error)
    }
    setBusy(false)
  }
  return (
    <div className="field">
      <span className="field-title" id={id}>
        {say(needed ? 'file.in' : 'file.also-in', { language: languageName(language) })}
      </span>
      <FileTrigger
        acceptedFileTypes={[...fileTypes]}
        onSelect={(files) => {
          void send(files?.[0])
        }}
      >
        <Button aria-describedby={id}>{say(taken ? 'file.other' : 'file.choose')}</Button>
      </FileTrigger>
      {name && <p className="hint">{name}</p>}
      {busy && <p className="hint">{say('file.checking')}</p>}
      {tooLarge && <p className="hint">{say('file.too-large')}</p>}
      {taken && <Taken taken={taken} />}
      <Outcome trouble={trouble} />
    </div>
  )
}
