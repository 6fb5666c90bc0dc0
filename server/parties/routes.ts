/** The addresses of a process: what a seat sees of it, its table, and invitations. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { Invitation, Invite } from '#contract/door.ts'
import { LeadershipView } from '#contract/leadership.ts'
import { NotesView } from '#contract/notes.ts'
import { type ActLine, ProcessView } from '#contract/parties.ts'
import { TableView } from '#contract/rooms.ts'
import { type Put, unansweredFor } from '#domain/bargaining/waiting.ts'
import { type Brought, owedBy } from '#domain/commitments/waiting.ts'
import { awaitedFrom, type Proposed } from '#domain/confidence/waiting.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { mayLookAfter } from '#domain/parties/acts.ts'
import { isLeader, isServing, type Member } from '#domain/parties/member.ts'
import type { Room } from '#domain/parties/process.ts'
import { isQuiet } from '#domain/parties/quiet-hours.ts'
import type { Kept } from '#domain/record/rule.ts'
import { silenceDueAt } from '#domain/rooms/silence.ts'
import { type OpenRoom, type Shown, waitingFor } from '#domain/rooms/waiting.ts'
import type { Context } from '../context.ts'
import { sendFile } from '../files/send.ts'
import { readHours } from '../hours.ts'
import { inRoom } from '../http/in-room.ts'
import { sendOutcome, sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, RoomParams, type TypedApp } from '../http/typed.ts'
import { type Asking, askingAbout } from '../http/who.ts'
import { hasPasskey, invite } from '../invitations.ts'
import { readCards } from '../members.ts'
import { objectFile } from '../rooms/papers.ts'
import { type RoomContents, readAdjournments, readSizes } from '../shown.ts'
import { leadershipView } from './leadership.ts'
import { notesView } from './notes.ts'

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
       from parley.acts where room_id = r.room_id and kind not in ('marks.move', 'conveyance.note', 'budget.note', 'member.join', 'member.relieve', 'member.succeed', 'process.found')
       order by index desc limit 20) a
     order by a.at desc, a.index desc limit 30`,
  )
  return rows.map(({ seat, member, ...line }) => ({ ...line, by: seat && member ? { seat, member } : null }))
}

/** What the mediator has put to the reader's party, in its channel, what it has answered at home, what the table waits for. */
const putTo = (found: readonly { readonly room: Room; readonly there: RoomContents }[]): Put & Brought => {
  const all = (kind: string, where: Room['kind']) =>
    found.flatMap(({ room, there }) =>
      room.kind === where
        ? there.put.filter((each) => each.kind === kind).map((each) => ({ ...each, room: room.id }))
        : [],
    )
  return {
    ballots: all('ballot', 'channel') as Put['ballots'],
    suggestions: all('suggestion', 'channel') as Put['suggestions'],
    cases: all('case', 'plenary') as Brought['cases'],
    forces: all('force', 'plenary') as Brought['forces'],
    answered: new Set(all('answer', 'caucus').map(({ object }) => object)),
  }
}

const readProposed = `
  select room_id as room, kind, object_id as object, revision, state - '{facts,sources,accounts,agreed}'::text[] as state
  from parley.objects
  where room_id = any($1::uuid[]) and (kind = 'measure' or (kind = 'event' and state ? 'proposed'))`

