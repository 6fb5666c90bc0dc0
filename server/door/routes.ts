/** The door's addresses: choosing a seat in an exercise, passkeys, invitations, leaving. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import {
  AcceptInvitation,
  DoorView,
  type Exercise,
  Health,
  InvitationToken,
  InvitationView,
  OwnPasskeys,
  PasskeyOptions,
  PasskeyResponse,
  SignedIn,
  TakeSeat,
} from '#contract/door.ts'
import { type Localised, named } from '#domain/parties/localised.ts'
import { isServing, type Member } from '#domain/parties/member.ts'
import type { Process } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, type TypedApp } from '../http/typed.ts'
import { asking, clearSession, setSession, tokenOf } from '../http/who.ts'
import { findInvitation, type Invited } from '../invitations.ts'
import { readCard, readCards } from '../members.ts'
import type { Whom } from '../seats.ts'
import {
  acceptInvitation,
  keepExercisePasskey,
  registrationOptions,
  signIn,
  signInOptions,
} from './passkeys.ts'
import { ownPasskeys } from './step-up.ts'

interface ProcessRow {
  readonly process: string
  readonly key: string
  readonly name: Localised
  readonly languages: readonly string[]
}
interface SeatRow {
  readonly process: string
  readonly seat: string
  readonly role: string
}

const readExercises = async (context: Context): Promise<readonly Exercise[]> => {
  if (!context.loopback) return []
  const { rows } = await context.door.query<ProcessRow>(
    'select process_id as process, key, name, languages from door.processes where exercise and ready order by key',
  )
  return Promise.all(rows.map((row) => readExercise(context, row)))
}

const offered = (process: Process, members: readonly Member[]): Exercise['seats'] =>
  process.seats.map(({ key, kind, party, name }) => ({
    seat: key,
    kind,
    ...(party === undefined ? {} : { party }),
    name,
    members: members
      .filter((member) => member.seat === key)
      .map((member) => ({
        member: member.id,
        name: member.name,
        title: member.title,
        function: member.function,
      })),
  }))

const readExercise = async (context: Context, row: ProcessRow): Promise<Exercise> => {
  const { rows } = await context.door.query<SeatRow>(
    'select process_id as process, seat, role from door.seats where process_id = $1 order by seat',
    [row.process],
  )
  const now = context.clock().toISOString()
  const houses = await Promise.all(rows.map(({ role }) => context.houseOf(role)))
  const cards = await Promise.all(rows.map(({ role }) => readCards(context.poolOf(role))))
  const own = cards.flatMap((list, i) => list.filter(({ state }) => state.seat === rows[i]?.seat))
  const serving = own.map(({ state }) => state).filter((member) => isServing(member, now))
  const process = houses[0]?.process
  if (!process) throw new Error('an exercise without seats')
  return {
    ...row,
    parties: process.parties.map(({ key, short, hue }) => ({ key, short, hue })),
    seats: offered(process, serving),
  }
}

/** Whether the member behind a passkey still sits in their seat. */
const servesStill = async (context: Context, whom: Whom): Promise<boolean> => {
  const { rows } = await context.door.query<{ role: string }>(
    'select role from door.seats where process_id = $1 and seat = $2',
    [whom.process, whom.seat],
  )
  const role = rows[0]?.role
  const card = role === undefined ? undefined : await readCard(context.poolOf(role), whom.seat, whom.member)
  return card !== undefined && isServing(card.state, context.clock().toISOString())
}

const admit = async (context: Context, reply: FastifyReply, who: Whom): Promise<SignedIn> => {
  const token = await context.sessions.begin(who)
  setSession(context, reply, token)
  const { rows } = await context.door.query<{ key: string }>(
    'select key from door.processes where process_id = $1',
    [who.process],
  )
  return { process: who.process, key: rows[0]?.key ?? '', member: who.member }
}

const invitationView = async (context: Context, invited: Invited): Promise<InvitationView | undefined> => {
  const member = (await readCard(context.poolOf(invited.role), invited.seat, invited.member))?.state
  const serving =
    member && isServing(member, context.clock().toISOString()) && member.function === invited.function
  if (!serving) return undefined
  const { process } = await context.houseOf(invited.role)
  return { process: process.name, member: member.name, title: member.title, expires: invited.expires }
}

/** Few tries a minute from one place: the door is the only part that strangers can knock on. */
const knocking = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }

const exerciseRoutes = (app: TypedApp, context: Context): void => {
  app.get('/api/health', { schema: { response: answers(Health) } }, async () => {
    await context.door.query('select 1')
    return { ok: true, readOnly: context.disk.readOnly }
  })
  app.get('/api/door', { schema: { response: answers(DoorView) } }, async (request) => {
    const who = await asking(context, request)
    const { rows } = who
      ? await context.door.query<{ key: string }>('select key from door.processes where process_id = $1', [
          who.identity.process,
        ])
      : { rows: [] }
    const signedIn = who
      ? { process: who.identity.process, key: rows[0]?.key ?? '', member: who.identity.member }
      : null
    return { signedIn, exercises: [...(await readExercises(context))] }
  })
  app.post(
    '/api/door/seat',
    { schema: { body: TakeSeat, response: answers(SignedIn) } },
    async (request, reply) => {
      const exercises = await readExercises(context)
      const seats = exercises.find(({ process }) => process === request.body.process)?.seats ?? []
      const seat = seats.find(({ members }) => members.some(({ member }) => member === request.body.member))
      if (!seat) return sendRefusal(reply, { code: 'door.no-exercise' })
      return admit(context, reply, { ...request.body, seat: seat.seat })
    },
  )
}

