/** What the server does by its own clock: adopts what nobody objected to, closes ballots, gives out what quiet hours held back. */
import { randomUUID } from 'node:crypto'
import type { Ballot } from '#domain/bargaining/ballot.ts'
import { type Silence, silenceDueAt } from '#domain/rooms/silence.ts'
import { haveAllAccepted } from './ballots.ts'
import type { Context } from './context.ts'
import { readAdjournments } from './shown.ts'

interface Mediator {
  readonly process: string
  readonly seat: string
  readonly role: string
}

interface OpenSilence {
  readonly room: string
  readonly object: string
  readonly state: Silence
}

const mediators = async (context: Context): Promise<readonly Mediator[]> => {
  const { rows } = await context.door.query<Mediator>(
    `select p.process_id as process, s.seat, s.role from door.processes p join door.seats s using (process_id)
     where p.ready and s.kind = 'mediator'`,
  )
  return rows
}

const adoptDue = async (context: Context, mediator: Mediator): Promise<void> => {
  const pool = context.poolOf(mediator.role)
  const { rows } = await pool.query<OpenSilence>(
    `select room_id as room, object_id as object, state from parley.objects
     where kind = 'silence' and state ->> 'standing' = 'open'`,
  )
  if (rows.length === 0) return
  const adjournments = await readAdjournments(pool)
  const now = context.clock().toISOString()
  for (const { room, object, state } of rows) {
    const due = silenceDueAt(state, adjournments, context.availability.openSince())
    if (due === undefined || due > now) continue
    const act = { id: randomUUID(), room, kind: 'silence.adopt', object, base: null, payload: {} }
    await context.acts.post({ ...mediator, member: null }, act)
  }
}

/** The roles of all seats of a process, by seat. */
const rolesOf = async (context: Context, process: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await context.door.query<{ seat: string; role: string }>(
    'select seat, role from door.seats where process_id = $1',
    [process],
  )
  return new Map(rows.map(({ seat, role }) => [seat, role]))
}

interface OpenBallot {
  readonly room: string
  readonly object: string
  readonly state: Ballot
}

const openBallots = `
  select o.room_id as room, o.object_id as object, o.state from parley.objects o join parley.rooms r using (room_id)
  where r.kind = 'office' and o.kind = 'ballot' and o.state ->> 'standing' = 'open'`

const closeDue = async (context: Context, mediator: Mediator): Promise<void> => {
  const pool = context.poolOf(mediator.role)
  const { rows } = await pool.query<OpenBallot>({ name: 'open-ballots', text: openBallots })
  if (rows.length === 0) return
  const adjournments = await readAdjournments(pool)
  const now = context.clock().toISOString()
  const due = rows.filter(({ state }) => {
    const at = silenceDueAt(state, adjournments, context.availability.openSince())
    return at !== undefined && at <= now
  })
  if (due.length === 0 || context.disk.readOnly) return
  const [{ process }, roles] = [
    await context.houseOf(mediator.role),
    await rolesOf(context, mediator.process),
  ]
  const poolOfSeat = (seat: string) => context.poolOf(roles.get(seat) ?? '')
  const close = async ({ room, object, state }: OpenBallot): Promise<void> => {
    const accepted = await haveAllAccepted(process, poolOfSeat, object, state)
    const act = { id: randomUUID(), room, kind: 'ballot.close', object, base: null, payload: { accepted } }
    await context.acts.post({ ...mediator, member: null }, act)
  }
  // One ballot that cannot be closed now does not keep the others open.
  const closings = await Promise.allSettled(due.map(close))
  const failed = closings.find((closing) => closing.status === 'rejected')
  if (failed) throw failed.reason
}

/** What time has brought about in one process. */
const lookAt = async (context: Context, mediator: Mediator): Promise<void> => {
  await adoptDue(context, mediator)
  await closeDue(context, mediator)
}

/** One look at everything that time alone brings about. */
export const tick = async (context: Context): Promise<void> => {
  context.announcer.flush()
  if (!context.disk.readOnly) await context.availability.beat()
  // One process that cannot be looked at now does not keep the others waiting.
  const looks = await Promise.allSettled((await mediators(context)).map((each) => lookAt(context, each)))
  const failed = looks.find((look) => look.status === 'rejected')
  if (failed) throw failed.reason
}

/** Looks every second; returns how to stop. A tick that fails is tried again at the next. */
export const startClock = (
  context: Context,
  onFault: (error: unknown) => void,
  everyMs = 1_000,
): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = tick(context)
      .catch(onFault)
      .finally(() => {
        busy = false
      })
  }, everyMs)
  return () => {
    clearInterval(timer)
    return running
  }
}
