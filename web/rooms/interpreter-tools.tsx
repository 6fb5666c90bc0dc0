/** The interpreter's tools under an entry: add a rendering, sign it off. Nobody else sees them. */
import { useState } from 'react'
import type { TakenFile } from '#contract/rooms.ts'
import type { Translatable } from '#domain/language/wording.ts'
import { type AskedAct, useAct } from '../acts.ts'
import { useDraft } from '../drafts.ts'
import { Button } from '../elements/button.tsx'
import { WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { FileField } from './papers/file-field.tsx'
import { useRoom } from './room-context.tsx'
import type { MessageObject, PaperObject, PauseObject, SilenceObject } from './threads.ts'

type Worded = MessageObject | PaperObject | PauseObject | SilenceObject

/** The languages of the process that an interpreter can still do something about. */
export const toInterpret = (
  text: Translatable & { readonly files?: Readonly<Record<string, unknown>> },
  languages: readonly string[],
): readonly string[] =>
  languages.filter(
    (language) =>
      (text.files ?? text.words)[language] === undefined &&
      !text.translations.some((each) => each.language === language && each.signedOff),
  )

const Interpreting = ({ entry, language }: { readonly entry: Worded; readonly language: string }) => {
  const { me } = useProcess()
  const { view } = useRoom()
  const say = useSay()
  const languageName = useLanguageName()
  const acting = useAct(view.room.id)
  const draft = entry.state.translations.find((each) => each.language === language)
  const [open, setOpen] = useState(false)
  const [words, setWords] = useDraft(
    `${me.id}.${view.room.id}.${entry.object}.translation.${language}`,
    draft?.words ?? entry.state.words[language],
  )
  const [file, setFile] = useState<TakenFile | null>(null)
  const { object, revision: base } = entry
  const keep = async (signOff: boolean) => {
    const unchanged = signOff && file === null && draft?.words === words.trim()
    const files = file ? { file: { file: file.file, type: file.type, bytes: file.bytes } } : {}
    const asked = unchanged
      ? { kind: `${entry.kind}.sign-off`, object, base, payload: { language } }
      : {
          kind: `${entry.kind}.translate`,
          object,
          base,
          payload: { language, words: words.trim(), signOff, ...files },
        }
    if (await acting.act(asked as AskedAct)) {
      setWords('')
      setFile(null)
      setOpen(false)
    }
  }
  const name = languageName(language)
  if (!open)
    return (
      <div className="no-print">
        <Button onPress={() => setOpen(true)}>
          {say(draft ? 'interpret.check' : 'interpret.add', { language: name })}
        </Button>
        <Outcome trouble={acting.trouble} />
      </div>
    )
  return (
    <div className="panel no-print">
      <WordsField
        label={say('interpret.words', { language: name })}
        hint={say('interpret.hint')}
        value={words}
        onChange={setWords}
        lang={language}
      />
      {entry.kind === 'paper' && (
        <FileField
          room={view.room.id}
          language={language}
          needed={false}
          taken={file ?? undefined}
          take={setFile}
        />
      )}
      <div className="line">
        <Button look="main" isDisabled={acting.busy || words.trim() === ''} onPress={() => void keep(true)}>
          {say('interpret.sign')}
        </Button>
        <Button isDisabled={acting.busy || words.trim() === ''} onPress={() => void keep(false)}>
          {say('interpret.draft')}
        </Button>
        <Button look="text" onPress={() => setOpen(false)}>
          {say('cancel')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

export const InterpreterTools = ({ entry }: { readonly entry: Worded }) => {
  const { process } = useProcess()
  const { view } = useRoom()
  const may = useMay(view.room)
  if (!may(`${entry.kind}.translate`)) return null
  return toInterpret(entry.state, process.languages).map((language) => (
    <Interpreting key={language} entry={entry} language={language} />
  ))
}
