/** Taking in a conflict from a file; it is read here and sent nowhere. */
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Refused } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useSay } from '../../speech.tsx'
import { type LoadedConflict, largestConflict, readConflict } from './read-conflict.ts'

export const LoadConflict = ({ load }: { readonly load: (loaded: LoadedConflict) => void }) => {
  const say = useSay()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const read =
      file.size > largestConflict
        ? ({ ok: false, refusal: { code: 'bargaining.file-kind', facts: {} } } as const)
        : readConflict(file.name, await file.text())
    if (read.ok) load(read.value)
    setTrouble(read.ok ? null : new Refused(422, read.refusal.code, read.refusal.facts))
  }
  return (
    <div className="stack tight no-print">
      <p className="hint">{say('stability.load.why')}</p>
      <div>
        <FileTrigger
          acceptedFileTypes={['.json', '.gmcr', 'application/json']}
          onSelect={(files) => void take(files?.[0])}
        >
          <Button look="main">{say('stability.load')}</Button>
        </FileTrigger>
      </div>
      <Outcome trouble={trouble} />
    </div>
  )
}
