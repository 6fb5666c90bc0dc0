/** Who sits at the table: every seat with its members, what they are there for, and what they may commit it to. */
import { alternat, type Seat } from '#domain/parties/process.ts'
import { Empty, PageTitle } from '../elements/page.tsx'
import { Side } from '../elements/side.tsx'
import { useMoments, usePlace } from '../moments.tsx'
import { byFunction } from '../order.ts'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { AddMember } from './add-member.tsx'
import { LeadershipOf } from './leadership-of.tsx'
import { MemberCard } from './member-card.tsx'
import { Organisation } from './organisation.tsx'
import { QuietHoursOf } from './quiet-hours.tsx'
import { useStewardship } from './stewardship.ts'

const SeatSection = ({ seat }: { readonly seat: Seat }) => {
  const { members, at } = useProcess()
  const say = useSay()
  const names = useNames()
  const place = usePlace()
  const { clock } = useMoments()
  const own = useMySeat().key === seat.key
  const steward = useStewardship(seat)
  const theirs = members.filter(({ member }) => member.seat === seat.key)
  const ordered = byFunction(theirs.map((card) => ({ function: card.member.function, card })))
  const cards = ordered
    .map(({ card }) => card)
    .toSorted((one, other) => Number(other.serving) - Number(one.serving))
  return (
    <section className="seat-section" aria-labelledby={`seat-${seat.key}`}>
      <div className="seat-section-head">
        <h2 id={`seat-${seat.key}`}>
          <Side seat={seat.key} /> {names.of(seat.name)}
        </h2>
        <p className="quiet small">
          {say('hour', { place: place(seat.timeZone), clock: clock(at, seat.timeZone) })}
        </p>
        <QuietHoursOf seat={seat} own={own} />
      </div>
      <LeadershipOf seat={seat} />
      <Organisation seat={seat} />
      {cards.length === 0 && <Empty>{say('people.nobody')}</Empty>}
      <ul className="people">
        {cards.map((card) => (
          <li key={card.member.id}>
            <MemberCard card={card} steward={steward} />
          </li>
        ))}
      </ul>
      {steward && <AddMember seat={seat} />}
    </section>
  )
}

export const PeoplePage = () => {
  const { process, me, at } = useProcess()
  const say = useSay()
  const sides = alternat(process, me.seat, at).flatMap((party) =>
    process.seats.filter((seat) => seat.party === party.key),
  )
  const others = process.seats.filter(({ party }) => party === undefined)
  return (
    <>
      <div className="page-head">
        <PageTitle>{say('people')}</PageTitle>
        <p className="quiet">{say('people.why')}</p>
      </div>
      {[...sides, ...others].map((seat) => (
        <SeatSection key={seat.key} seat={seat} />
      ))}
    </>
  )
}
