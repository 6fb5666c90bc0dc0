/** Offers signed heads to the witnesses, and gathers what they answer. */
import type pg from 'pg'
import { toUtf8 } from '#domain/record/bytes.ts'
import { openCheckpoint } from '#domain/record/checkpoint.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { formatNote } from '#domain/record/note.ts'
import { fromTiles } from '#domain/record/tiles.ts'
import { consistencyProof } from '#domain/record/tree.ts'
import { formatAddCheckpoint } from '#domain/record/witness.ts'
import type { RecordKeys } from './keys.ts'
import { withStoredTiles } from './ledgers.ts'
import { primitives } from './primitives.ts'
import { type Appointed, keyText } from './roster.ts'
import type { SignedHead } from './sequencer.ts'
import type { WitnessLine } from './witness/line.ts'

/** Why a witness has not cosigned. `longer-history`, `other-history`: it has seen another log under this name. */
export type Trouble = 'silent' | 'unknown-log' | 'bad-signature' | 'other-history' | 'longer-history'

/** What one witness says of one head. */
export interface Said {
  readonly log: string
  readonly witness: Appointed
  /** The line of its cosignature and when it says it was made; or why there is none. */
  readonly answer:
    | { readonly line: string; readonly at: string }
    | { readonly trouble: Trouble; readonly size?: number }
}

/** What asking stands on. */
export interface AskingOptions {
  /** Where the tiles of the logs are read. */
  readonly pool: Pick<pg.ClientBase, 'query'>
  readonly keys: RecordKeys
  readonly lineOf: (process: string, witness: Appointed) => WitnessLine
  /** The size up to which a witness is known to have a log, by `sizeKey`; a guess that a conflict corrects. */
  readonly known: Map<string, number>
}

/** What the offering stands on. */
export interface OfferingOptions extends AskingOptions {
  readonly pool: pg.Pool
}

const sizeKey = (log: string, witness: Appointed): string => `${log} ${keyText(witness)}`

const request = async (options: AskingOptions, head: SignedHead, old: number): Promise<Uint8Array> => {
  const proof = await withStoredTiles(options.pool, head.log, (readTile) =>
    fromTiles(head.size, readTile, primitives.sha256, (read) =>
      old === 0 || old === head.size ? [] : consistencyProof(old, head.size, read, primitives.sha256),
    ),
  )
  if (!proof.ok) throw new Error(`the tiles of a log are damaged: ${proof.refusal.code}`)
  return toUtf8(formatAddCheckpoint({ old, proof: proof.value, checkpoint: head.note }))
}

/** A line that a witness gave, if it is its cosignature of this very head. */
const accepted = (
  options: AskingOptions,
  head: SignedHead,
  witness: Appointed,
  lines: readonly string[],
): Said['answer'] => {
  const { key } = options.keys.log(head.log)
  for (const line of lines) {
    const opened = openCheckpoint(
      `${head.note}${line}\n`,
      { logs: [key], witnesses: [witness.key] },
      primitives,
    )
    const time = opened.ok ? opened.value.cosignatures[0]?.time : undefined
    if (time !== undefined) return { line, at: new Date(time * 1000).toISOString() }
  }
  return { trouble: 'bad-signature' }
}

const troubles: Readonly<Record<number, Trouble>> = {
  403: 'bad-signature',
  404: 'unknown-log',
  409: 'other-history',
  422: 'other-history',
}

/** Asks one witness for one log; when it has seen less or more than was thought, once more with what it says. */
const ask = async (
  options: AskingOptions,
  line: WitnessLine,
  head: SignedHead,
  witness: Appointed,
): Promise<Said['answer']> => {
  const key = sizeKey(head.log, witness)
  for (let tries = 0; tries < 2; tries += 1) {
    const old = Math.min(options.known.get(key) ?? 0, head.size)
    const answer = await line.ask(await request(options, head, old))
    if (answer.kind === 'cosigned') {
      const said = accepted(options, head, witness, answer.lines)
      if ('line' in said) options.known.set(key, head.size)
      return said
    }
    if (answer.kind === 'silent') return { trouble: 'silent' }
    if (answer.kind === 'refused') return { trouble: troubles[answer.status] ?? 'silent' }
    if (answer.size > head.size) return { trouble: 'longer-history', size: answer.size }
    if (answer.size === old) return { trouble: 'other-history' }
    options.known.set(key, answer.size)
  }
  return { trouble: 'other-history' }
}

/** So long one witness may take for all its heads of one tick, in milliseconds: nobody keeps the others waiting longer. */
const patienceForAll = 6_000

const silent = { trouble: 'silent' } as const

/** What comes of the work, or silence when the time is up or the work fails. */
const inTime = async (work: Promise<Said['answer']>, until: number): Promise<Said['answer']> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Said['answer']>((resolve) => {
    timer = setTimeout(() => resolve(silent), until - Date.now())
  })
  return Promise.race([work.catch(() => silent), late]).finally(() => clearTimeout(timer))
}

/** Offers one witness every head it may see, one after the other; one that is silent is asked no further. */
const askAbout = async (
  options: AskingOptions,
  process: string,
  witness: Appointed,
  heads: readonly SignedHead[],
): Promise<readonly Said[]> => {
  const line = options.lineOf(process, witness)
  const said: Said[] = []
  const until = Date.now() + patienceForAll
  let isSilent = false
  for (const head of heads.filter(({ seats }) => seats.includes(witness.seat))) {
    const answer: Said['answer'] = isSilent ? silent : await inTime(ask(options, line, head, witness), until)
    isSilent = 'trouble' in answer && answer.trouble === 'silent'
    said.push({ log: head.log, witness, answer })
  }
  return said
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
    text: `update parley.heads set shown = $3, shown_at = $4,
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

/** Asks every witness of a process about every head it may see, all witnesses side by side. */
export const askAll = async (
  options: AskingOptions,
  process: string,
  heads: readonly SignedHead[],
  roster: readonly Appointed[],
): Promise<readonly Said[]> =>
  (await Promise.all(roster.map((each) => askAbout(options, process, each, heads)))).flat()

/**
 * Offers the heads of a process to its witnesses, and gives out the checkpoints with the
 * cosignatures that came. Resolves with what everybody said.
 */
export const offer = async (
  options: OfferingOptions,
  process: string,
  heads: readonly SignedHead[],
  roster: readonly Appointed[],
  now: string,
): Promise<readonly Said[]> => {
  const said = await askAll(options, process, heads, roster)
  await giveOut(options.pool, heads, said, now)
  return said
}
