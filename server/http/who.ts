/** Who is asking: from the cookie to the member, who must still be serving, on every request. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Refusal, refuse } from '#domain/outcome.ts'
import { isServing, type Member } from '#domain/parties/member.ts'
import type { Context } from '../context.ts'
import { readCard } from '../members.ts'
import type { MemberIdentity } from '../seats.ts'

/** A member who is signed in and serving. */
export interface Asking {
  readonly identity: MemberIdentity
  readonly member: Member
}

/** The name of the session cookie: bound to the host over https, strict on this machine. */
export const cookieName = (context: Context): string => (context.loopback ? 'parley' : '__Host-parley')

/** The session's token, if the request carries one. */
export const tokenOf = (context: Context, request: FastifyRequest): string | undefined =>
  request.cookies[cookieName(context)]

/** Gives the browser its session. */
export const setSession = (context: Context, reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(cookieName(context), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: !context.loopback,
  })

/** Takes it away. */
export const clearSession = (context: Context, reply: FastifyReply): FastifyReply =>
  reply.clearCookie(cookieName(context), { path: '/' })

const serving = async (
  context: Context,
  identity: MemberIdentity | undefined,
): Promise<Asking | undefined> => {
  if (!identity) return undefined
  const card = await readCard(context.poolOf(identity.role), identity.seat, identity.member)
  const member = card?.state
  if (!member || !isServing(member, context.clock().toISOString())) return undefined
  return { identity, member }
}

/** The member who asks, or undefined when nobody is signed in or their time in the seat is over. */
export const asking = async (context: Context, request: FastifyRequest): Promise<Asking | undefined> => {
  const token = tokenOf(context, request)
  return serving(context, token === undefined ? undefined : await context.sessions.find(token))
}

/** The member in whose name the record is read: signed in, or the maker of the mirror's key that the request carries. */
export const readingRecord = async (
  context: Context,
  request: FastifyRequest,
): Promise<Asking | undefined> => {
  const [, key] = /^Bearer ([^\s]{1,200})$/.exec(request.headers.authorization ?? '') ?? []
  return key === undefined ? asking(context, request) : serving(context, await context.mirrors.find(key))
}

/** The identity behind the cookie for an act: the one door looks at the member itself, in the act's own transaction. */
export const identifiedAbout = async (
  context: Context,
  request: FastifyRequest<{ Params: { process: string } }>,
): Promise<MemberIdentity | Refusal> => {
  const token = tokenOf(context, request)
  const identity = token === undefined ? undefined : await context.sessions.find(token)
  if (!identity) return refuse('door.sign-in').refusal
  return identity.process === request.params.process ? identity : refuse('unknown').refusal
}

/** The member who asks about this process. A process that is not theirs answers as one that does not exist. */
export const askingAbout = async (
  context: Context,
  request: FastifyRequest<{ Params: { process: string } }>,
): Promise<Asking | Refusal> => {
  const found = await asking(context, request)
  if (!found) return refuse('door.sign-in').refusal
  return found.identity.process === request.params.process ? found : refuse('unknown').refusal
}
