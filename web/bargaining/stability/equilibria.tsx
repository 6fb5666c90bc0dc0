/** Where the conflict may rest: for each notion, what it means, and the states in which everybody stays. */
import { type Notion, notions } from '#domain/bargaining/stability/notion.ts'
import type { StabilityFound } from '../../analysis/questions.ts'
import { useListing, useSay } from '../../speech.tsx'
import type { StateWords } from './use-state-words.ts'

const mostTold = 40

const States = ({ of, words }: { readonly of: readonly number[] | null; readonly words: StateWords }) => {
  const say = useSay()
  if (of === null) return <p className="quiet">{say('stability.no-sim')}</p>
  if (of.length === 0) return <p>{say('stability.none')}</p>
  return (
    <>
      <ul className="bullets" dir="auto">
        {of.slice(0, mostTold).map((state) => (
          <li key={state}>{words.state(state)}</li>
        ))}
      </ul>
      {of.length > mostTold && (
        <p className="quiet">{say('stability.more', { count: of.length - mostTold })}</p>
      )}
    </>
  )
}

const One = ({
  notion,
  found,
  words,
}: {
  readonly notion: Notion
  readonly found: StabilityFound
  readonly words: StateWords
}) => {
  const say = useSay()
  const together = found.together?.equilibria[notion]
  return (
    <li className="card stack tight">
      <h3>{say(`stability.notion.${notion}`)}</h3>
      <p className="small">{say(`stability.meaning-of.${notion}`)}</p>
      <States of={found.equilibria[notion]} words={words} />
      {found.together && (
        <>
          <h4>{say('stability.together')}</h4>
          <States of={together ?? null} words={words} />
        </>
      )}
    </li>
  )
}

export const Equilibria = ({
  found,
  words,
}: {
  readonly found: StabilityFound
  readonly words: StateWords
}) => {
  const say = useSay()
  const listing = useListing()
  return (
    <section className="stack" aria-labelledby="equilibria">
      <h2 id="equilibria">{say('stability.equilibria')}</h2>
      <p>{say('stability.under', { meaning: say(`stability.gmr.${found.meaning}`) })}</p>
      {found.together && (
        <p dir="auto">
          {say('stability.players', {
            players: listing(found.together.players.map((members) => members.map(words.decider).join(' + '))),
          })}
        </p>
      )}
      <ul className="solutions">
        {notions.map((notion) => (
          <One key={notion} notion={notion} found={found} words={words} />
        ))}
      </ul>
    </section>
  )
}
