/** Step-up: an act that binds a side is posted with an answer of its member's own passkey to exactly this statement, besides being signed in. */
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'
import type pg from 'pg'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { seatOf } from '#domain/parties/process.ts'
import type { Posted } from '#domain/record/rule.ts'
import { toBase64Url } from '#domain/text/version/assertion.ts'
import { challengeOf } from '#domain/text/version/statement.ts'
import type { Assertion, PasskeyKey } from '#domain/text/version/version.ts'
import { statementOfAct } from '#domain/text/version/version-acts.ts'
import type { House, Identity } from '../seats.ts'
import type { RelyingParty } from './passkeys.ts'

/** Adds to a posted act what its member's passkey has proven; acts that need none come back as they are. */
export type StepUp = (identity: Identity, posted: Posted) => Promise<Outcome<Posted>>

const base64Url = (bytes: Uint8Array | undefined): string => toBase64Url(bytes ?? new Uint8Array(0))

/** In bytes: 2,048 bits. */
const leastModulus = 256

/** A COSE key (RFC 9052) as a JSON Web Key; undefined for one that we do not verify. */
export const passkeyKey = (publicKey: Uint8Array): PasskeyKey | undefined => {
  const key = decodeCredentialPublicKey(new Uint8Array(publicKey))
  if (cose.isCOSEPublicKeyEC2(key) && key.get(cose.COSEKEYS.crv) === cose.COSECRV.P256)
    return {
      kty: 'EC',
      crv: 'P-256',
      x: base64Url(key.get(cose.COSEKEYS.x)),
      y: base64Url(key.get(cose.COSEKEYS.y)),
    }
  if (cose.isCOSEPublicKeyOKP(key) && key.get(cose.COSEKEYS.crv) === cose.COSECRV.ED25519)
    return { kty: 'OKP', crv: 'Ed25519', x: base64Url(key.get(cose.COSEKEYS.x)) }
  if (!cose.isCOSEPublicKeyRSA(key)) return undefined
  const n = key.get(cose.COSEKEYS.n)
  return n && n.length >= leastModulus
    ? { kty: 'RSA', n: base64Url(n), e: base64Url(key.get(cose.COSEKEYS.e)) }
    : undefined
}

interface CredentialRow {
  readonly public_key: Buffer
  readonly counter: number
}

const ownCredential = `
  select public_key, counter from door.credentials
  where process_id = $1 and seat = $2 and member_id = $3 and credential_id = $4`

const answered = ({ credential, ...response }: Assertion): AuthenticationResponseJSON => ({
  id: credential,
  rawId: credential,
  type: 'public-key',
  response,
  clientExtensionResults: {},
})

/** The ids of a member's passkeys. */
export const ownPasskeys = async (
  door: pg.Pool,
  whom: Omit<Identity, 'role'>,
): Promise<readonly string[]> => {
  const { rows } = await door.query<{ id: string }>(
    'select credential_id as id from door.credentials where process_id = $1 and seat = $2 and member_id = $3',
    [whom.process, whom.seat, whom.member],
  )
  return rows.map(({ id }) => id)
}

/** What step-up stands on. */
interface StepUpOptions {
  readonly door: pg.Pool
  readonly relyingParty: RelyingParty
  readonly houseOf: (role: string) => Promise<House>
}

/**
 * Checks the passkey against the statement that the act makes. Refusals: `door.passkey` when it is not the member's own,
 * signed something else, or its counter went back.
 */
export const openStepUp =
  ({ door, relyingParty, houseOf }: StepUpOptions): StepUp =>
  async (identity, posted) => {
    const { process, rooms } = await houseOf(identity.role)
    // A room in which the seat does not sit is not there: the door says so, whatever the passkey would have said.
    if (!rooms.some(({ id }) => id === posted.room)) return done(posted)
    const party = seatOf(process, identity.seat)?.party
    const statement = statementOfAct(posted, party ?? '', identity.member ?? '')
    if (statement === null || party === undefined) return done(posted)
    const { assertion } = posted.payload as { readonly assertion: Assertion }
    const whom = [identity.process, identity.seat, identity.member, assertion.credential]
    const { rows } = await door.query<CredentialRow>(ownCredential, whom)
    const [row] = rows
    const key = row && passkeyKey(row.public_key)
    if (!row || !key) return refuse('door.passkey')
    const verified = await verifyAuthenticationResponse({
      response: answered(assertion),
      expectedChallenge: toBase64Url(challengeOf(statement)),
      expectedOrigin: [...relyingParty.origins],
      expectedRPID: relyingParty.id,
      credential: {
        id: assertion.credential,
        publicKey: new Uint8Array(row.public_key),
        // The same answer may come again when the network failed; one from before it may not.
        counter: Math.max(0, row.counter - 1),
      },
      requireUserVerification: true,
    }).catch(() => undefined)
    if (!verified?.verified) return refuse('door.passkey')
    await door.query('update door.credentials set counter = $2 where credential_id = $1', [
      assertion.credential,
      verified.authenticationInfo.newCounter,
    ])
    return done({ ...posted, payload: { ...(posted.payload as object), key, rp: relyingParty.id } })
  }
