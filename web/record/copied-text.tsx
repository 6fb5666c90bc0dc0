/** Words to be carried elsewhere letter by letter, with a button that copies them. */
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'

/** A text in a field that cannot be changed; `action` is what the button says. */
export const CopiedText = ({
  label,
  text,
  action,
}: {
  readonly label: string
  readonly text: string
  readonly action: string
}) => {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="stack tight">
      <label className="field">
        <span className="field-title">{label}</span>
        <input className="input" readOnly value={text} dir="ltr" lang="zxx" translate="no" />
      </label>
      <div className="line">
        <Button onPress={() => void copy()}>{action}</Button>
        <Outcome done={copied ? say('invite.copied') : null} />
      </div>
    </div>
  )
}
