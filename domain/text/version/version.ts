/** A frozen version and what is put to it: initials, signatures, confirmations, objections to a correction. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Leaves, VersionRecord } from './record.ts'
import type { MarkKind } from './statement.ts'

/** The public key of a passkey as a JSON Web Key (RFC 7517; RFC 8037 for Ed25519): ES256, EdDSA or RS256 (RFC 9053). */
export type PasskeyKey =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string }

/** What a passkey answers (WebAuthn Level 2, 7.2), each part in base64url. */
export interface Assertion {
  readonly credential: string
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
}

/** An initialling, signature or confirmation by one party. */
export interface Mark {
  readonly kind: MarkKind
  readonly party: string
  readonly by: Actor
  readonly at: string
  readonly assertion: Assertion
  readonly key: PasskeyKey
  /** The host name that the passkey was made for. */
  readonly rp: string
  /** The installation's signed note (`sealText`). */
  readonly seal: string
  /** Its place in the log of the room. */
  readonly index: number
}

/** A party's objection to a correction, within the meaning of VCLT 1969, art. 79, 2. */
export interface Objection {
  readonly party: string
  readonly by: Actor
  readonly at: string
  readonly words: Readonly<Record<string, string>>
}

/** A party's word that it does not confirm its signature ad referendum (VCLT 1969, art. 12, 2 (b)). */
export interface Declined {
  readonly party: string
  readonly by: Actor
  readonly at: string
}

/** For some words of a clause in one language read others (VCLT 1969, art. 79, 1 (a)). `from` stands there exactly once. */
export interface Correction {
  readonly clause: string
  readonly language: Language
  readonly from: string
  readonly to: string
}

/** How far the sides had come with every clause when the version was frozen: the lowest of all. */
export type Consent = 'none' | 'ad-referendum' | 'agreed'

/** A version as it is kept. Its words never change; what is put to it is only added. */
export interface Version {
  readonly record: VersionRecord
  readonly hash: string
  readonly leaves: Leaves
  readonly by: Actor
  readonly at: string
  /** The place of the freezing in the log of the room. */
  readonly index: number
  readonly consent: Consent
  /** Whether every word was there and settled in every language. */
  readonly clean: boolean
  /** Whether every clause was certified by every party when the version was frozen. */
  readonly concordant: boolean
  /** What was corrected and why, for a correction. */
  readonly correction?:
    | {
        readonly of: number
        readonly corrections: readonly Correction[]
        readonly reason: Readonly<Record<string, string>>
      }
    | undefined
  readonly marks: readonly Mark[]
  readonly objections: readonly Objection[]
  readonly declined?: readonly Declined[] | undefined
}

/** The party's mark of this kind, if it has put one. */
export const markOf = (version: Pick<Version, 'marks'>, party: string, kind: MarkKind): Mark | undefined =>
  version.marks.find((mark) => mark.party === party && mark.kind === kind)

/** Whether the party has initialled. */
export const hasInitialled = (version: Pick<Version, 'marks'>, party: string): boolean =>
  markOf(version, party, 'initial') !== undefined

/** Whether the party is bound: by its signature, or by one ad referendum that was confirmed. */
export const hasSigned = (version: Pick<Version, 'marks'>, party: string): boolean =>
  markOf(version, party, 'sign') !== undefined || markOf(version, party, 'confirm') !== undefined

/** How a version stands: the least that every party has done. */
export type VersionStanding = 'frozen' | 'initialled' | 'signed'

/** The standing of a version for these parties. It never rises without every party's own act. */
export const standingOf = (version: Pick<Version, 'marks'>, parties: readonly string[]): VersionStanding => {
  if (parties.length === 0) return 'frozen'
  if (parties.every((party) => hasSigned(version, party))) return 'signed'
  return parties.every((party) => hasInitialled(version, party)) ? 'initialled' : 'frozen'
}

/** Whether a correction stands: initialled by all, objected to by none. It then replaces the text from the beginning (art. 79, 4). */
export const correctionStands = (version: Version, parties: readonly string[]): boolean =>
  version.record.corrects !== undefined &&
  version.objections.length === 0 &&
  standingOf(version, parties) !== 'frozen'

const mayInitial = (version: Version): Outcome<void> => {
  if (!version.clean) return refuse('version.not-clean')
  if (version.record.corrects !== undefined)
    return version.objections.length === 0 ? done(undefined) : refuse('version.objected')
  if (version.consent === 'none') return refuse('version.not-agreed')
  return version.concordant ? done(undefined) : refuse('version.not-concordant')
}

const maySign = (version: Version, party: string, parties: readonly string[]): Outcome<void> => {
  if (version.record.corrects !== undefined) return refuse('version.correction-is-initialled')
  if (version.record.part !== undefined) return refuse('version.part-is-initialled')
  const missing = parties.find((each) => !hasInitialled(version, each))
  if (missing !== undefined) return refuse('version.not-initialled', { party: missing })
  return hasSigned(version, party) ? refuse('version.marked-already') : done(undefined)
}

/** Whether the party has said that it does not confirm its signature ad referendum. */
export const hasDeclined = (version: Pick<Version, 'declined'>, party: string): boolean =>
  version.declined?.some((each) => each.party === party) ?? false

/** The party's signature ad referendum that is neither confirmed nor declined, nor followed by a full one. */
export const openSignatureOf = (
  version: Pick<Version, 'marks' | 'declined'>,
  party: string,
): Mark | undefined =>
  hasSigned(version, party) || hasDeclined(version, party)
    ? undefined
    : markOf(version, party, 'sign-ad-referendum')

/** The party does not confirm; its signature stays in the record and binds nobody. It may still sign in full. */
export const declineVersion = (version: Version, declined: Declined): Outcome<Version> =>
  openSignatureOf(version, declined.party)
    ? done({ ...version, declined: [...(version.declined ?? []), declined] })
    : refuse('version.nothing-to-confirm')

/** Whether a party may put this kind of mark now, whoever acts for it. */
export const mayMark = (
  version: Version,
  kind: MarkKind,
  party: string,
  parties: readonly string[],
): Outcome<void> => {
  if (markOf(version, party, kind)) return refuse('version.marked-already')
  if (kind === 'initial') return mayInitial(version)
  if (kind === 'confirm' && !markOf(version, party, 'sign-ad-referendum'))
    return refuse('version.nothing-to-confirm')
  if (kind === 'confirm' && hasDeclined(version, party)) return refuse('version.declined')
  return maySign(version, party, parties)
}

/** Puts a mark; what is there stays. */
export const putMark = (version: Version, mark: Mark): Outcome<Version> =>
  markOf(version, mark.party, mark.kind)
    ? refuse('version.marked-already')
    : done({ ...version, marks: [...version.marks, mark] })

/** A party objects to a correction; with an objection it never takes effect. */
export const objectTo = (version: Version, objection: Objection): Outcome<Version> => {
  if (version.record.corrects === undefined) return refuse('version.no-correction')
  if (version.objections.some(({ party }) => party === objection.party))
    return refuse('version.objected-already')
  if (hasInitialled(version, objection.party)) return refuse('version.marked-already')
  return done({ ...version, objections: [...version.objections, objection] })
}
