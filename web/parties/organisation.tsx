/** Who reports to whom in a delegation: a picture of the tree, and the same in words. */
import { organisationOf, type Post } from '#domain/parties/organisation.ts'
import type { Seat } from '#domain/parties/process.ts'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { layTree, type Placed } from './tree.ts'

const box = { width: 186, height: 44, across: 222, down: 54 } as const
const longest = 27

/** A name as it fits in its box; the whole name is in the words below. */
const cut = (words: string): string => {
  const characters = [...words]
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : words
}

const cornerOf = ({ column, row }: { readonly column: number; readonly row: number }) => ({
  x: column * box.across + 1,
  y: row * box.down + 1,
})

const Line = ({ placed }: { readonly placed: Placed }) => {
  if (!placed.above) return null
  const from = cornerOf(placed.above)
  const to = cornerOf(placed)
  const middle = box.height / 2
  const bend = to.x - (box.across - box.width) / 2
  return (
    <path
      className="tree-line"
      d={`M${from.x + box.width} ${from.y + middle} H${bend} V${to.y + middle} H${to.x}`}
    />
  )
}

const Picture = ({ posts, label }: { readonly posts: readonly Post[]; readonly label: string }) => {
  const names = useNames()
  const { columns, rows, placed } = layTree(posts)
  const width = (columns - 1) * box.across + box.width + 2
  const height = (rows - 1) * box.down + box.height + 2
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls by itself must be reached with the keyboard.
    <section className="tree" aria-label={label} tabIndex={0}>
      <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {placed.map((each) => (
          <Line key={each.member.id} placed={each} />
        ))}
        {placed.map((each) => {
          const { x, y } = cornerOf(each)
          return (
            <g key={each.member.id}>
              <rect className="tree-box" x={x} y={y} width={box.width} height={box.height} rx={6} />
              <text className="tree-name" x={x + 10} y={y + 18}>
                {cut(names.of(each.member.name))}
              </text>
              <text className="tree-function" x={x + 10} y={y + 34}>
                {cut(names.function(each.member))}
              </text>
            </g>
          )
        })}
      </svg>
    </section>
  )
}

const InWords = ({ posts }: { readonly posts: readonly Post[] }) => {
  const names = useNames()
  return (
    <ul>
      {posts.map(({ member, under }) => (
        <li key={member.id}>
          {names.of(member.name)}, {names.function(member)}
          {under.length > 0 && <InWords posts={under} />}
        </li>
      ))}
    </ul>
  )
}

/** Of the cards that the reader sees; a delegation's own reader sees it whole. */
export const Organisation = ({ seat }: { readonly seat: Seat }) => {
  const { members, at } = useProcess()
  const say = useSay()
  const names = useNames()
  const posts = organisationOf(
    members.map(({ member }) => member),
    seat.key,
    at,
  )
  const isTree = posts.some(({ under }) => under.length > 0)
  if (!isTree) return null
  return (
    <details className="organisation">
      <summary>
        {say('organisation')}
        <span className="unseen"> {names.of(seat.name)}</span>
      </summary>
      <Picture posts={posts} label={say('organisation.picture', { seat: names.of(seat.name) })} />
      <div className="small">
        <InWords posts={posts} />
      </div>
    </details>
  )
}
