/** Checking a badge at the door: what was scanned is looked up on the lists that the reader may read, and stays in the browser. */
import { useState } from 'react'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { findBadge } from '#domain/meetings/accreditation.ts'
import { localTime } from '#domain/meetings/local-time.ts'
import { WordsField } from '../elements/field.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'

const Found = ({ words, view }: { readonly words: string; readonly view: MeetingsView }) => {
  const say = useSay()
  const names = useNames()
  const { day } = localTime(view.arrangements.state.timeZone, Date.parse(view.at))
  const lists = view.accreditations.map(({ state }) => state)
  const found = findBadge(words, lists, day)
  if (found.kind === 'unknown')
    return (
      <p className="notice" data-kind="trouble">
        {say('meetings.badge.unknown')}
      </p>
    )
  const who = names.of(found.person.name)
  const isGood = found.kind === 'stands' && found.term === 'running'
  return (
    <p className="notice" data-kind={isGood ? undefined : 'trouble'}>
      <strong>{say(`meetings.badge.${found.kind === 'stands' ? found.term : 'withdrawn'}`, { who })}</strong>{' '}
      {names.of(found.person.title)} · {say(`meetings.category.${found.person.category}`)}
    </p>
  )
}

/** A field for a scanner that types, and what the lists say. */
export const BadgeCheck = ({ view }: { readonly view: MeetingsView }) => {
  const say = useSay()
  const [words, setWords] = useState('')
  return (
    <section className="stack tight no-print" aria-labelledby="badge-check">
      <h2 id="badge-check">{say('meetings.badge.check')}</h2>
      <WordsField lang="zxx" label={say('meetings.badge.scanned')} value={words} onChange={setWords} />
      <div aria-live="polite">{words.trim() !== '' && <Found words={words} view={view} />}</div>
    </section>
  )
}
