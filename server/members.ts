/** Members as their own seat's role sees them: a card is looked up anew for every request that matters. */
import type pg from 'pg'
import { type Member, memberFunctions } from '#domain/parties/member.ts'
import type { Kept } from '#domain/record/rule.ts'
import { gathered } from './database/sharing.ts'

interface CardRow {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly state: Member
}

/** The cards this role can read: heads first, as in a list of delegations, then in the order in which they were laid. */
export const readCards = async (pool: pg.Pool): Promise<readonly Kept<Member>[]> => {
  const { rows } = await pool.query<CardRow>(
    `select room_id as room, object_id as object, revision, state from parley.objects
     where kind = 'member' order by first`,
  )
  const rank = ({ state }: CardRow): number => memberFunctions.indexOf(state.function)
  return rows.sort((a, b) => rank(a) - rank(b)).map((row) => ({ ...row, kind: 'member' }))
}

// Each is looked up by itself, by key; a card in the plenary goes before one in another room.
const cardsOf = `
  select found.* from unnest($2::text[]) asked (member), lateral (
    select o.room_id as room, o.object_id as object, o.revision, o.state
    from parley.objects o join parley.rooms r using (room_id)
    where r.kind in ('plenary', 'caucus', 'gallery') and o.kind = 'member' and o.object_id = asked.member
      and o.state ->> 'seat' = $1
    order by r.kind = 'plenary' desc limit 1) found`

/**
 * The card of one member of one seat, if this role can read it. Another seat's card with the same id is another's.
 * Members of a seat who are looked up at the same time are looked up together.
 */
export const readCard = (pool: pg.Pool, seat: string, member: string): Promise<Kept<Member> | undefined> =>
  gathered(pool, `cards ${seat}`, member, async (members) => {
    const { rows } = await pool.query<CardRow>({ name: 'cards', text: cardsOf, values: [seat, members] })
    return new Map(rows.map((row) => [row.object, { ...row, kind: 'member' }]))
  })
