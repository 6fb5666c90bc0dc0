/** The agreed minutes of a session: both languages side by side, who has accepted these words, and what the reader can do. */
import { useState } from 'react'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { isAgreed } from '#domain/meetings/minutes.ts'
import { partiesIn } from '#domain/meetings/minutes-acts.ts'
import { useAct } from '../acts.ts'
import { Accept } from '../elements/accept.tsx'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import type { ReadSession } from './use-meetings.ts'

type ReadMinutes = MeetingsView['minutes'][number]

const WriteMinutes = ({
  session,
  minutes,
}: {
  readonly session: ReadSession
  readonly minutes: ReadMinutes | undefined
}) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(session.room)
  const [open, setOpen] = useState(false)
  const { object } = session
  const begun: { wording: number; words: Written } = {
    wording: minutes?.state.wording ?? 0,
    words: minutes?.state.last.words ?? {},
  }
  // An acceptance meanwhile changes no words; `wording` tells a change from a change back.
  const form = useForm(`minutes/${object}`, begun, { revision: minutes?.revision ?? 0, ofPart: true })
  const words = whole(form.value.words, process.languages)
  const label = say(minutes ? 'meetings.minutes.rewrite' : 'meetings.minutes.write')
  if (!open) return <Button onPress={() => setOpen(true)}>{label}</Button>
  const send = async () => {
    if (!words || !(await acting.act({ kind: 'minutes.write', object, base: form.base, payload: { words } })))
      return
    form.clear()
    setOpen(false)
  }
  return (
    <section className="card stack act-form" aria-label={label}>
      <BothFields
        long
        label={say('meetings.minutes')}
        value={form.value.words}
        onChange={(written) => form.write({ words: written })}
      />
      {minutes && <p className="small quiet">{say('meetings.minutes.rewrite-asks')}</p>}
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(words)}
        label={label}
        send={send}
        cancel={() => setOpen(false)}
      />
    </section>
  )
}

const Words = ({ minutes }: { readonly minutes: ReadMinutes }) => {
  const { process } = useProcess()
  const languageName = useLanguageName()
  return (
    <div className="columns">
      {process.languages.map((language) => (
        <div key={language} lang={language} dir="auto" className="minutes-words">
          <p className="small quiet">{capital(languageName(language))}</p>
          <p className="serif">{minutes.state.last.words[language]}</p>
        </div>
      ))}
    </div>
  )
}

const Standing = ({
  minutes,
  parties,
}: {
  readonly minutes: ReadMinutes
  readonly parties: readonly string[]
}) => {
  const say = useSay()
  const names = useNames()
  const { accepted } = minutes.state
  return (
    <ul className="stack tight">
      <li>
        <span className="tag">
          {say(isAgreed(minutes.state, parties) ? 'meetings.minutes.agreed' : 'meetings.minutes.open')}
        </span>
      </li>
      {parties.map((party) => {
        const found = accepted.find((each) => each.party === party)
        return (
          <li key={party} className="small">
            {found ? (
              <>
                {say('meetings.minutes.accepted', { who: names.actor(found.by), party: names.party(party) })}{' '}
                <Moment at={found.at} />
              </>
            ) : (
              say('meetings.minutes.waits', { party: names.party(party) })
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Shown once a session of a room in which parties sit has begun. */
export const MinutesSection = ({
  session,
  view,
}: {
  readonly session: ReadSession
  readonly view: MeetingsView
}) => {
  const say = useSay()
  const { party } = useMySeat()
  const { process, rooms } = useProcess()
  const room = rooms.find(({ id }) => id === session.room)
  const may = useMay(room)
  const acting = useAct(session.room)
  const { object, state } = session
  const minutes = view.minutes.find((each) => each.room === session.room && each.object === object)
  const parties = room ? partiesIn({ process, room }) : []
  if (parties.length === 0 || room?.kind === 'caucus') return null
  if (!minutes && (state.cancelled || view.at < state.begin)) return null
  const wording = minutes?.state.wording ?? 0
  const mine = minutes?.state.accepted.some((each) => each.party === party) === true
  const isOpen = !minutes || !isAgreed(minutes.state, parties)
  return (
    <section className="stack tight" aria-labelledby="minutes">
      <h2 id="minutes">{say('meetings.minutes')}</h2>
      {minutes ? (
        <>
          <Words minutes={minutes} />
          <Standing minutes={minutes} parties={parties} />
        </>
      ) : (
        <p className="small quiet">{say('meetings.minutes.none')}</p>
      )}
      <div className="line no-print">
        {minutes && may('minutes.accept') && !mine && (
          <Accept
            wording={String(wording)}
            label={say('meetings.minutes.accept')}
            busy={acting.busy}
            accept={() =>
              void acting.act({ kind: 'minutes.accept', object, base: null, payload: { wording } })
            }
          />
        )}
        {may('minutes.write') && isOpen && !state.cancelled && (
          <WriteMinutes session={session} minutes={minutes} />
        )}
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
