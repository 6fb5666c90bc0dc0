/** What the server does by its own clock: adopts what nobody objected to, and gives out what quiet hours held back. */
import { randomUUID } from 'node:crypto'
import { type Silence, silenceDueAt } from '#domain/rooms/silence.ts'
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

/** One look at everything that time alone brings about. */
export const tick = async (context: Context): Promise<void> => {
  context.announcer.flush()
  if (!context.disk.readOnly) await context.availability.beat()
  // One process that cannot be looked at now does not keep the others waiting.
  const looks = await Promise.allSettled((await mediators(context)).map((each) => adoptDue(context, each)))
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
