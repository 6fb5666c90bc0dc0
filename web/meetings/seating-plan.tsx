/** The seating of a session, for the screen and for paper: sides by the alternat of the day, heads in the middle. */
import { seatingOf } from '#domain/meetings/seating.ts'
import { Side } from '../elements/side.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { ReadSession } from './use-meetings.ts'

export const SeatingPlan = ({ session: { state } }: { readonly session: ReadSession }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const attending = state.attends.flatMap((id) => names.memberCard(id) ?? [])
  const benches = seatingOf(process, attending, state.begin)
  if (benches.length < 2) return null
  return (
    <section className="stack tight" aria-labelledby="seating">
      <h2 id="seating">{say('meetings.seating')}</h2>
      <p className="small quiet">{say('meetings.seating.how')}</p>
      <ol className="benches">
        {benches.map(({ seat, members }) => (
          <li key={seat} className="card bench">
            <Side seat={seat} />
            <ol>
              {members.map((id) => {
                const card = names.memberCard(id)
                return (
                  <li key={id} data-head={card?.function === 'head'}>
                    {names.member(id)}
                    <span className="small quiet">{card ? names.of(card.title) : ''}</span>
                  </li>
                )
              })}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  )
}
