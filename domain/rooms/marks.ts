/** Marks: how far a member has received and read a room. They are shown inside that room and nowhere else. */

/** Positions in the log of the room: everything before them was delivered to, or read by, this member. */
export interface Marks {
  readonly seat: string
  readonly delivered: number
  readonly read: number
}

/** Moves the marks forward; they never go back. */
export const moveMarks = (
  before: Marks | undefined,
  seen: { readonly delivered?: number | undefined; readonly read?: number | undefined },
  seat: string,
): Marks => {
  const read = Math.max(before?.read ?? 0, seen.read ?? 0)
  return { seat, read, delivered: Math.max(before?.delivered ?? 0, seen.delivered ?? 0, read) }
}
