/** Correcting an error in a version that every side has initialled: for some words read others, and why. */
import { useState } from 'react'
import type { VersionFile, VersionView } from '#contract/text-versions.ts'
import type { Room } from '#domain/parties/process.ts'
import { correct } from '#domain/text/version/freezing.ts'
import { plainLeaf } from '#domain/text/version/leaf.ts'
import { citeOf } from '#domain/text/version/record.ts'
import type { Correction } from '#domain/text/version/version.ts'
import { useAct } from '../../acts.ts'
import { Refused, read } from '../../api.ts'
import { Confirm } from '../../elements/dialog.tsx'
import { LineField, Pick, WordsField } from '../../elements/field.tsx'
import { useLanguageName } from '../../elements/languages.ts'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useText } from './use-file.ts'

interface Props {
  readonly room: Room
  readonly version: VersionView
  readonly file: string
}

const shortened = (words: string): string => (words.length > 70 ? `${words.slice(0, 68)}…` : words)

const clausesIn = (file: VersionFile | undefined, language: string) =>
  (file?.leaves[language] ?? []).map(({ clause, number, words }) => ({
    key: clause,
    name: shortened([number, plainLeaf(words)].filter(Boolean).join(' ')),
  }))

/** Posts the correction as the version that it makes; what cannot be made is a refusal like any other. */
const useCorrecting = ({ room, version }: Props) => {
  const { process, id } = useProcess()
  const acting = useAct(room.id)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const post = async (
    file: VersionFile,
    corrections: readonly Correction[],
    reason: Record<string, string>,
  ) => {
    setTrouble(null)
    const { versions } = await read<{ versions: readonly VersionView[] }>(
      `/processes/${id}/rooms/${room.id}/text/versions`,
    )
    const last = versions.at(-1) ?? version
    const made = correct({ ...file, ...version }, corrections, {
      number: last.record.number,
      hash: last.hash,
    })
    if (!made.ok) {
      setTrouble(new Refused(422, made.refusal.code, made.refusal.facts))
      return false
    }
    const { hash, record } = made.value
    const payload = { hash, of: version.record.number, corrections: [...corrections], reason }
    const object = String(record.number)
    return (await acting.act({ kind: 'version.correct', object, base: 0, payload })) !== null
  }
  return { post, busy: acting.busy, trouble: trouble ?? acting.trouble, languages: process.languages }
}

export const CorrectForm = (props: Props) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { me } = useProcess()
  const { post, busy, trouble, languages } = useCorrecting(props)
  const file = useText(props.file)
  const [language, setLanguage] = useState(languages[0] ?? 'en')
  const [clause, setClause] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const ready = file.data !== undefined && clause !== '' && from !== '' && reason.trim() !== ''
  const confirm = async () =>
    file.data !== undefined &&
    ready &&
    post(file.data, [{ clause, language, from, to }], { [me.language]: reason.trim() })
  return (
    <div className="no-print">
      <Confirm
        label={say('version.correct')}
        look="text"
        title={say('version.correct.title', { cite: citeOf(props.version.record.number) })}
        action={say('version.correct')}
        confirm={confirm}
        busy={busy || !ready}
      >
        <p>{say('version.correct.hint')}</p>
        <Pick
          label={say('version.correct.language')}
          value={language}
          onChange={setLanguage}
          among={languages.map((key) => ({ key, name: languageName(key) }))}
        />
        <Pick
          label={say('version.correct.clause')}
          value={clause}
          onChange={setClause}
          among={[{ key: '', name: say('version.correct.choose') }, ...clausesIn(file.data, language)]}
        />
        <LineField label={say('version.correct.from')} lang={language} value={from} onChange={setFrom} />
        <LineField label={say('version.correct.to')} lang={language} value={to} onChange={setTo} />
        <WordsField label={say('version.reason')} lang={me.language} value={reason} onChange={setReason} />
        <Outcome trouble={trouble} />
      </Confirm>
    </div>
  )
}
