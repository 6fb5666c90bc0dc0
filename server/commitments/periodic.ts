/** A periodic monitoring report, worked out from the plenary alone: what a reader has in other rooms is never in it. */
import type pg from 'pg'
import type { PeriodicView } from '#contract/commitments-views.ts'
import type { MonitoringReport } from '#domain/commitments/monitoring-report.ts'
import { type Held, type Issue, periodic } from '#domain/commitments/periodic.ts'
import { type Block, type Issued, type Naming, periodicSheet } from '#domain/commitments/periodic-sheet.ts'
import { alternat, type Process, type Room } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

interface Row {
  readonly kind: string
  readonly id: string
  readonly state: unknown
}

/** Of an observation the report needs only when the table learnt of it; there may be very many. */
const readHeld = `
  select kind, object_id as id,
    case kind when 'observation' then jsonb_build_object('at', state -> 'at') else state end as state
  from parley.objects
  where room_id = $1 and kind = any($2::text[]) and coalesce(state ->> 'at', '') <= $3`

const places = {
  stipulation: 'stipulations',
  force: 'forces',
  case: 'cases',
  report: 'reports',
  inspection: 'inspections',
  denial: 'denials',
  incident: 'incidents',
  observation: 'observations',
  finding: 'findings',
} as const satisfies Readonly<Record<string, keyof Held>>

const heldIn = async (pool: pg.Pool, room: Room, process: Process, at: string): Promise<Held> => {
  const { rows } = await pool.query<Row>({
    name: 'held-at-table',
    text: readHeld,
    values: [room.id, Object.keys(places), at],
  })
  const ofKind = (kind: keyof typeof places) =>
    rows.filter((row) => row.kind === kind).map(({ id, state }) => ({ id, state }))
  const lists = Object.fromEntries(
    Object.entries(places).map(([kind, place]) => [place, ofKind(kind as keyof typeof places)]),
  )
  return {
    ...(lists as unknown as Held),
    parties: process.parties.map(({ key }) => key),
    seats: Object.fromEntries(process.seats.flatMap(({ key, party }) => (party ? [[key, party]] : []))),
  }
}

const namingOf = (process: Process): Naming => ({
  parties: Object.fromEntries(process.parties.map(({ key, name, short }) => [key, { name, short }])),
  seats: Object.fromEntries(process.seats.map(({ key, name }) => [key, name])),
})

const sheetsOf = async (
  context: Context,
  who: Asking,
  room: Room,
  { issue, issued }: { readonly issue: Issue; readonly issued: Issued },
): Promise<Readonly<Record<string, readonly Block[]>>> => {
  const { role } = who.identity
  const { process } = await context.houseOf(role)
  const held = await heldIn(context.poolOf(role), room, process, issue.at)
  const parties = alternat(process, who.member.seat, issue.at).map(({ key }) => key)
  const report = periodic({ ...held, parties }, issue)
  const naming = namingOf(process)
  return Object.fromEntries(
    process.languages.map((language) => [language, periodicSheet(report, issued, naming, language)]),
  )
}

const plenaryOf = async (context: Context, who: Asking): Promise<Room | undefined> =>
  (await context.houseOf(who.identity.role)).rooms.find(({ kind }) => kind === 'plenary')

const readReport = `
  select object_id as object, revision, state
  from parley.objects where room_id = $1 and kind = 'monitoring-report' and object_id = $2`

interface Found {
  readonly object: string
  readonly revision: number
  readonly state: MonitoringReport
}

/** One report of the plenary in every language; undefined for a seat that is not at the table, or for no such report. */
export const periodicView = async (
  context: Context,
  who: Asking,
  object: string,
): Promise<PeriodicView | undefined> => {
  const room = await plenaryOf(context, who)
  if (!room) return undefined
  const pool = context.poolOf(who.identity.role)
  const [found] = (await pool.query<Found>({ text: readReport, values: [room.id, object] })).rows
  if (!found) return undefined
  const { from, to, at, remarks, dissents, by } = found.state
  const asked = { issue: { from, to, at }, issued: { remarks, dissents, seat: by.seat } }
  return {
    report: { room: room.id, ...found },
    sheets: await sheetsOf(context, who, room, asked),
    at: context.clock().toISOString(),
  }
}

/** What a report over these days would tell if it were issued now, without remarks; undefined away from the table. */
export const periodicPreview = async (
  context: Context,
  who: Asking,
  { from, to }: Pick<Issue, 'from' | 'to'>,
): Promise<PeriodicView | undefined> => {
  const room = await plenaryOf(context, who)
  if (!room) return undefined
  const at = context.clock().toISOString()
  const { process } = await context.houseOf(who.identity.role)
  const remarks = Object.fromEntries(process.languages.map((language) => [language, '—']))
  const issued = { remarks, dissents: [], seat: who.member.seat }
  return {
    report: null,
    sheets: await sheetsOf(context, who, room, { issue: { from, to, at }, issued }),
    at,
  }
}
