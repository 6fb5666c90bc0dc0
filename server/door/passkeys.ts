/** Passkeys (WebAuthn): made when an invitation is accepted, asked for at every sign-in. */
import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type pg from 'pg'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { consumeInvitation, findInvitation, type Invited } from '../invitations.ts'
import type { Whom } from '../seats.ts'

/** Who relies on the passkeys: the host name people see, and the origins the browser may report. */
export interface RelyingParty {
  readonly id: string
  readonly origins: readonly string[]
}

const minutes = 5

const keepChallenge = async (door: pg.Pool, challenge: string, purpose: string, now: Date): Promise<void> => {
  await door.query('delete from door.challenges where expires < $1', [now])
  await door.query('insert into door.challenges (challenge, purpose, expires) values ($1, $2, $3)', [
    challenge,
    purpose,
    new Date(now.getTime() + minutes * 60_000),
  ])
}

/** Takes a challenge back; deleted in the statement that reads it, so that it answers once. */
const takeChallenge = async (
  door: pg.Pool,
  challenge: string,
  purpose: string,
  now: Date,
): Promise<boolean> => {
  const { rowCount } = await door.query(
    'delete from door.challenges where challenge = $1 and purpose = $2 and expires > $3',
    [challenge, purpose, now],
  )
  return rowCount === 1
}

/** What the browser needs to make a passkey for an invited member. */
export const registrationOptions = async (
  door: pg.Pool,
  party: RelyingParty,
  invited: Pick<Invited, 'member'>,
  name: string,
  now: Date,
) => {
  const options = await generateRegistrationOptions({
    rpName: 'Parley',
    rpID: party.id,
    userName: name,
    userID: new Uint8Array(randomBytes(32)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(door, options.challenge, `register:${invited.member}`, now)
  return options
}

/** What the browser needs to sign in with whichever passkey it holds for this host. */
export const signInOptions = async (door: pg.Pool, party: RelyingParty, now: Date) => {
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })
  await keepChallenge(door, options.challenge, 'sign-in', now)
  return options
}

/** Keeps the new passkey; earlier ones of the same member end with it, as the device they were on may be lost. */
const insertPasskey = async (
  client: pg.ClientBase,
  invited: Whom,
  credential: { id: string; publicKey: Uint8Array; counter: number; transports?: string[] | undefined },
): Promise<void> => {
  const whom = [invited.process, invited.seat, invited.member]
  await client.query(
    'insert into door.accounts (process_id, seat, member_id) values ($1, $2, $3) on conflict do nothing',
    whom,
  )
  await client.query(
    'delete from door.credentials where process_id = $1 and seat = $2 and member_id = $3',
    whom,
  )
  await client.query(
    `insert into door.credentials (process_id, seat, member_id, credential_id, public_key, counter, transports)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...whom,
      credential.id,
      Buffer.from(credential.publicKey),
      credential.counter,
      JSON.stringify(credential.transports ?? []),
    ],
  )
}

/** The credential of a new passkey, if it answers the challenge that was given out for this member. */
const newCredential = async (
  door: pg.Pool,
  party: RelyingParty,
  member: string,
  response: RegistrationResponseJSON,
  now: Date,
) => {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(door, challenge, `register:${member}`, now),
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => undefined)
  return verified?.verified ? verified.registrationInfo.credential : undefined
}

/** Writes in one transaction; undone when the work refuses or fails. */
const together = async <T>(
  door: pg.Pool,
  work: (client: pg.ClientBase) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const client = await door.connect()
  try {
    await client.query('begin')
    const outcome = await work(client)
    if (outcome.ok) await client.query('commit')
    return outcome
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

/** Keeps a passkey that a member of an exercise has made for themselves, so that initialling can be tried. */
export const keepExercisePasskey = async (
  door: pg.Pool,
  party: RelyingParty,
  whom: Whom,
  response: RegistrationResponseJSON,
  now: Date,
): Promise<Outcome<void>> => {
  const credential = await newCredential(door, party, whom.member, response, now)
  if (!credential) return refuse('door.passkey')
  return together(door, async (client) => done(await insertPasskey(client, whom, credential)))
}

/** Accepts an invitation with a new passkey. The invitation is used up only if the passkey is good. */
export const acceptInvitation = async (
  door: pg.Pool,
  party: RelyingParty,
  token: string,
  response: RegistrationResponseJSON,
  now: Date,
): Promise<Outcome<Invited>> => {
  // The passkey is looked at before a connection is held: those who come together never wait for one another.
  const invited = await findInvitation(door, token, now)
  if (!invited) return refuse('door.invitation')
  const credential = await newCredential(door, party, invited.member, response, now)
  if (!credential) return refuse('door.passkey')
  return together(door, async (client) => {
    if (!(await consumeInvitation(client, token, now))) return refuse('door.invitation')
    await insertPasskey(client, invited, credential)
    return done(invited)
  })
}

interface CredentialRow {
  readonly public_key: Buffer
  readonly counter: number
  readonly process: string
  readonly seat: string
  readonly member: string
}

/** Signs a member in. A counter that goes back is refused: somebody may have copied the key. */
export const signIn = async (
  door: pg.Pool,
  party: RelyingParty,
  response: AuthenticationResponseJSON,
  now: Date,
): Promise<Outcome<{ readonly process: string; readonly seat: string; readonly member: string }>> => {
  const { rows } = await door.query<CredentialRow>(
    `select public_key, counter, process_id as process, seat, member_id as member
     from door.credentials where credential_id = $1`,
    [typeof response.id === 'string' ? response.id : ''],
  )
  const row = rows[0]
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(door, challenge, 'sign-in', now),
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(row?.public_key ?? randomBytes(77)),
      counter: row?.counter ?? 0,
    },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!row || !verified?.verified) return refuse('door.passkey')
  await door.query('update door.credentials set counter = $2 where credential_id = $1', [
    response.id,
    verified.authenticationInfo.newCounter,
  ])
  return done({ process: row.process, seat: row.seat, member: row.member })
}
