/** Where the posts of a tree stand in its picture: the head at the left, whoever reports to them one column further. */
import type { Member } from '#domain/parties/member.ts'
import type { Post } from '#domain/parties/organisation.ts'

/** A post in the picture: its column, and its row as a number that may lie between two rows. */
export interface Placed {
  readonly member: Member
  readonly column: number
  readonly row: number
  /** The place of the one they report to. */
  readonly above: { readonly column: number; readonly row: number } | null
}

/** The picture of a tree: how many columns and rows it takes, and who stands where. */
export interface Tree {
  readonly columns: number
  readonly rows: number
  readonly placed: readonly Placed[]
}

/** Whoever has nobody under them takes a row; whoever has stands in the middle of theirs. No two stand in one place. */
export const layTree = (posts: readonly Post[]): Tree => {
  const placed: Placed[] = []
  let rows = 0
  let columns = 0
  const lay = (post: Post, column: number): number => {
    columns = Math.max(columns, column + 1)
    const under = post.under.map((each) => ({ each, row: lay(each, column + 1) }))
    const row = under.length === 0 ? rows++ : ((under[0]?.row ?? 0) + (under.at(-1)?.row ?? 0)) / 2
    placed.push({ member: post.member, column, row, above: null })
    for (const { each } of under) {
      const at = placed.findIndex(({ member }) => member.id === each.member.id)
      const found = placed[at]
      if (found) placed[at] = { ...found, above: { column, row } }
    }
    return row
  }
  for (const post of posts) lay(post, 0)
  return { columns, rows, placed }
}
