/** Choosing a file that is read here: a button in the reader's language (the browser's own speaks another), and the name of the file. */
import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useSay } from '../speech.tsx'
import { Button } from './button.tsx'

export const ChooseFile = ({
  label,
  types,
  hint,
  take,
}: {
  readonly label: string
  /** Endings of names (`.csv`) or media types. */
  readonly types: readonly string[]
  readonly hint?: string
  readonly take: (file: File) => void
}) => {
  const say = useSay()
  const id = useId()
  const [name, setName] = useState<string | null>(null)
  const choose = (file: File | undefined) => {
    if (!file) return
    setName(file.name)
    take(file)
  }
  return (
    <div className="field">
      <span className="field-title" id={id}>
        {label}
      </span>
      <FileTrigger acceptedFileTypes={[...types]} onSelect={(files) => choose(files?.[0])}>
        <Button aria-describedby={id}>{say(name ? 'file.other' : 'file.choose')}</Button>
      </FileTrigger>
      {name && (
        <p className="hint" lang="zxx">
          {name}
        </p>
      )}
      {hint && <p className="hint">{hint}</p>}
    </div>
  )
}
