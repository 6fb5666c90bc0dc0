/** Proposing something under silence: what is proposed, until when, and who may object. */
import { useState } from 'react'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { useDraft } from '../../drafts.ts'
import { Button } from '../../elements/button.tsx'
import { Choice, LineField, Tick } from '../../elements/field.tsx'
import { useLanguageName } from '../../elements/languages.ts'
import { Outcome } from '../../elements/trouble.tsx'
import { useMoments, usePlace } from '../../moments.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { deadlineAfter } from './wording.ts'
import { useWriting, WordingFields } from './wording-fields.tsx'

const periods = ['24', '48', '72', '96'] as const

const Deadline = ({ room, deadline }: { readonly room: Room; readonly deadline: string }) => {
  const { process } = useProcess()
  const say = useSay()
  const place = usePlace()
  const { dayAndClock } = useMoments()
  const zones = [
    ...new Set(process.seats.filter(({ key }) => room.seats.includes(key)).map((s) => s.timeZone)),
  ]
  return (
    <ul className="plain-list hint">
      {zones.map((zone) => (
        <li key={zone}>{say('silence.until', { at: dayAndClock(deadline, zone), place: place(zone) })}</li>
      ))}
    </ul>
  )
}

const useTitles = (key: string, languages: readonly string[]) => {
  const [draft, setDraft] = useDraft(key)
  const titles = draft === '' ? {} : (JSON.parse(draft) as Record<string, string>)
  const whole = languages.every((language) => (titles[language] ?? '').trim() !== '')
  return {
    titles,
    whole,
    setTitle: (language: string, title: string) => setDraft(JSON.stringify({ ...titles, [language]: title })),
    clear: () => setDraft(''),
  }
}

const Objectors = ({
  seats,
  chosen,
  choose,
}: {
  readonly seats: readonly string[]
  readonly chosen: readonly string[]
  readonly choose: (seats: readonly string[]) => void
}) => {
  const say = useSay()
  const names = useNames()
  return (
    <fieldset className="field plain-fieldset">
      <legend className="field-title">{say('silence.who-objects')}</legend>
      {seats.map((seat) => (
        <Tick
          key={seat}
          label={names.seat(seat)}
          value={chosen.includes(seat)}
          onChange={(on) => choose(on ? [...chosen, seat] : chosen.filter((each) => each !== seat))}
        />
      ))}
    </fieldset>
  )
}

export const ProposeSilence = ({ room }: { readonly room: Room }) => {
  const { process, me } = useProcess()
  const say = useSay()
  const languageName = useLanguageName()
  const acting = useAct(room.id)
  const key = `${me.id}.${room.id}.silence`
  const writing = useWriting(key)
  const { titles, whole, setTitle, clear } = useTitles(`${key}.title`, process.languages)
  const [hours, setHours] = useState<(typeof periods)[number]>('48')
  const seats = process.seats.filter((seat) => room.seats.includes(seat.key) && seat.kind !== 'mediator')
  const [objectors, setObjectors] = useState<readonly string[]>(
    seats.filter(({ kind }) => kind === 'party').map((seat) => seat.key),
  )
  const propose = async () => {
    if (!writing.wording) return
    const deadline = deadlineAfter(new Date().toISOString(), Number(hours))
    const payload = { ...writing.wording, title: titles, deadline, objectors }
    if (await acting.act({ kind: 'silence.propose', base: 0, payload })) {
      writing.clear()
      clear()
    }
  }
  const ready = whole && writing.wording !== null && objectors.length > 0 && !acting.busy
  return (
    <div className="stack">
      <p className="quiet">{say('silence.why')}</p>
      <div className="columns">
        {process.languages.map((language) => (
          <LineField
            key={language}
            label={say('silence.title-in', { language: languageName(language) })}
            lang={language}
            value={titles[language] ?? ''}
            onChange={(title) => setTitle(language, title)}
          />
        ))}
      </div>
      <WordingFields writing={writing} label={say('silence.words')} />
      <div className="columns">
        <div className="stack tight">
          <Choice
            label={say('silence.period')}
            value={hours}
            onChange={setHours}
            ways={periods.map((each) => ({ key: each, name: say('silence.hours', { hours: Number(each) }) }))}
          />
          <Deadline room={room} deadline={deadlineAfter(new Date().toISOString(), Number(hours))} />
        </div>
        <Objectors seats={seats.map((s) => s.key)} chosen={objectors} choose={setObjectors} />
      </div>
      <div>
        <Button look="main" isDisabled={!ready} onPress={() => void propose()}>
          {say('silence.propose')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} done={acting.last ? say('sent') : null} />
    </div>
  )
}
