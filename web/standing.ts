/** How a log stands with its witnesses, in few facts, so that every page says the same of it. */
import type { Cosigner, LogView } from '#contract/record.ts'
import type { Seat } from '#domain/parties/process.ts'

/** What there is to say of a log. */
export interface Standing {
  /** Witnesses that say the log, or its key, is not the one they have seen: the gravest thing there is to say. */
  readonly alarmed: readonly Cosigner[]
  /** The others that have not cosigned the newest head, each with the moment since when. */
  readonly missing: readonly (Cosigner & { readonly missingSince: string })[]
  /** Seats of the log that could name a witness and have named none. */
  readonly unnamed: readonly string[]
  /** The last head that every witness vouched for; null before the first. */
  readonly vouched: { readonly size: number; readonly at: string } | null
}

const alarming: readonly (string | null)[] = ['other-history', 'longer-history', 'other-key']

const isMissing = (each: Cosigner): each is Cosigner & { readonly missingSince: string } =>
  each.missingSince !== null

/** The facts about a log that these seats can read. Only parties and the mediator name witnesses. */
export const standingOf = (
  { witnesses, vouched }: Pick<LogView, 'witnesses' | 'vouched'>,
  seats: readonly Pick<Seat, 'key' | 'kind'>[],
): Standing => {
  const isAlarmed = ({ trouble }: Cosigner): boolean => alarming.includes(trouble)
  return {
    alarmed: witnesses.filter(isAlarmed),
    missing: witnesses.filter(isMissing).filter((each) => !isAlarmed(each)),
    unnamed: seats
      .filter(({ kind }) => kind === 'party' || kind === 'mediator')
      .map(({ key }) => key)
      .filter((key) => !witnesses.some(({ seat }) => seat === key)),
    vouched: vouched && { size: vouched.size, at: vouched.at },
  }
}