const passkeyRoutes = (app: TypedApp, context: Context): void => {
  app.post(
    '/api/door/passkey/options',
    { ...knocking, schema: { response: answers(PasskeyOptions) } },
    async () => ({ ...(await signInOptions(context.door, context.relyingParty, context.clock())) }),
  )
  app.post(
    '/api/door/passkey',
    { ...knocking, schema: { body: PasskeyResponse, response: answers(SignedIn) } },
    async (request, reply) => {
      const response = request.body.response as unknown as AuthenticationResponseJSON
      const outcome = await signIn(context.door, context.relyingParty, response, context.clock())
      if (!outcome.ok) return sendRefusal(reply, outcome.refusal)
      return (await servesStill(context, outcome.value))
        ? admit(context, reply, outcome.value)
        : sendRefusal(reply, { code: 'act.not-serving' })
    },
  )
}

/** Whether the member sits in an exercise on this machine: there they make their passkey themselves, to try initialling. */
const isExercise = async (context: Context, who: Whom): Promise<boolean> => {
  if (!context.loopback) return false
  const { rows } = await context.door.query<{ exercise: boolean }>(
    'select exercise from door.processes where process_id = $1',
    [who.process],
  )
  return rows[0]?.exercise === true
}

const ownPasskeyRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/door/passkey/mine',
    { schema: { response: answers(OwnPasskeys) } },
    async (request, reply) => {
      const who = await asking(context, request)
      if (!who) return sendRefusal(reply, { code: 'door.sign-in' })
      return {
        passkeys: [...(await ownPasskeys(context.door, who.identity))],
        rp: context.relyingParty.id,
        mayMake: await isExercise(context, who.identity),
      }
    },
  )
  app.post(
    '/api/door/passkey/exercise/options',
    { ...knocking, schema: { response: answers(PasskeyOptions) } },
    async (request, reply) => {
      const who = await asking(context, request)
      if (!who || !(await isExercise(context, who.identity)))
        return sendRefusal(reply, { code: 'door.no-exercise' })
      const name = named(who.member.name, 'en')
      const { door, relyingParty } = context
      return { ...(await registrationOptions(door, relyingParty, who.identity, name, context.clock())) }
    },
  )
  app.post(
    '/api/door/passkey/exercise',
    { ...knocking, schema: { body: PasskeyResponse, response: { ...answers(z.null()), 204: z.null() } } },
    async (request, reply) => {
      const who = await asking(context, request)
      if (!who || !(await isExercise(context, who.identity)))
        return sendRefusal(reply, { code: 'door.no-exercise' })
      const response = request.body.response as unknown as RegistrationResponseJSON
      const { door, relyingParty } = context
      const kept = await keepExercisePasskey(door, relyingParty, who.identity, response, context.clock())
      return kept.ok ? reply.code(204).send(null) : sendRefusal(reply, kept.refusal)
    },
  )
}

const invitationRoutes = (app: TypedApp, context: Context): void => {
  const look = async (token: string) => {
    const invited = await findInvitation(context.door, token, context.clock())
    const view = invited && (await invitationView(context, invited))
    return invited && view ? { invited, view } : undefined
  }
  app.post(
    '/api/door/invitation/look',
    { ...knocking, schema: { body: InvitationToken, response: answers(InvitationView) } },
    async (request, reply) => {
      const found = await look(request.body.token)
      return found ? reply.send(found.view) : sendRefusal(reply, { code: 'door.invitation' })
    },
  )
  app.post(
    '/api/door/invitation/options',
    { ...knocking, schema: { body: InvitationToken, response: answers(PasskeyOptions) } },
    async (request, reply) => {
      const found = await look(request.body.token)
      if (!found) return sendRefusal(reply, { code: 'door.invitation' })
      const name = named(found.view.member, 'en')
      return registrationOptions(context.door, context.relyingParty, found.invited, name, context.clock())
    },
  )
  app.post(
    '/api/door/invitation/accept',
    { ...knocking, schema: { body: AcceptInvitation, response: answers(SignedIn) } },
    async (request, reply) => {
      const { token } = request.body
      if (!(await look(token))) return sendRefusal(reply, { code: 'door.invitation' })
      const response = request.body.response as unknown as RegistrationResponseJSON
      const outcome = await acceptInvitation(
        context.door,
        context.relyingParty,
        token,
        response,
        context.clock(),
      )
      if (!outcome.ok) return sendRefusal(reply, outcome.refusal)
      // An invitation is also how a lost device is replaced: whatever was open in this name is closed.
      await context.sessions.endMember(outcome.value)
      context.announcer.endMember(outcome.value)
      return admit(context, reply, outcome.value)
    },
  )
}

const leavingRoutes = (app: TypedApp, context: Context): void => {
  app.post('/api/door/leave', { schema: { response: { 204: z.null() } } }, async (request, reply) => {
    const token = tokenOf(context, request)
    if (token) {
      await context.sessions.end(token)
      context.announcer.endSession(token)
    }
    return clearSession(context, reply).code(204).send(null)
  })
  app.post(
    '/api/door/leave-everywhere',
    { schema: { response: { 204: z.null() } } },
    async (request, reply) => {
      const token = tokenOf(context, request)
      const identity = token ? await context.sessions.find(token) : undefined
      if (identity) {
        await context.sessions.endMember(identity)
        context.announcer.endMember(identity)
      }
      return clearSession(context, reply).code(204).send(null)
    },
  )
}

/** All of the door's addresses. */
export const doorRoutes = (app: TypedApp, context: Context): void => {
  exerciseRoutes(app, context)
  passkeyRoutes(app, context)
  ownPasskeyRoutes(app, context)
  invitationRoutes(app, context)
  leavingRoutes(app, context)
}
