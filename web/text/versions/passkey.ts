/** Asking the reader's passkey for one statement: the browser shows it to the authenticator, the server checks it. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { queryOptions } from '@tanstack/react-query'
import type { OwnPasskeys } from '#contract/door.ts'
import { toBase64Url } from '#domain/text/version/assertion.ts'
import { challengeOf, type Statement } from '#domain/text/version/statement.ts'
import type { Assertion } from '#domain/text/version/version.ts'
import { post, read } from '../../api.ts'

/** The reader's own passkeys. */
export const ownPasskeysQuery = queryOptions({
  queryKey: ['door', 'passkeys'],
  queryFn: () => read<OwnPasskeys>('/door/passkey/mine'),
})

/** In an exercise a member makes a passkey on the spot. */
export const makePasskey = async (): Promise<void> => {
  const optionsJSON = await post<never>('/door/passkey/exercise/options', {})
  await post('/door/passkey/exercise', { response: await startRegistration({ optionsJSON }) })
}

/** What the passkey answers to this statement. Rejects when its holder stops. */
export const askPasskey = async (statement: Statement, own: OwnPasskeys): Promise<Assertion> => {
  const { id, response } = await startAuthentication({
    optionsJSON: {
      challenge: toBase64Url(challengeOf(statement)),
      rpId: own.rp,
      allowCredentials: own.passkeys.map((credential) => ({ id: credential, type: 'public-key' as const })),
      userVerification: 'required',
    },
  })
  const { clientDataJSON, authenticatorData, signature } = response
  return { credential: id, clientDataJSON, authenticatorData, signature }
}
