/** The one place where a refusal becomes an HTTP answer. */
import type { FastifyReply } from 'fastify'
import type { Outcome, Refusal } from '#domain/outcome.ts'

const statuses: Readonly<Record<string, number>> = {
  unknown: 404,
  'object.unknown': 404,
  'object.exists': 409,
  'act.stale': 409,
  'text.stale': 409,
  'minutes.other-words': 409,
  'text.stale-above': 409,
  'text.moved': 409,
  'text.bracket-closed': 409,
  'version.other-hash': 409,
  'version.number': 409,
  'version.superseded': 409,
  'text.not-yours': 403,
  'act.not-here': 403,
  'act.not-yours': 403,
  'act.not-in-room': 403,
  'act.not-serving': 403,
  'act.unseen-member': 403,
  'member.not-yours': 403,
  'symmetry.not-yours': 403,
  'conveyable.not-yours': 403,
  'ballot.unknown': 404,
  'suggestion.agenda-changed': 409,
  'door.sign-in': 401,
  'door.passkey': 401,
  'door.invitation': 410,
  'door.origin': 403,
  'door.no-exercise': 403,
  'door.too-many': 429,
  'installation.read-only': 503,
  'installation.busy': 503,
  'act.id-used': 409,
  'member.authority-is-the-heads': 403,
  'leadership.successors-word': 403,
  'leadership.not-oneself': 403,
  'leadership.other-head': 409,
  'member.passkey-held': 403,
  'record.witness-not-yours': 403,
  'record.not-yet': 404,
  'file.too-large': 413,
  'wire.malformed': 400,
  'wire.too-long': 413,
  'server.fault': 500,
}

/** The HTTP status of a refusal; what is not listed was understood and cannot be done: 422. */
export const statusOf = (refusal: Refusal): number => statuses[refusal.code] ?? 422

/** Answers with a refusal. */
export const sendRefusal = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
  reply.code(statusOf(refusal)).send(refusal)

/** Answers with what came of an act or a question. */
export const sendOutcome = (reply: FastifyReply, outcome: Outcome<unknown>): FastifyReply =>
  outcome.ok ? reply.send(outcome.value) : sendRefusal(reply, outcome.refusal)
