/** A handover pack as it is read and printed. */
import type { ReactNode } from 'react'
import { fundamentals } from '#domain/process/fundamentals.ts'
import { type HandoverPack, noteKey, type PrivateNote, readingOf } from '#domain/process/handover.ts'
import type { Phase, TrackKey } from '#domain/process/track.ts'
import { Moment, useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useMandateDays } from './use-mandate-days.ts'
import { Said, SaidInAll } from './words.tsx'

const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) => (
  <section className="card stack tight" aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    {children}
  </section>
)

/** What a private note is about, in the words of the interface. */
export const useNoteName = (): ((note: PrivateNote) => string) => {
  const say = useSay()
  const names = useNames()
  return ({ kind, object }) => {
    if (kind === 'message') return say('process.note.message')
    if (kind === 'reading') return say('process.note.reading', { party: names.party(object) })
    return say('process.note.mark', { item: say(`process.item.${object as 'women'}`) })
  }
}

/** A private note with its words. */
export const NoteWords = ({ note }: { readonly note: PrivateNote }) => {
  const say = useSay()
  return (
    <>
      {readingOf(note).map(([element, answer]) => (
        <p key={element} className="small">
          {say(`process.ripeness.${element}`)}: {say(`process.answer.${answer}`)}
        </p>
      ))}
      <Said of={note.words} />
    </>
  )
}

const Mandates = ({ pack }: { readonly pack: HandoverPack }) => {
  const say = useSay()
  const names = useNames()
  const daysOf = useMandateDays()
  return (
    <Part id="pack-mandate" title={say('process.mandates')}>
      {pack.mandates.length === 0 && <p className="small quiet">{say('process.pack.nothing')}</p>}
      {pack.mandates.map((mandate) => (
        <div key={`${mandate.from}${mandate.source}`} className="stack tight">
          <p>
            <span dir="auto">{names.of(mandate.giver)}</span>
            <span className="small quiet">
              {' · '}
              {daysOf(mandate)}
            </span>
          </p>
          <SaidInAll of={mandate.words} />
          {mandate.limits && <SaidInAll of={mandate.limits} />}
        </div>
      ))}
    </Part>
  )
}

const Standing = ({ pack }: { readonly pack: HandoverPack }) => {
  const say = useSay()
  const names = useNames()
  const { day } = useMoments()
  return (
    <>
      <Part id="pack-tracks" title={say('process.tracks')}>
        {pack.tracks.map(({ track, phase, suspended, since }) => (
          <p key={track} className="small">
            {say(`process.track.${track as TrackKey}`)}: {say(`process.phase.${phase as Phase}`)}
            {suspended ? ` · ${say('process.track.suspended')}` : ''} · {day(since)}
          </p>
        ))}
      </Part>
      <Part id="pack-consents" title={say('process.consents')}>
        {pack.consents.map(({ party, standing, scope, qualifications }) => (
          <div key={party} className="stack tight">
            <p>
              {names.party(party)}: {say(`process.consent.${standing ?? 'none'}`)}
            </p>
            {scope && <Said of={scope} />}
            {qualifications && <Said of={qualifications} />}
          </div>
        ))}
      </Part>
    </>
  )
}

const Open = ({ pack }: { readonly pack: HandoverPack }) => {
  const say = useSay()
  const names = useNames()
  const { waiting, stipulations, cases } = pack.open
  return (
    <Part id="pack-open" title={say('process.pack.open')}>
      {pack.consents.map(({ party }) => (
        <p key={party} className="small">
          {say('process.pack.waiting', { party: names.party(party), count: waiting[party] ?? 0 })}
        </p>
      ))}
      <p className="small">{say('process.pack.stipulations', { count: stipulations })}</p>
      <p className="small">{say('process.pack.cases', { count: cases })}</p>
    </Part>
  )
}

const Lists = ({ pack }: { readonly pack: HandoverPack }) => {
  const say = useSay()
  const { day } = useMoments()
  return (
    <Part id="pack-fundamentals" title={say('process.view.fundamentals')}>
      {fundamentals.map((name) => (
        <div key={name}>
          <p className="small quiet">{say(`process.fundamental.${name}`)}</p>
          <ul className="plain-list">
            {pack.fundamentals
              .filter(({ of }) => of === name)
              .map(({ item, answer, on }) => (
                <li key={item} className="small">
                  {say(`process.item.${item}`)}:{' '}
                  {answer ? say(`process.mark.${answer}`) : say('process.mark.none')}
                  {on ? ` · ${day(on)}` : ''}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Part>
  )
}

const People = ({ pack }: { readonly pack: HandoverPack }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  return (
    <Part id="pack-contacts" title={say('process.pack.contacts')}>
      {process.seats
        .map((seat) => ({ seat, people: pack.contacts.filter((each) => each.seat === seat.key) }))
        .filter(({ people }) => people.length > 0)
        .map(({ seat, people }) => (
          <div key={seat.key}>
            <p className="small quiet">{names.seat(seat.key)}</p>
            <ul className="plain-list">
              {people.map((each) => (
                <li key={`${each.seat}${JSON.stringify(each.name)}`} className="small">
                  <span dir="auto">{names.of(each.name)}</span>,{' '}
                  <span dir="auto">{names.of(each.title)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Part>
  )
}

/** The whole pack. */
export const Pack = ({ pack }: { readonly pack: HandoverPack }) => {
  const say = useSay()
  const noteName = useNoteName()
  return (
    <div className="symmetry-parts">
      <Mandates pack={pack} />
      <Standing pack={pack} />
      <Open pack={pack} />
      <Lists pack={pack} />
      <People pack={pack} />
      {pack.notes.length > 0 && (
        <Part id="pack-notes" title={say('process.pack.notes')}>
          {pack.notes.map((note) => (
            <div key={noteKey(note)} className="stack tight item">
              <p className="small quiet">
                {noteName(note)} · <Moment at={note.at} />
              </p>
              <NoteWords note={note} />
            </div>
          ))}
        </Part>
      )}
    </div>
  )
}
