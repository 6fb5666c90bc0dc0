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

/** One card, if this role can read it. */
export const readCard = async (pool: pg.Pool, member: string): Promise<Member | undefined> => {
  const { rows } = await pool.query<{ state: Member }>({
    name: 'card',
    text: `select o.state from parley.objects o join parley.rooms r using (room_id)
           where r.kind in ('plenary', 'caucus', 'gallery') and o.kind = 'member' and o.object_id = $1`,
    values: [member],
  })
  return rows[0]?.state
}
