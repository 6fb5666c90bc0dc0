/** The list, one obligation and the register as their readers get them, beside the same rows asked for in plain SQL. */
import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import { quantile } from '../testing/figures.ts'
import type { Site } from '../testing/server.ts'
import type { Hand } from '../text/talks.ts'

const rounds = 120
const warming = 10

/** One page: how it is asked for over HTTP, and which statements fetch the same rows by hand. */
interface Page {
  readonly what: string
  readonly who: 'party' | 'mission'
  readonly path: (n: number) => string
  readonly plain: (owner: pg.Client, n: number) => Promise<unknown>
}

/** What was seen of a page; times in milliseconds. */
export interface Seen {
  readonly what: string
  readonly p50: number
  readonly p95: number
  readonly plain95: number
  readonly bytes: number
}

const list = `
  select object_id, revision, state - 'by' from parley.objects
  where room_id = any($1::uuid[]) and kind in ('stipulation', 'force', 'case', 'monitoring-report') order by first`
const bare = `
  select object_id, state ->> 'parent', state ->> 'order', state ->> 'kind', state ->> 'wording'
  from parley.objects where room_id = $1 and kind = 'clause'`
const one = `select state from parley.objects where room_id = $1 and kind = 'stipulation' and object_id = $2`
const words = `
  select c.state -> 'passage' from parley.objects s
  join parley.objects c on c.room_id = s.room_id and c.kind = 'clause' and c.object_id = s.state #>> '{quote,clause}'
  where s.room_id = $1 and s.kind = 'stipulation' and s.object_id = $2`
const bearing = `
  select o.room_id, o.kind, o.object_id, o.state from parley.bearings b
  join parley.objects o using (room_id, kind, object_id)
  where b.room_id = any($1::uuid[]) and b.about = $2 order by o.state ->> 'at' desc limit 200`
const counted = 'select count(*) from parley.bearings where room_id = any($1::uuid[]) and about = $2'
const page = `
  select object_id, state from parley.objects where room_id = $1 and kind = 'observation' order by first desc limit 50`

/** Where the reader sits and what there is to read. */
export interface Shelf {
  readonly site: Site
  readonly party: Hand
  readonly mission: Hand
  readonly stipulations: readonly string[]
}

const roomsOf = ({ rooms }: Site, who: Page['who']): readonly string[] =>
  (who === 'party' ? ['plenary', 'gallery', 'a-caucus', 'a-channel'] : ['plenary', 'mission']).map(
    (key) => rooms[key] ?? '',
  )

const obligation = (shelf: Shelf, who: Page['who'], which: (n: number) => number, what: string): Page => {
  const { site, stipulations } = shelf
  const plenary = site.rooms.plenary ?? ''
  const about = (n: number): string => stipulations[which(n) % stipulations.length] ?? ''
  return {
    what,
    who,
    path: (n) => `rooms/${plenary}/stipulations/${about(n)}`,
    plain: async (owner, n) => {
      const rooms = roomsOf(site, who)
      await owner.query({ name: 'one', text: one, values: [plenary, about(n)] })
      await owner.query({ name: 'words', text: words, values: [plenary, about(n)] })
      await owner.query({ name: 'bare', text: bare, values: [plenary] })
      await owner.query({ name: 'bearing', text: bearing, values: [rooms, about(n)] })
      await owner.query({ name: 'counted', text: counted, values: [rooms, about(n)] })
    },
  }
}

const pagesOf = (shelf: Shelf): readonly Page[] => {
  const { site } = shelf
  const plenary = site.rooms.plenary ?? ''
  const mission = site.rooms.mission ?? ''
  const other = (n: number): number => 1 + n * 37
  return [
    {
      ...{ what: 'the list, read by a party', who: 'party' as const, path: () => 'commitments' },
      plain: async (owner) => {
        await owner.query({ name: 'list', text: list, values: [roomsOf(site, 'party')] })
        await owner.query({ name: 'bare', text: bare, values: [plenary] })
      },
    },
    obligation(shelf, 'party', other, 'an obligation, read by a party'),
    obligation(shelf, 'mission', other, 'an obligation, read by the mission'),
    obligation(shelf, 'mission', () => 0, 'the busiest one, read by the mission'),
    {
      ...{ what: "the mission's register, its newest page", who: 'mission' },
      path: () => `rooms/${mission}/records?kind=observation`,
      plain: (owner) => owner.query({ name: 'page', text: page, values: [mission] }),
    },
  ]
}

const timed = async (once: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await once()
  return performance.now() - begun
}

const see = async (shelf: Shelf, owner: pg.Client, { what, who, path, plain }: Page): Promise<Seen> => {
  const { site, [who]: hand } = shelf
  const [ours, theirs]: [number[], number[]] = [[], []]
  let bytes = 0
  for (let n = 0; n < warming + rounds; n += 1) {
    const took = await timed(async () => {
      const { status, body } = await hand.wire.ask('GET', `/api/processes/${site.process}/${path(n)}`)
      if (status !== 200) throw new Error(`${what} was not read: ${status} ${body.slice(0, 200)}`)
      bytes = Buffer.byteLength(body)
    })
    const by = await timed(() => plain(owner, n))
    if (n >= warming) {
      ours.push(took)
      theirs.push(by)
    }
  }
  return {
    what,
    bytes,
    p50: quantile(ours, 0.5),
    p95: quantile(ours, 0.95),
    plain95: quantile(theirs, 0.95),
  }
}

/** Reads every page turn and turn about with the plain statements. */
export const measureReading = async (shelf: Shelf, owner: pg.Client): Promise<readonly Seen[]> => {
  const seen: Seen[] = []
  for (const each of pagesOf(shelf)) seen.push(await see(shelf, owner, each))
  return seen
}
