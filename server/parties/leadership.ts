/** Who leads and led each delegation, as a seat may read it, and what waits for the word of its own side. */
import type pg from 'pg'
import type { LeadershipView } from '#contract/leadership.ts'
import { awaitsSuccessor, type Leadership } from '#domain/parties/leadership.ts'
import { seatOf } from '#domain/parties/process.ts'
import type { Anchorage, Clause } from '#domain/text/clause.ts'
import { adReferendumOf } from '#domain/text/consent.ts'
import { holds } from '#domain/text/status.ts'
import { openSignatureOf, type Version } from '#domain/text/version/version.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

interface Row<S> {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly state: S
}

const ofKind = `
  select room_id as room, object_id as object, revision, state from parley.objects
  where kind = $1 order by first`
// Only what the side has agreed is read whole; of every other clause only where it hangs and which wording it has.
const agreedClauses = `
  select room_id as room, object_id as object, revision, state from parley.objects
  where room_id = $1 and kind = 'clause' and state -> 'agreements' @> $2::jsonb order by first`
const hanging = `
  select object_id as clause, state ->> 'parent' as parent, (state ->> 'wording')::int as wording
  from parley.objects where room_id = $1 and kind = 'clause'`
const signedVersions = `
  select room_id as room, object_id as object, revision, state - 'leaves' as state from parley.objects
  where room_id = $1 and kind = 'version' and state -> 'marks' @> $2::jsonb order by first`

/** How much of a clause is shown where it is only pointed to, in characters. */
const shown = 240

const opening = (content: Clause['passage'][string]): string => {
  const words = (content ?? [])
    .map((piece) => (typeof piece === 'string' ? piece : 'words' in piece ? piece.words : ''))
    .join('')
  const characters = [...words]
  return characters.length > shown ? `${characters.slice(0, shown).join('').trimEnd()}…` : words
}

/** The clauses that a clause hangs on, nearest first, as they are now. */
const chainIn =
  (places: ReadonlyMap<string, { readonly parent: string | null; readonly wording: number }>) =>
  (parent: string | null): readonly Anchorage[] => {
    const chain: Anchorage[] = []
    for (let next = parent; next !== null; ) {
      const place = places.get(next)
      if (!place) break
      chain.push({ clause: next, wording: place.wording })
      next = place.parent
    }
    return chain
  }

type Given = { readonly by: Clause['agreements'][0]['by']; readonly at: string }

/** What this party has agreed or signed ad referendum in the plenary, and has neither confirmed nor declined. */
const openWord = async (
  pool: pg.Pool,
  plenary: string,
  party: string,
  leadership: Leadership | undefined,
): Promise<Pick<LeadershipView, 'agreed' | 'signed'>> => {
  const agreement = JSON.stringify([{ party, degree: 'ad-referendum' }])
  const mark = JSON.stringify([{ party, kind: 'sign-ad-referendum' }])
  const [clauses, versions] = await Promise.all([
    pool.query<Row<Clause>>(agreedClauses, [plenary, agreement]),
    pool.query<Row<Version>>(signedVersions, [plenary, mark]),
  ])
  const places =
    clauses.rows.length === 0
      ? []
      : (await pool.query<{ clause: string; parent: string | null; wording: number }>(hanging, [plenary]))
          .rows
  const chain = chainIn(new Map(places.map(({ clause, ...place }) => [clause, place])))
  const given = ({ by, at }: Given) => ({ by, at, awaits: awaitsSuccessor(leadership, { at }) })
  const agreed = clauses.rows.flatMap(({ state: clause }) => {
    const own = adReferendumOf(clause, party)
    const under = chain(clause.parent)
    if (!own || clause.standing !== 'in' || !holds(own, clause, under)) return []
    const words = Object.fromEntries(
      Object.entries(clause.passage).map(([language, content]) => [language, opening(content)]),
    )
    return [{ clause: clause.id, wording: clause.wording, under, words, ...given(own) }]
  })
  const signed = versions.rows.flatMap(({ state: version }) => {
    const own = openSignatureOf(version, party)
    return own ? [{ number: version.record.number, hash: version.hash, ...given(own) }] : []
  })
  return { agreed, signed }
}

/** The leadership of every delegation, the credentials on file, and the open word of the asking seat's own party. */
export const leadershipView = async (context: Context, who: Asking): Promise<LeadershipView> => {
  const pool = context.poolOf(who.identity.role)
  const [{ process, rooms }, changes, credentials] = await Promise.all([
    context.houseOf(who.identity.role),
    pool.query<Row<Leadership>>(ofKind, ['leadership']),
    pool.query<Row<LeadershipView['credentials'][0]['state']>>(ofKind, ['credentials']),
  ])
  const party = seatOf(process, who.member.seat)?.party
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const own = changes.rows.find(({ object }) => object === who.member.seat)?.state
  const word = party && plenary ? await openWord(pool, plenary.id, party, own) : { agreed: [], signed: [] }
  return {
    leaderships: changes.rows.map(({ room, revision, state }) => ({ room, revision, state })),
    credentials: credentials.rows,
    ...word,
  }
}
