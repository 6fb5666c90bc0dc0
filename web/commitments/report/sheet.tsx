/** The pieces of a periodic report on the screen. */
import type { PeriodicView } from '#contract/commitments-views.ts'
import { useSay } from '../../speech.tsx'

type Block = PeriodicView['sheets'][string][number]

const Lines = ({ words }: { readonly words: string }) =>
  words.split('\n').map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one cell do not move.
    <span key={i} className="sheet-line">
      {line}
    </span>
  ))

const Figures = ({ block, n }: { readonly block: Extract<Block, { kind: 'table' }>; readonly n: number }) => {
  const say = useSay()
  return (
    <section
      className="matrix-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
      tabIndex={0}
      aria-label={`${say('commitments.periodic.table')} ${n + 1}`}
    >
      <table className="figures">
        <thead>
          <tr>
            {block.head.map((head, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move.
              <th key={i} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(([first = '', ...rest], i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move.
            <tr key={i}>
              <th scope="row">
                <Lines words={first} />
              </th>
              {rest.map((words, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move.
                <td key={j}>
                  <Lines words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Piece = ({ block, n }: { readonly block: Block; readonly n: number }) => {
  if (block.kind === 'table') return <Figures block={block} n={n} />
  if (block.kind === 'box')
    return (
      <section className="card stack tight dissent-box">
        <h3>{block.title}</h3>
        {block.words.map((words) => (
          <p key={words} className="words">
            {words}
          </p>
        ))}
      </section>
    )
  if (block.kind === 'title') return <h2 className="serif">{block.words}</h2>
  if (block.kind === 'heading') return <h3>{block.words}</h3>
  return block.kind === 'note' ? (
    <p className="small quiet">{block.words}</p>
  ) : (
    <p className="words">{block.words}</p>
  )
}

/** A report in one language, from top to bottom. */
export const Sheet = ({
  blocks,
  language,
}: {
  readonly blocks: readonly Block[]
  readonly language: string
}) => (
  <article className="periodic stack" lang={language}>
    {blocks.map((block, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a report do not move.
      <Piece key={i} block={block} n={i} />
    ))}
  </article>
)
