/** Objecting to a correction, in a word or two. */
import { useState } from 'react'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { Confirm } from '../../elements/dialog.tsx'
import { WordsField } from '../../elements/field.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

export const ObjectForm = ({ room, number }: { readonly room: Room; readonly number: number }) => {
  const say = useSay()
  const { me } = useProcess()
  const acting = useAct(room.id)
  const [words, setWords] = useState('')
  const object = async () => {
    if (words.trim() === '') return false
    const payload = { words: { [me.language]: words.trim() } }
    return (
      (await acting.act({ kind: 'version.object', object: String(number), base: null, payload })) !== null
    )
  }
  return (
    <Confirm
      label={say('version.object')}
      title={say('version.object.title')}
      action={say('version.object')}
      confirm={object}
      busy={acting.busy}
    >
      <p>{say('version.object.hint')}</p>
      <WordsField label={say('version.reason')} lang={me.language} value={words} onChange={setWords} />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}
