/** A finding: what the mission holds to be so. One coder proposes, another person confirms, dissent stays, the head releases. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Level } from './scores/aggregate.ts'

/**
 * `implementation`: how far an obligation is carried out. `monitoring`: what was observed. `verification`: whether a
 * reported fact is so. `investigation`: what happened, who and why, under a mandate of the joint commission. They are
 * never mixed up.
 */
export const findingKinds = ['implementation', 'monitoring', 'verification', 'investigation'] as const
export type FindingKind = (typeof findingKinds)[number]

/** What is found. `asOf` is a day; `level` belongs to implementation, `report` to verification, the rest to investigation. */
export interface ProposeFinding {
  readonly kind: FindingKind
  readonly stipulations: readonly string[]
  readonly asOf: string
  readonly words: Localised
  readonly level?: Level | undefined
  /** The report at the table whose facts were checked, and the verdict. */
  readonly report?: string | undefined
  readonly verdict?: 'confirmed' | 'discrepancy' | 'inconclusive' | undefined
  readonly case?: string | undefined
  readonly attribution?: Localised | undefined
  /** Records of the mission's room that it rests on. They do not go along; what was told of them can be named. */
  readonly cites: readonly string[]
}

/** Somebody of the mission who does not agree, and why. */
export interface Dissent {
  readonly by: Actor
  readonly at: string
  readonly words: Localised
}

/** A finding in the mission's room. */
export interface Finding extends ProposeFinding {
  readonly by: Actor
  readonly at: string
  readonly confirmed?: { readonly by: Actor; readonly at: string } | undefined
  readonly dissents: readonly Dissent[]
  readonly released: readonly { readonly to: string; readonly at: string; readonly object: string }[]
  readonly withdrawnAt?: string | undefined
}

/**
 * A finding in another room: who proposed, who confirmed, who dissented; `author` is who released it, and `cites` holds
 * records of that room alone, which were told there before.
 */
export interface ReceivedFinding extends Omit<ProposeFinding, 'cites'> {
  readonly cites?: readonly string[] | undefined
  readonly proposedBy: Actor
  readonly confirmedBy: Actor
  readonly dissents: readonly Omit<Dissent, 'at'>[]
  readonly author: Actor
  readonly at: string
}

const fields: Readonly<Record<FindingKind, readonly (keyof ProposeFinding)[]>> = {
  implementation: ['level'],
  monitoring: [],
  verification: ['report', 'verdict'],
  investigation: ['case', 'attribution'],
}

const special: readonly (keyof ProposeFinding)[] = ['level', 'report', 'verdict', 'attribution']

/** Whether a finding has what its kind needs and nothing that belongs to another. */
export const fitsKind = (finding: ProposeFinding): Outcome<void> => {
  const own = fields[finding.kind]
  const missing = own.find((field) => finding[field] === undefined && field !== 'attribution')
  if (missing !== undefined) return refuse('finding.field-missing', { field: missing })
  const foreign = special.find((field) => finding[field] !== undefined && !own.includes(field))
  if (foreign !== undefined) return refuse('finding.field-foreign', { field: foreign })
  if (finding.kind === 'implementation' && finding.stipulations.length !== 1)
    return refuse('finding.one-obligation')
  return done(undefined)
}

const open = (finding: Finding): Outcome<Finding> => {
  if (finding.withdrawnAt !== undefined) return refuse('finding.withdrawn')
  return finding.released.length > 0 ? refuse('finding.released') : done(finding)
}

/** A second person confirms; that it is another person is for the rule to see. */
export const confirmFinding = (finding: Finding, by: Actor, at: string): Outcome<Finding> => {
  const now = open(finding)
  if (!now.ok) return now
  return finding.confirmed ? refuse('finding.confirmed-already') : done({ ...finding, confirmed: { by, at } })
}

/** Somebody else of the mission dissents; it is recorded and goes along. */
export const dissentFrom = (finding: Finding, dissent: Dissent): Outcome<Finding> => {
  const now = open(finding)
  if (!now.ok) return now
  if (finding.dissents.some(({ by }) => by.member === dissent.by.member))
    return refuse('finding.dissented-already')
  return done({ ...finding, dissents: [...finding.dissents, dissent] })
}

/** Taken back before it left the room. */
export const withdrawFinding = (finding: Finding, at: string): Outcome<Finding> => {
  const now = open(finding)
  return now.ok ? done({ ...finding, withdrawnAt: at }) : now
}

/** Whether it may go to this room; the public learns it after the table. */
export const mayRelease = (
  finding: Finding,
  to: string,
  where: { readonly isGallery: boolean; readonly plenary: string | undefined },
): Outcome<void> => {
  if (finding.withdrawnAt !== undefined) return refuse('finding.withdrawn')
  if (!finding.confirmed) return refuse('finding.not-confirmed')
  if (finding.released.some((each) => each.to === to)) return refuse('sighting.released-already')
  return where.isGallery && !finding.released.some((each) => each.to === where.plenary)
    ? refuse('release.table-first')
    : done(undefined)
}
