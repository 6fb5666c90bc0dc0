/** The addresses of a process: what a seat sees of it, its table, and invitations. */
import type pg from 'pg'
import { Invitation, Invite } from '#contract/door.ts'
import { type ActLine, ProcessView } from '#contract/parties.ts'
import { TableView } from '#contract/rooms.ts'
import { isServing, isSteward } from '#domain/parties/member.ts'
import { seatOf } from '#domain/parties/process.ts'
import { isQuiet } from '#domain/parties/quiet-hours.ts'
import { silenceDueAt } from '#domain/rooms/silence.ts'
import { type OpenRoom, type Shown, waitingFor } from '#domain/rooms/waiting.ts'
import type { Context } from '../context.ts'
import { invite } from '../door/invitations.ts'
import { readHours } from '../hours.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, type TypedApp } from '../http/typed.ts'
import { type Asking, askingAbout } from '../http/who.ts'
import { readCard, readCards } from '../members.ts'
import { readAdjournments, readSizes } from '../shown.ts'

const processView = async (context: Context, who: Asking): Promise<ProcessView> => {
  const pool = context.poolOf(who.identity.role)
  const at = context.clock().toISOString()
  const [house, cards, hours, sizes, adjournments] = await Promise.all([
    context.houseOf(who.identity.role),
    readCards(pool),
    readHours(pool),
    readSizes(pool),
    readAdjournments(pool),
  ])
  return {
    id: who.identity.process,
    process: house.process,
    me: who.member,
    rooms: house.rooms.map((room) => ({ ...room, size: sizes.get(room.id) ?? 0 })),
    members: cards.map(({ room, revision, state }) => ({
      room,
      revision,
      member: state,
      serving: isServing(state, at),
    })),
    hours: house.process.seats.map((seat) => {
      const set = hours.get(seat.key)
      const quietHours = set ? set.hours : (seat.quietHours ?? null)
      const quiet = quietHours !== null && isQuiet({ timeZone: seat.timeZone, quietHours }, at)
      return { seat: seat.key, hours: quietHours, revision: set?.revision ?? 0, quiet }
    }),
    adjournments,
    at,
  }
}

const latestActs = async (pool: pg.Pool): Promise<readonly ActLine[]> => {
  const { rows } = await pool.query<Omit<ActLine, 'by'> & { seat: string | null; member: string | null }>(
    `select a.* from parley.rooms r cross join lateral (
       select room_id as room, index, act_id as id, kind, object_id as object, seat, member_id as member, at
       from parley.acts where room_id = r.room_id and kind not in ('marks.move', 'conveyance.note', 'member.join', 'process.found')
       order by index desc limit 20) a
     order by a.at desc, a.index desc limit 30`,
  )
  return rows.map(({ seat, member, ...line }) => ({ ...line, by: seat && member ? { seat, member } : null }))
}

const tableView = async (context: Context, who: Asking): Promise<TableView> => {
  const { role } = who.identity
  const pool = context.poolOf(role)
  const at = context.clock().toISOString()
  const [house, sizes, adjournments] = await Promise.all([
    context.houseOf(role),
    readSizes(pool),
    readAdjournments(pool),
  ])
  const rooms: readonly OpenRoom[] = await Promise.all(
    house.rooms.map(async (room) => {
      const there = await context.rooms.room(role, room.id, sizes.get(room.id) ?? 0)
      return {
        room,
        objects: there.objects.filter(({ kind }) => kind !== 'conveyance') as readonly Shown[],
        mine: there.marks.find(({ member }) => member === who.member.id)?.marks,
      }
    }),
  )
  const silences = new Map(rooms.flatMap((open) => open.objects).map((shown) => [shown.object, shown]))
  const waiting = waitingFor({ process: house.process, member: who.member, at }, rooms).map((task) => {
    const shown = silences.get(task.object)
    return shown?.kind === 'silence'
      ? { ...task, due: silenceDueAt(shown.state, adjournments) ?? null }
      : task
  })
  return { waiting, latest: await latestActs(pool), at }
}

const mayInvite = async (context: Context, who: Asking, member: string) => {
  const house = await context.houseOf(who.identity.role)
  const card = await readCard(context.poolOf(who.identity.role), member)
  if (!card || !isServing(card, context.clock().toISOString())) return { code: 'object.unknown' }
  const hosted =
    seatOf(house.process, who.member.seat)?.kind === 'mediator' &&
    seatOf(house.process, card.seat)?.kind !== 'party'
  return isSteward(who.member) && (card.seat === who.member.seat || hosted)
    ? card
    : { code: 'member.not-yours' }
}

/** All addresses of parties. */
export const partyRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process',
    { schema: { params: ProcessParams, response: answers(ProcessView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await processView(context, who))
    },
  )
  app.get(
    '/api/processes/:process/table',
    { schema: { params: ProcessParams, response: answers(TableView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await tableView(context, who))
    },
  )
  app.post(
    '/api/processes/:process/invitations',
    { schema: { params: ProcessParams, body: Invite, response: answers(Invitation) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      const card = await mayInvite(context, who, request.body.member)
      if ('code' in card) return sendRefusal(reply, card)
      const { token, expires } = await invite(
        context.door,
        { process: who.identity.process, seat: card.seat, member: card.id, function: card.function },
        context.clock(),
      )
      const link = `${context.relyingParty.origins[0]}/invitation#${token}`
      return reply.send({ link, expires })
    },
  )
}
