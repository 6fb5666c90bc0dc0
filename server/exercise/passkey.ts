/** The passkeys that the server plays for the members of an exercise while it is loaded. They prove nothing, and say so. */
import { createECDH, createHash, createPrivateKey, sign } from 'node:crypto'
import { done, refuse } from '#domain/outcome.ts'
import type { Posted } from '#domain/record/rule.ts'
import { challengeOf, type Statement } from '#domain/text/version/statement.ts'
import type { Assertion, PasskeyKey } from '#domain/text/version/version.ts'
import { statementOfAct } from '#domain/text/version/version-acts.ts'
import type { StepUp } from '../door/step-up.ts'
import type { RecordKeys } from '../record/keys.ts'

/** The host and the page of such a passkey: no browser knows any of that name. */
const host = 'exercise.invalid'

/** Present and verified, as an authenticator would say; and a counter of one. */
const flags = Uint8Array.of(0x05, 0, 0, 0, 1)

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

const keyPair = (seed: Uint8Array) => {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(seed)
  const point = curve.getPublicKey()
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const
  const d = Buffer.from(seed).toString('base64url')
  return { jwk, secret: createPrivateKey({ key: { ...jwk, d }, format: 'jwk' }) }
}

/** What the played passkey answers to a statement, and its public key. */
const answerOf = (
  seed: Uint8Array,
  statement: Statement,
): { assertion: Assertion; key: PasskeyKey; rp: string } => {
  const { jwk, secret } = keyPair(seed)
  const challenge = Buffer.from(challengeOf(statement)).toString('base64url')
  const clientData = JSON.stringify({ type: 'webauthn.get', challenge, origin: `https://${host}` })
  const authenticatorData = Buffer.concat([sha256(host), flags])
  const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), secret)
  return {
    assertion: {
      credential: sha256(jwk.x).toString('base64url'),
      clientDataJSON: Buffer.from(clientData).toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
    },
    key: jwk,
    rp: host,
  }
}

/** Step-up while an exercise is loaded: whoever acts there is answered for by a passkey that the server plays. */
export const exerciseStepUp =
  (keys: RecordKeys, partyOf: (seat: string) => string | undefined): StepUp =>
  async (identity, posted: Posted) => {
    const party = partyOf(identity.seat)
    const statement = statementOfAct(posted, party ?? '', identity.member ?? '')
    if (statement === null) return done(posted)
    if (party === undefined) return refuse('act.not-yours', { held: 'none', since: '' })
    const seed = keys.exercisePasskey(identity.process, identity.member ?? '')
    return done({ ...posted, payload: { ...(posted.payload as object), ...answerOf(seed, statement) } })
  }
