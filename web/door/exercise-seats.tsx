/** The seats of an exercise, the sides beside each other and equal, everybody else below. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SignedIn } from '#contract/door.ts'
import { type Localised, named } from '#domain/parties/localised.ts'
import { post } from '../api.ts'
import { Outcome } from '../elements/trouble.tsx'
import { byFunction } from '../order.ts'
import { usePreferences } from '../preferences.tsx'
import { type Phrase, useSay } from '../speech.tsx'
import { type Exercise, type OfferedSeat, orderOfSeats } from './seats.ts'

const SeatCard = ({
  exercise,
  seat,
  take,
  busy,
}: {
  readonly exercise: Exercise
  readonly seat: OfferedSeat
  readonly take: (member: string) => void
  readonly busy: boolean
}) => {
  const say = useSay()
  const { language } = usePreferences()
  const name = (each: Localised) => named(each, language)
  const party = exercise.parties.find(({ key }) => key === seat.party)
  return (
    <section className="card seat" aria-labelledby={`seat-${seat.seat}`}>
      <h3 id={`seat-${seat.seat}`}>
        <span className="side" data-hue={party?.hue}>
          {party ? name(party.short) : say(`seat.short.${seat.kind}` as Phrase)}
        </span>{' '}
        {name(seat.name)}
      </h3>
      <ul>
        {byFunction(seat.members).map((member) => (
          <li key={member.member}>
            <button type="button" className="seat-member" disabled={busy} onClick={() => take(member.member)}>
              <span className="seat-name">{name(member.name)}</span>
              <span className="seat-function">
                {say(`function.${member.function}` as Phrase, { seat: seat.kind })}
              </span>
              <span className="seat-title">{name(member.title)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An exercise at the door. Choosing a person takes their seat. */
export const ExerciseSeats = ({ exercise }: { readonly exercise: Exercise }) => {
  const say = useSay()
  const { language } = usePreferences()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const { sides, others } = orderOfSeats(exercise, new Date().toISOString())
  const take = async (member: string) => {
    setBusy(true)
    try {
      const { process } = await post<SignedIn>('/door/seat', { process: exercise.process, member })
      await navigate({ to: '/t/$process', params: { process } })
    } catch (error) {
      setTrouble(error as Error)
      setBusy(false)
    }
  }
  const card = (seat: OfferedSeat) => (
    <SeatCard key={seat.seat} exercise={exercise} seat={seat} take={(id) => void take(id)} busy={busy} />
  )
  return (
    <section className="stack door-exercise" aria-labelledby={`exercise-${exercise.key}`}>
      <div className="door-exercise-head">
        <p className="tag">{say('exercise')}</p>
        <h2 id={`exercise-${exercise.key}`}>{named(exercise.name, language)}</h2>
        <p className="quiet">{say('door.exercise')}</p>
      </div>
      <Outcome trouble={trouble} />
      <div className="door-sides">{sides.map(card)}</div>
      <div className="door-others">{others.map(card)}</div>
    </section>
  )
}
