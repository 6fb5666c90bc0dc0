/** Members as their own seat's role sees them: a card is looked up anew for every request that matters. */
import type pg from 'pg'
import { type Member, memberFunctions } from '#domain/parties/member.ts'
import type { Kept } from '#domain/record/rule.ts'

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

/** The card of one member of one seat, if this role can read it. Another seat's card with the same id is another's. */
export const readCard = async (
  pool: pg.Pool,
  seat: string,
  member: string,
): Promise<Kept<Member> | undefined> => {
  const { rows } = await pool.query<CardRow>({
    name: 'card',
    text: `select o.room_id as room, o.object_id as object, o.revision, o.state
           from parley.objects o join parley.rooms r using (room_id)
           where r.kind in ('plenary', 'caucus', 'gallery') and o.kind = 'member' and o.object_id = $2
             and o.state ->> 'seat' = $1
           order by r.kind = 'plenary' desc limit 1`,
    values: [seat, member],
  })
  return rows[0] && { ...rows[0], kind: 'member' }
}
