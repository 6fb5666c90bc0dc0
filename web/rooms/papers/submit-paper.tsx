/** Handing in a paper: a file, or one paper in both languages that is read clause by clause. */
import { useState } from 'react'
import type { TakenFile } from '#contract/rooms.ts'
import type { Room } from '#domain/parties/process.ts'
import type { AuthorisedUse } from '#domain/rooms/message.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Choice, Tick } from '../../elements/field.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { UseChoice } from '../composer/use-choice.tsx'
import { isWhole, type PaperForm } from '../composer/wording.ts'
import { useWriting, WordingFields } from '../composer/wording-fields.tsx'
import { FileField } from './file-field.tsx'

const forms = ['file', 'bilingual'] as const satisfies readonly PaperForm[]
type Files = Readonly<Record<string, TakenFile>>

const referencesOf = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).map(([language, { file, type, bytes }]) => [language, { file, type, bytes }]),
  )

const useSubmitting = (room: Room, shuttle: boolean) => {
  const { process, me } = useProcess()
  const acting = useAct(room.id)
  const writing = useWriting(`${me.id}.${room.id}.paper`)
  const [form, setForm] = useState<PaperForm>('file')
  const [files, setFiles] = useState<Files>({})
  const [nonPaper, setNonPaper] = useState(false)
  const [use, setUse] = useState<AuthorisedUse | null>(null)
  const whole = isWhole(form, files, writing.original, process.languages)
  const ready = whole && writing.wording !== null && (!shuttle || use !== null) && !acting.busy
  const submit = async () => {
    if (!writing.wording) return
    const payload = {
      ...writing.wording,
      form,
      files: referencesOf(files),
      nonPaper,
      ...(shuttle && use ? { use } : {}),
    }
    if (!(await acting.act({ kind: 'paper.submit', base: 0, payload }))) return
    writing.clear()
    setFiles({})
    setNonPaper(false)
    setUse(null)
  }
  return {
    acting,
    writing,
    form,
    setForm,
    files,
    setFiles,
    nonPaper,
    setNonPaper,
    use,
    setUse,
    ready,
    submit,
  }
}

export const SubmitPaper = ({ room, shuttle }: { readonly room: Room; readonly shuttle: boolean }) => {
  const { process } = useProcess()
  const say = useSay()
  const it = useSubmitting(room, shuttle)
  const take = (language: string, file: TakenFile | null) => {
    const { [language]: _, ...others } = it.files
    it.setFiles(file ? { ...others, [language]: file } : others)
  }
  return (
    <div className="stack">
      <Choice
        label={say('paper.form')}
        value={it.form}
        onChange={it.setForm}
        ways={forms.map((key) => ({
          key,
          name: say(`paper.form.${key}`),
          hint: say(`paper.form.${key}.why`),
        }))}
      />
      <WordingFields writing={it.writing} label={say('paper.title')} />
      <div className="columns">
        {process.languages.map((language) => (
          <FileField
            key={language}
            room={room.id}
            language={language}
            needed={it.form === 'bilingual' || language === it.writing.original}
            taken={it.files[language]}
            take={(file) => take(language, file)}
          />
        ))}
      </div>
      <Tick
        label={say('paper.non-paper')}
        hint={say('paper.non-paper.why')}
        value={it.nonPaper}
        onChange={it.setNonPaper}
      />
      {shuttle && <UseChoice use={it.use} setUse={it.setUse} />}
      <div>
        <Button look="main" isDisabled={!it.ready} onPress={() => void it.submit()}>
          {say('paper.submit')}
        </Button>
      </div>
      <Outcome trouble={it.acting.trouble} done={it.acting.last ? say('sent') : null} />
    </div>
  )
}
