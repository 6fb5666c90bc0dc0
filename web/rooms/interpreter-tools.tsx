/** The interpreter's tools under an entry: add a rendering, sign it off. Nobody else sees them. */
import { useState } from 'react'
import type { TakenFile } from '#contract/rooms.ts'
import type { Translatable } from '#domain/language/wording.ts'
import { type AskedAct, useAct } from '../acts.ts'
import { OtherWords, useRead } from '../elements/accept.tsx'
import { Button } from '../elements/button.tsx'
import { WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Overtaken } from '../elements/overtaken.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
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
  const { view } = useRoom()
  const say = useSay()
  const languageName = useLanguageName()
  const acting = useAct(view.room.id)
  const draft = entry.state.translations.find((each) => each.language === language)
  const [open, setOpen] = useState(false)
  const form = useForm(
    `translation/${view.room.id}/${entry.object}/${language}`,
    { words: draft?.words ?? entry.state.words[language] ?? '' },
    // What becomes of the entry otherwise does not touch its rendering.
    { revision: entry.revision, ofPart: true },
  )
  const { words } = form.value
  // Untouched, the field follows the draft of others; what is signed off is what was there to read.
  const others = useRead(draft?.words ?? '')
  const isOther = others.isOther && !form.isChanged
  const [file, setFile] = useState<TakenFile | null>(null)
  const { object } = entry
  const { base } = form
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
      form.clear()
      setFile(null)
      setOpen(false)
    }
  }
  const name = languageName(language)
  const isOff = acting.busy || words.trim() === '' || form.isOvertaken || isOther
  if (!open)
    return (
      <div className="no-print">
        <Button
          onPress={() => {
            others.read()
            setOpen(true)
          }}
        >
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
        onChange={(each) => form.write({ words: each })}
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
      <Overtaken form={form} />
      <OtherWords isOther={isOther} read={others.read} />
      <div className="line">
        <Button look="main" isDisabled={isOff} onPress={() => void keep(true)}>
          {say('interpret.sign')}
        </Button>
        <Button isDisabled={isOff} onPress={() => void keep(false)}>
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
