/** What is said about clauses of the common text in some rooms, clause by clause. */
import type { RoomView } from '#contract/rooms.ts'
import type { Room } from '#domain/parties/process.ts'
import { commonText } from '#domain/rooms/links.ts'
import type { Message } from '#domain/rooms/message.ts'

/** Words about a clause, and the answers to them in the same room. */
export interface Comment {
  readonly room: Room
  readonly object: string
  readonly message: Message
  readonly answers: readonly Message[]
}

/** Comments by the clause they are about. */
export type ByClause = ReadonlyMap<string, readonly Comment[]>

/** The comments of some rooms, by clause; what was taken back is left out. */
export const commentsOf = (views: readonly RoomView[]): ByClause => {
  const byClause = new Map<string, readonly Comment[]>()
  for (const { room, objects } of views) {
    const messages = objects.flatMap((each) =>
      each.kind === 'message' && each.state.withdrawnAt === undefined ? [each] : [],
    )
    for (const { object, state } of messages) {
      if (state.about?.object !== commonText || state.about.clause === undefined) continue
      const answers = messages.filter((each) => each.state.answers === object).map((each) => each.state)
      const comment = { room, object, message: state, answers }
      byClause.set(state.about.clause, [...(byClause.get(state.about.clause) ?? []), comment])
    }
  }
  return byClause
}
