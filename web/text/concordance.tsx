/** Beside a clause: whether the languages say the same, who has agreed, who reserves its position. */

import type { Clause } from '#domain/text/clause.ts'
import { certifiedBy } from '#domain/text/consent.ts'
import { untranslated } from '#domain/text/content.ts'
import { holds } from '#domain/text/status.ts'
import { anchorageOf } from '#domain/text/text.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { useMySeat, useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { Findings } from './findings.tsx'
import { hashesOf } from './hashes.ts'
import type { Row } from './reading.ts'
import { useText } from './text-context.tsx'

const Certified = ({ clause, status }: Row) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  if (untranslated(clause.passage).length > 0) return <p>{say('text.untranslated')}</p>
  if (status === 'bracketed') return <p>{say('text.not-yet-open')}</p>
  const by = certifiedBy(clause, hashesOf(clause))
  const stale = clause.certificates.length > by.length
  if (by.length > 0)
    return <p className="certified">{say('text.certified-by', { who: listing(by.map(names.party)) })}</p>
  return <p>{say(stale ? 'text.certificate-stale' : 'text.not-certified')}</p>
}

const Reservations = ({ clause }: { readonly clause: Clause }) => {
  const say = useSay()
  const names = useNames()
  const seat = useMySeat()
  const { room } = useText()
  const acting = useAct(room.id)
  return clause.reservations
    .filter(({ liftedAt }) => liftedAt === undefined)
    .map(({ id, party, words }) => (
      <p key={id} className="reservation">
        <strong>{say('text.reserves', { who: names.party(party) })}</strong> {names.of(words)}
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
    ))
}

export const Concordance = ({ row }: { readonly row: Row }) => {
  const say = useSay()
  const names = useNames()
  const { view } = useText()
  const { clause } = row
  const under = anchorageOf(clause, (id) => view.clauses.find((each) => each.id === id))
  const holding = clause.agreements.filter((each) => holds(each, clause, under))
  return (
    <div className="concordance small quiet">
      <Certified {...row} />
      <Findings clause={clause} />
      {holding.map(({ party, degree, subjectToConformity }) => (
        <p key={party}>
          {say(`text.agreed-by.${degree}`, { who: names.party(party) })}
          {subjectToConformity && <> · {say('text.subject.short')}</>}
        </p>
      ))}
      <Reservations clause={clause} />
    </div>
  )
}
