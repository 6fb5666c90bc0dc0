/** Every state: what is taken, how each decider ranks it, where each can move, and under which notions all stay. */
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import { notions } from '#domain/bargaining/stability/notion.ts'
import type { StabilityFound } from '../../analysis/questions.ts'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { FiguresTable } from '../mediator/figures-table.tsx'
import type { StateWords } from './use-state-words.ts'

interface Props {
  readonly conflict: Conflict
  readonly found: StabilityFound
  readonly words: StateWords
}

const Head = ({ conflict, words }: Omit<Props, 'found'>) => {
  const say = useSay()
  const names = useNames()
  return (
    <thead>
      <tr>
        <th scope="col">{say('stability.column.state')}</th>
        {conflict.form === 'options' &&
          conflict.options.map(({ key, name }) => (
            <th key={key} scope="col" dir="auto">
              {names.of(name)}
            </th>
          ))}
        {conflict.deciders.map(({ key }, d) => (
          <th key={key} scope="col" className="number" dir="auto">
            {say('stability.column.rank', { decider: words.decider(d) })}
          </th>
        ))}
        {conflict.deciders.map(({ key }, d) => (
          <th key={key} scope="col" dir="auto">
            {say('stability.column.moves', { decider: words.decider(d) })}
          </th>
        ))}
        <th scope="col">{say('stability.column.stay')}</th>
      </tr>
    </thead>
  )
}

const Row = ({ conflict, found, words, state }: Props & { readonly state: number }) => {
  const say = useSay()
  const { taken = [], ranks = [], moves = [] } = found.states[state] ?? {}
  const stays = notions.filter((notion) => found.equilibria[notion]?.includes(state))
  return (
    <tr data-looked={stays.length > 0}>
      <th scope="row" dir="auto">
        {conflict.form === 'graph' ? words.state(state) : state + 1}
      </th>
      {conflict.form === 'options' &&
        conflict.options.map(({ key }, bit) => (
          <td key={key}>{say(taken.includes(bit) ? 'bargaining.mediator.yes' : 'stability.not-taken')}</td>
        ))}
      {ranks.map((rank, d) => (
        <td key={conflict.deciders[d]?.key} className="number">
          {rank}
        </td>
      ))}
      {moves.map((to, d) => (
        <td key={conflict.deciders[d]?.key}>{to.map((each) => each + 1).join(', ') || '—'}</td>
      ))}
      <td>{stays.map((notion) => say(`stability.notion.${notion}`)).join(', ')}</td>
    </tr>
  )
}

export const StatesTable = (props: Props) => {
  const say = useSay()
  const { found } = props
  return (
    <section className="stack" aria-labelledby="states">
      <h2 id="states">{say('stability.states', { count: found.count })}</h2>
      <p className="hint">{say('stability.states.why')}</p>
      {found.states.length < found.count && (
        <p className="hint">{say('stability.states.first', { count: found.states.length })}</p>
      )}
      <FiguresTable label={say('stability.states', { count: found.count })}>
        <Head {...props} />
        <tbody>
          {found.states.map((_, state) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a state is its place.
            <Row key={state} {...props} state={state} />
          ))}
        </tbody>
      </FiguresTable>
    </section>
  )
}
