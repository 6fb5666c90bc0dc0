/** Who is here: the seats of the table in the reader's order, with the members who may be seen. */
import { Link } from '@tanstack/react-router'
import { alternat } from '#domain/parties/process.ts'
import { Side } from '../elements/side.tsx'
import { byFunction } from '../order.ts'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

export const AroundTheTable = () => {
  const { id, process, members, me, at } = useProcess()
  const say = useSay()
  const names = useNames()
  const sides = alternat(process, me.seat, at).flatMap((party) =>
    process.seats.filter((seat) => seat.party === party.key),
  )
  const others = process.seats.filter(({ party }) => party === undefined)
  return (
    <section className="stack tight" aria-labelledby="here">
      <h2 id="here">
        <Link to="/t/$process/people" params={{ process: id }} className="plain-link">
          {say('table.here')}
        </Link>
      </h2>
      <ul className="lines">
        {[...sides, ...others].map((seat) => {
          const serving = byFunction(
            members
              .filter(({ member, serving }) => serving && member.seat === seat.key)
              .map(({ member }) => member),
          )
          return (
            <li key={seat.key}>
              <p>
                <Side seat={seat.key} /> {names.of(seat.name)}
              </p>
              {serving.length > 0 && (
                <p className="quiet small">{serving.map((member) => names.of(member.name)).join(', ')}</p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