/** Lines of facts and measures of the table that somebody has not accepted yet. */
const proposedAt = async (pool: pg.Pool, rooms: readonly Room[]): Promise<Proposed> => {
  const tables = rooms.filter(({ kind }) => kind === 'plenary').map(({ id }) => id)
  const { rows } = await pool.query<Kept>({ name: 'proposed', text: readProposed, values: [tables] })
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  return { events: of('event') as Proposed['events'], measures: of('measure') as Proposed['measures'] }
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
  const found = await Promise.all(
    house.rooms.map(async (room) => ({
      room,
      there: await context.rooms.room(role, room.id, sizes.get(room.id) ?? 0),
    })),
  )
  const rooms: readonly OpenRoom[] = found.map(({ room, there }) => ({
    room,
    objects: there.objects.filter(({ kind }) => kind !== 'conveyance') as readonly Shown[],
    mine: there.marks.find(({ member }) => member === who.member.id)?.marks,
  }))
  const dueOf = (asked: { readonly at: string; readonly deadline: string }): string | null =>
    silenceDueAt(asked, adjournments, context.availability.openSince()) ?? null
  const silences = new Map(rooms.flatMap((open) => open.objects).map((shown) => [shown.object, shown]))
  const inRooms = waitingFor({ process: house.process, member: who.member, at }, rooms).map((task) => {
    const shown = silences.get(task.object)
    return shown?.kind === 'silence' ? { ...task, due: dueOf(shown.state) } : task
  })
  const put = putTo(found)
  const inBargaining = unansweredFor({ ...house, member: who.member, at }, put).map((task) => {
    const ballot = put.ballots.find(({ object }) => object === task.object && task.why === 'ballot')
    return ballot ? { ...task, due: dueOf(ballot.state) } : task
  })
  const reader = { ...house, member: who.member, at }
  const owed = owedBy(reader, put)
  const [proposed, latest] = await Promise.all([proposedAt(pool, house.rooms), latestActs(pool)])
  const awaited = awaitedFrom(reader, proposed)
  return { waiting: [...inBargaining, ...owed, ...awaited, ...inRooms], latest, at }
}

/** Finds the card of somebody to invite, in whichever seat this role can see it; one's own seat comes first. */
const findInvited = async (
  context: Context,
  who: Asking,
  member: string,
): Promise<Kept<Member> | undefined> => {
  const cards = await readCards(context.poolOf(who.identity.role))
  const found = cards.filter(({ object }) => object === member)
  return found.find(({ state }) => state.seat === who.member.seat) ?? found[0]
}

/** Makes an invitation: an act on the member's card, so that whoever sees the card sees that it was made. */
const inviteByAct = async (context: Context, who: Asking, member: string): Promise<Outcome<Invitation>> => {
  const card = await findInvited(context, who, member)
  if (!card) return refuse('object.unknown')
  // Whose passkeys there are is nobody's business who does not look after them: this comes before anything is looked up.
  const { process } = await context.houseOf(who.identity.role)
  const theirs = mayLookAfter(process, who.member, card.state)
  if (!theirs.ok) return theirs
  const { seat, id, function: role } = card.state
  const whom = { process: who.identity.process, seat, member: id }
  // To replace a passkey is to take over a place at the table: not for those who only keep the list.
  if (!isLeader(who.member) && (await hasPasskey(context.door, whom))) return refuse('member.passkey-held')
  const act = {
    id: randomUUID(),
    room: card.room,
    kind: 'member.invite',
    object: id,
    base: card.revision,
    payload: {},
  }
  const outcome = await context.acts.post(who.identity, act)
  if (!outcome.ok) return outcome
  const { token, expires } = await invite(context.door, { ...whom, function: role }, context.clock())
  return done({ link: `${context.relyingParty.origins[0]}/invitation#${token}`, expires })
}

/** Who leads each delegation, and the papers that say so. */
const leadership = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/leadership',
    { schema: { params: ProcessParams, response: answers(LeadershipView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await leadershipView(context, who))
    },
  )
  app.get(
    '/api/processes/:process/rooms/:room/credentials/:object/file',
    { schema: { params: RoomParams.extend({ object: z.string().max(80) }) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const pool = context.poolOf(who.identity.role)
        const file = await objectFile(pool, room.id, 'credentials', request.params.object)
        if (!file) return sendRefusal(reply, { code: 'unknown' })
        return sendFile(reply, file.title, file.type, file.content)
      }),
  )
}

/** What the mediator's people have noted of those they talk to. */
const notes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/rooms/:room/notes',
    { schema: { params: RoomParams, response: answers(NotesView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) =>
        reply.send(await notesView(context.poolOf(who.identity.role), room.id)),
      ),
  )
}

/** All addresses of parties. */
export const partyRoutes = (app: TypedApp, context: Context): void => {
  leadership(app, context)
  notes(app, context)
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
      return sendOutcome(reply, await inviteByAct(context, who, request.body.member))
    },
  )
}
