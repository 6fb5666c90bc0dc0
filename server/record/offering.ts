/** Offers signed heads to the witnesses, and gives out the checkpoints with what they answered. */
import type pg from 'pg'
import { formatVerifierKey } from '#domain/record/key.ts'
import { formatNote } from '#domain/record/note.ts'
import { type AskingOptions, askAll, type Said } from './asking.ts'
import type { Appointed } from './roster.ts'
import type { SignedHead } from './sequencer.ts'

/** What the offering stands on. */
export interface OfferingOptions extends AskingOptions {
  readonly pool: pg.Pool
  readonly clock: () => Date
}

const keepAnswers = `
  insert into parley.cosignatures as c (room_id, seat, key, place, size, at, line, missing_since, trouble)
  select room, seat, key, place, case when trouble is null then size end, at, line,
         case when trouble is not null then $9::timestamptz end, trouble
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[], $7::text[], $8::text[])
    m (room, seat, key, place, size, at, line, trouble)
  on conflict (room_id, seat) do update set
    key = excluded.key, place = excluded.place, trouble = excluded.trouble,
    size = case when excluded.trouble is null then excluded.size when c.key = excluded.key then c.size end,
    at = case when excluded.trouble is null then excluded.at when c.key = excluded.key then c.at end,
    line = case when excluded.trouble is null then excluded.line when c.key = excluded.key then c.line end,
    missing_since = case when excluded.trouble is not null
      then coalesce(case when c.key = excluded.key then c.missing_since end, excluded.missing_since) end`

const placeOf = ({ url }: Appointed): string | null => (url === null ? null : new URL(url).host)

const keep = async (
  pool: pg.ClientBase,
  heads: readonly SignedHead[],
  said: readonly Said[],
  now: string,
): Promise<void> => {
  const sizes = new Map(heads.map(({ log, size }) => [log, size]))
  const logs = heads.map(({ log }) => log)
  const lineOf = ({ answer }: Said) => ('line' in answer ? answer : undefined)
  await pool.query(
    `delete from parley.cosignatures where room_id = any($1::uuid[])
     and (room_id, seat) not in (select * from unnest($2::uuid[], $3::text[]))`,
    [logs, said.map(({ log }) => log), said.map(({ witness }) => witness.seat)],
  )
  await pool.query(keepAnswers, [
    said.map(({ log }) => log),
    said.map(({ witness }) => witness.seat),
    said.map(({ witness }) => formatVerifierKey(witness.key)),
    said.map(({ witness }) => placeOf(witness)),
    said.map(({ log }) => sizes.get(log) ?? 0),
    said.map((each) => lineOf(each)?.at ?? null),
    said.map((each) => lineOf(each)?.line ?? null),
    said.map(({ answer }) => ('trouble' in answer ? answer.trouble : null)),
    now,
  ])
}

const show = async (
  pool: pg.ClientBase,
  head: SignedHead,
  said: readonly Said[],
  now: string,
): Promise<void> => {
  const lines = said.flatMap(({ answer }) => ('line' in answer ? [answer.line] : []))
  const shown = formatNote(head.text, [head.signature, ...lines])
  await pool.query({
    name: 'show',
    text: `update parley.heads set shown = $3, shown_at = $4, shown_policy = policy,
             vouched = case when $5 then $3 else vouched end,
             vouched_size = case when $5 then size else vouched_size end,
             vouched_at = case when $5 then $4 else vouched_at end
           where room_id = $1 and size = $2`,
    values: [head.log, head.size, shown, now, said.length > 0 && lines.length === said.length],
  })
}

/** Writes down what was said, and the checkpoints with the cosignatures that came, in the transaction that is open. */
export const keepSaid = async (
  client: pg.ClientBase,
  heads: readonly SignedHead[],
  said: readonly Said[],
  now: string,
): Promise<void> => {
  await keep(client, heads, said, now)
  for (const head of heads) {
    const ofThis = said.filter(({ log }) => log === head.log)
    await show(client, head, ofThis, now)
  }
}

/** What was said and what is given out changes for all logs of a process at once: no reader sees half a tick. */
const giveOut = async (
  pool: pg.Pool,
  heads: readonly SignedHead[],
  said: readonly Said[],
  now: string,
): Promise<void> => {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    await keepSaid(client, heads, said, now)
    await client.query('commit')
    broken = false
  } finally {
    client.release(broken)
  }
}

/**
 * Offers the heads of a process to its witnesses, and gives out the checkpoints with the
 * cosignatures that came. Resolves with what everybody said.
 */
export const offer = async (
  options: OfferingOptions,
  process: string,
  heads: readonly SignedHead[],
  roster: readonly Appointed[],
): Promise<readonly Said[]> => {
  const said = await askAll(options, process, heads, roster)
  await giveOut(options.pool, heads, said, options.clock().toISOString())
  return said
}
