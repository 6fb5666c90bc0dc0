/** Passkeys for tests: made by an authenticator in software, and shown for a statement. */
import WebAuthnEmulator, {
  AuthenticatorEmulator,
  PasskeysCredentialsMemoryRepository,
} from 'nid-webauthn-emulator'
import { toBase64Url } from '#domain/text/version/assertion.ts'
import { challengeOf, type Statement } from '#domain/text/version/statement.ts'
import type { Assertion } from '#domain/text/version/version.ts'
import { origin, type Person } from './table.ts'

/** In an exercise members make their passkeys themselves; gives the authenticator that holds it. */
export const makePasskey = async (person: Person): Promise<WebAuthnEmulator> => {
  const emulator = new WebAuthnEmulator(
    new AuthenticatorEmulator({
      credentialsRepository: new PasskeysCredentialsMemoryRepository(),
      userMakeCredentialInteraction: (user) => ({ user, options: { uv: true, up: true } }),
      userGetAssertionInteraction: (user) => ({ user, options: { uv: true, up: true } }),
    }),
  )
  const options = (await person.post('/api/door/passkey/exercise/options', {})).json
  const response = emulator.createJSON(origin, options)
  const kept = await person.post('/api/door/passkey/exercise', { response })
  if (kept.status !== 204) throw new Error(kept.text)
  return emulator
}

/** The passkey shown for a statement. */
export const assertionFor = (emulator: WebAuthnEmulator, statement: Statement): Assertion => {
  const { id, response } = emulator.getJSON(origin, {
    challenge: toBase64Url(challengeOf(statement)),
    rpId: 'localhost',
    userVerification: 'required',
  })
  const { clientDataJSON, authenticatorData, signature } = response
  return { credential: id, clientDataJSON, authenticatorData, signature }
}
