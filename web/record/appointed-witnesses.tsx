/** Whom each seat has named as its witness, and where that witness answers. */
import type { RecordIndex } from '#contract/record.ts'
import { Code, KeyShown } from '../elements/code.tsx'
import { Side } from '../elements/side.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { SeatWitness } from './seat-witness.tsx'

const Place = ({ url }: { readonly url: string | null }) => {
  const say = useSay()
  return url === null ? say('witness.inside') : <Code>{url}</Code>
}

/** Only for seats of the plenary, where witnesses are named. */
export const AppointedWitnesses = ({ index }: { readonly index: RecordIndex }) => {
  const { process, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  if (!rooms.some(({ kind }) => kind === 'plenary')) return null
  const seats = process.seats.filter(({ kind }) => kind === 'party' || kind === 'mediator')
  return (
    <section className="stack tight" aria-labelledby="appointed">
      <h2 id="appointed">{say('witness.appointed')}</h2>
      <p>{say('witness.appointed.why')}</p>
      <ul className="lines">
        {seats.map((seat) => {
          const named = index.appointed.find((each) => each.seat === seat.key)
          return (
            <li key={seat.key} className="stack tight">
              <p>
                <Side seat={seat.key} /> <strong>{names.of(seat.name)}</strong>
                {': '}
                {named?.key ? <Place url={named.url} /> : say('witness.nobody')}
              </p>
              {named?.key && <KeyShown value={named.key} />}
              {seat.key === index.seat && <SeatWitness index={index} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
