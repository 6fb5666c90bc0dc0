/** Steps in which a side says how it stands: supporting, reserving, agreeing, certifying; none of them changes a word. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Agreement, Certificate, Clause, Reservation } from './clause.ts'
import { reworded, withBracket } from './drafting.ts'
import { openAlternative } from './settling.ts'
import { isUnfinished } from './status.ts'

/** A party says that it can live with an alternative that is not its own. */
export const support = (clause: Clause, alternative: string, party: string): Outcome<Clause> => {
  const open = openAlternative(clause, alternative)
  if (!open.ok) return open
  const { bracket, found } = open.value
  if (found.sponsors.includes(party) || found.supporters.includes(party))
    return refuse('text.supported-already')
  const { lapsesAt: _, ...rest } = found
  const supporters = [...found.supporters, party].toSorted()
  const supported = { ...rest, supporters, status: 'supported' as const }
  const alternatives = bracket.alternatives.map((each) => (each === found ? supported : each))
  return done(withBracket(clause, { ...bracket, alternatives }))
}

const byParty = <T extends { readonly party: string }>(records: readonly T[]): readonly T[] =>
  records.toSorted((one, other) => (one.party < other.party ? -1 : one.party > other.party ? 1 : 0))

/**
 * A party agrees to the words as they are. Only clean words can be agreed; `wording` and `under` say which words in
 * which place its author saw, and it counts for no others. It replaces what the party had said of this clause before.
 */
export const agree = (clause: Clause, agreement: Agreement): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  if (agreement.wording !== clause.wording) return refuse('text.stale', { wording: clause.wording })
  if (Object.keys(clause.brackets).length > 0) return refuse('text.bracket-open')
  if (isUnfinished(clause)) return refuse('text.unfinished')
  const others = clause.agreements.filter(({ party }) => party !== agreement.party)
  return done({ ...clause, agreements: byParty([...others, agreement]) })
}

/** The party's agreement ad referendum to the words as they stand, if it has given one. */
export const adReferendumOf = (
  clause: Pick<Clause, 'agreements' | 'wording'>,
  party: string,
): Agreement | undefined =>
  clause.agreements.find(
    (each) => each.party === party && each.degree === 'ad-referendum' && each.wording === clause.wording,
  )

/**
 * The capital does not confirm what was agreed ad referendum: the party's agreement is over, and the words and what the
 * other sides have said to them stay as they are.
 */
export const declineClause = (clause: Clause, party: string): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  const found = adReferendumOf(clause, party)
  if (!found) return refuse('text.nothing-to-decline')
  return done({ ...clause, agreements: clause.agreements.filter((each) => each !== found) })
}

/** Opens a clause again: the words stay, and everybody's agreement to them is over. */
export const reopen = (clause: Clause): Outcome<Clause> =>
  clause.standing === 'in' ? done(reworded(clause, {})) : refuse('text.clause-out')

/** A side's language expert certifies that the languages say the same; it replaces the side's earlier certificate. */
export const certify = (clause: Clause, certificate: Certificate): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  if (Object.keys(clause.brackets).length > 0) return refuse('text.bracket-open')
  if (isUnfinished(clause)) return refuse('text.unfinished')
  const others = clause.certificates.filter(({ party }) => party !== certificate.party)
  return done({ ...clause, certificates: byParty([...others, certificate]) })
}

/** The parties whose certificate is of these very words. */
export const certifiedBy = (
  clause: Pick<Clause, 'certificates'>,
  hashes: Readonly<Record<string, string>>,
): readonly string[] =>
  clause.certificates
    .filter(
      (one) =>
        Object.keys(one.hashes).length === Object.keys(hashes).length &&
        Object.entries(hashes).every(([language, hash]) => one.hashes[language] === hash),
    )
    .map(({ party }) => party)

/** Whether every one of these parties has certified the words as they are. */
export const isConcordant = (
  clause: Pick<Clause, 'certificates'>,
  hashes: Readonly<Record<string, string>>,
  parties: readonly string[],
): boolean => {
  const certified = certifiedBy(clause, hashes)
  return parties.every((party) => certified.includes(party))
}

/** A party enters a reservation beside the clause. */
export const reserve = (clause: Clause, reservation: Reservation): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  if (clause.reservations.some(({ id }) => id === reservation.id)) return refuse('text.id-used')
  return done({ ...clause, reservations: [...clause.reservations, reservation] })
}

/** A party lifts its own reservation; that there was one stays on record. */
export const liftReservation = (clause: Clause, id: string, party: string, at: string): Outcome<Clause> => {
  const found = clause.reservations.find((each) => each.id === id)
  if (!found || found.liftedAt !== undefined) return refuse('text.reservation-unknown')
  if (found.party !== party) return refuse('text.not-yours')
  const reservations = clause.reservations.map((each) => (each === found ? { ...each, liftedAt: at } : each))
  return done({ ...clause, reservations })
}
