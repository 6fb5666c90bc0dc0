/** Beside a clause: whether the languages say the same, who has agreed, who reserves its position. */

import { named } from '#domain/parties/localised.ts'
import type { Clause } from '#domain/text/clause.ts'
import { certifiedBy } from '#domain/text/consent.ts'
import { untranslated } from '#domain/text/content.ts'
import { holds } from '#domain/text/status.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { Findings } from './findings.tsx'
import { hashesOf } from './hashes.ts'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'

/** Names as short as they can be told apart: the margin is narrow. */
export const useShortNames = () => {
  const { process, seat, languages } = useText()
  const own = seat.party
  // The reader's own side comes first; the others as the process names them.
  const place = (key: string): number =>
    key === own ? -1 : process.parties.findIndex((each) => each.key === key)
  return (keys: readonly string[]): readonly string[] =>
    keys
      .toSorted((one, other) => place(one) - place(other))
      .map((key) => {
        const party = process.parties.find((each) => each.key === key)
        return party ? named(party.short, languages[0] ?? '') : key
      })
}

const Certified = ({ row: { clause, status } }: { readonly row: Row }) => {
  const say = useSay()
  const listing = useListing()
  const short = useShortNames()
  if (untranslated(clause.passage).length > 0) return <p>{say('text.untranslated')}</p>
  if (status === 'bracketed') return <p>{say('text.not-yet-open')}</p>
  // Reckoning a hash takes time; where nobody has certified anything there is nothing to hold it against.
  const by = clause.certificates.length > 0 ? certifiedBy(clause, hashesOf(clause)) : []
  const stale = clause.certificates.length > by.length
  if (by.length > 0)
    return <p className="certified">{say('text.certified-by', { who: listing(short(by)) })}</p>
  return <p>{say(stale ? 'text.certificate-stale' : 'text.not-certified')}</p>
}

const ReservationShown = ({
  clause,
  reservation: { id, party, words },
}: {
  readonly clause: Clause
  readonly reservation: Clause['reservations'][number]
}) => {
  const say = useSay()
  const names = useNames()
  const { room, seat } = useText()
  const acting = useAct(room.id)
  const short = useShortNames()
  return (
    <p className="reservation">
      <strong>{say('text.reserves', { who: short([party])[0] ?? '' })}</strong> {names.of(words)}
      {party === seat.party && (
        <>
          {' '}
          <Button
            look="text"
            isDisabled={acting.busy}
            onPress={() =>
              void acting.act({ kind: 'clause.lift', object: clause.id, base: null, payload: { id } })
            }
          >
            {say('text.lift')}
          </Button>
        </>
      )}
    </p>
  )
}

const Reservations = ({ clause }: { readonly clause: Clause }) =>
  clause.reservations
    .filter(({ liftedAt }) => liftedAt === undefined)
    .map((each) => <ReservationShown key={each.id} clause={clause} reservation={each} />)

const degrees = ['confirmed', 'ad-referendum'] as const

/** Who has agreed to these very words, in one line for each degree of agreement. */
const Agreed = ({ row: { clause, under } }: { readonly row: Row }) => {
  const say = useSay()
  const listing = useListing()
  const short = useShortNames()
  const holding = clause.agreements.filter((each) => holds(each, clause, under))
  return degrees.map((degree) => {
    const by = holding.filter((each) => each.degree === degree)
    if (by.length === 0) return null
    const who = listing(short(by.map(({ party }) => party)))
    return (
      <p key={degree}>
        {say(`text.agreed-by.${degree}`, { who })}
        {by.some(({ subjectToConformity }) => subjectToConformity) && <> · {say('text.subject.short')}</>}
      </p>
    )
  })
}

/** What stands in the margin about the languages and the sides. Findings of the checks come first where there are any. */
export const Concordance = ({ row }: { readonly row: Row }) => (
  <>
    <Certified row={row} />
    <Findings clause={row.clause} />
    <Agreed row={row} />
    <Reservations clause={row.clause} />
  </>
)
