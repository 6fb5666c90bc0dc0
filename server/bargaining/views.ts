/** What bargaining shows: read under the asking seat's own role, so that worth is seen by its party alone. */
import type pg from 'pg'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { Ballot } from '#domain/bargaining/ballot.ts'
import type { Room, RoomKind } from '#domain/parties/process.ts'
import { silenceDueAt } from '#domain/rooms/silence.ts'
import type { Context } from '../context.ts'
import { shared } from '../database/sharing.ts'
import type { Asking } from '../http/who.ts'
import { readAdjournments } from '../shown.ts'

interface Row {
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly revision: number
  readonly state: unknown
}

const readAll = `
  select room_id as room, kind, object_id as object, revision, state from parley.objects
  where room_id = any($1::uuid[]) and kind in ('agenda', 'worth', 'ratification', 'disclosure', 'budget', 'suggestion', 'ballot', 'answer')
  order by room_id, first`

/** What all members of a seat may see alike. The rooms are named so that the rows are found by their key. */
const readForSeat = (pool: pg.Pool, rooms: readonly Room[]) =>
  shared(pool, 'bargaining', () =>
    Promise.all([
      pool.query<Row>({ name: 'bargaining', text: readAll, values: [rooms.map(({ id }) => id)] }),
      readAdjournments(pool),
    ]),
  )

/** Everything of bargaining that the asking seat may read. */
export const bargainingView = async (context: Context, who: Asking): Promise<BargainingView> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const [{ rows }, adjournments] = await readForSeat(context.poolOf(role), rooms)
  const kinds = new Map(rooms.map(({ id, kind }) => [id, kind]))
  const all = <T>(kind: string, ...where: readonly RoomKind[]): readonly T[] =>
    rows
      .filter((row) => row.kind === kind && where.includes(kinds.get(row.room) ?? 'gallery'))
      .map(({ kind: _, ...shown }) => shown as T)
  const one = <T>(kind: string, where: RoomKind): T | null => all<T>(kind, where)[0] ?? null
  const ballots = all<BargainingView['ballots'][number]>('ballot', 'office', 'channel')
  const dueOf = (ballot: Pick<Ballot, 'at' | 'deadline'>) =>
    silenceDueAt(ballot, adjournments, context.availability.openSince()) ?? null
  const open = ballots.filter(({ state }) => state.standing === 'open')
  return {
    agenda: one('agenda', 'plenary'),
    draft: one('agenda', 'office'),
    worth: one('worth', 'caucus'),
    ratification: one('ratification', 'caucus'),
    answers: all('answer', 'caucus'),
    disclosures: all('disclosure', 'channel'),
    received: all('suggestion', 'channel'),
    ballots,
    due: Object.fromEntries(open.map(({ object, state }) => [object, dueOf(state)])),
    budget: one('budget', 'office'),
    prepared: all('suggestion', 'office'),
    at: context.clock().toISOString(),
  }
}
