/** The chain from worth to clause as far as the reader has each link: what was shown, suggested, put, accepted and adopted. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import { chainBefore } from '#domain/bargaining/chain.ts'
import { standingAt } from '#domain/bargaining/in-text.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { Moment } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { useClauses } from './use-clauses.ts'

type Ballot = BargainingView['ballots'][number]

interface Props {
  readonly ballot: Ballot
  readonly view: BargainingView
}

const Step = ({
  name,
  at,
  children,
}: {
  readonly name: string
  readonly at?: string | undefined
  readonly children: ReactNode
}) => (
  <li>
    <strong>{name}</strong>
    <span>{children}</span>
    {at && (
      <span className="quiet small">
        <Moment at={at} />
      </span>
    )}
  </li>
)

/** What stood on the agenda and would be closed by it: each clause by its number, with how it stands now. */
const Clauses = ({ ballot }: Pick<Props, 'ballot'>) => {
  const clauses = useClauses()
  const say = useSay()
  const { id } = useProcess()
  const { language } = usePreferences()
  const numbers = numbersOf({ clauses: [...clauses.values()] }, language)
  const places = ballot.state.chosen.flatMap(({ closes = [] }) => closes)
  const told = new Map(
    places.map((place) => [`${place.clause} ${standingAt(clauses, place)}`, place] as const),
  )
  if (places.length === 0)
    return <Step name={say('bargaining.chain.clause')}>{say('bargaining.chain.no-clause')}</Step>
  return [...told].map(([key, place]) => (
    <Step key={key} name={say('bargaining.chain.clause')}>
      <Link to="/t/$process/text" params={{ process: id }} search={{}} hash={`clause-${place.clause}`}>
        {say('bargaining.chain.clause-number', {
          number: (numbers.get(place.clause) ?? '').replace(/\.$/u, '') || '…',
        })}
      </Link>
      {': '}
      {say(`bargaining.chain.place.${standingAt(clauses, place)}`)}
    </Step>
  ))
}

const useSuggestions = ({ view, ballot }: Pick<Props, 'view' | 'ballot'>) => {
  const links = view.prepared.length > 0 ? view.prepared : view.received
  return chainBefore(ballot.state, {
    disclosures: view.disclosures,
    suggestions: links.map(({ object, state }) => ({ object, state })),
  })
}

/** The links in their order. Whoever does not have a link is not told that there is one. */
export const Chain = ({ ballot, view }: Props) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { disclosures, suggestions } = useSuggestions({ view, ballot })
  const answer = view.answers.find(({ object }) => object === ballot.object)
  return (
    <details className="chain">
      <summary>{say('bargaining.chain')}</summary>
      <ol>
        {view.worth && <Step name={say('bargaining.chain.worth')}>{say('bargaining.chain.worth.own')}</Step>}
        {disclosures.map(({ object, state }) => (
          <Step key={object} name={say('bargaining.chain.disclosure')} at={state.at}>
            {say('bargaining.chain.disclosure.by', { party: names.party(state.party) })}
          </Step>
        ))}
        {suggestions.map(({ object, state }) => (
          <Step key={object} name={say('bargaining.chain.suggestion')} at={state.at}>
            {'released' in state && state.released.length > 0
              ? say('bargaining.chain.suggestion.to', {
                  parties: listing(state.released.flatMap(({ to }) => to.map(names.party))),
                })
              : say('bargaining.chain.suggestion.was')}
          </Step>
        ))}
        <Step name={say('bargaining.chain.ballot')} at={ballot.state.closedAt ?? ballot.state.at}>
          {say(`bargaining.chain.ballot.${ballot.state.standing}`)}
          {answer &&
            ` ${say(answer.state.accept ? 'bargaining.chain.answer.yes' : 'bargaining.chain.answer.no')}`}
        </Step>
        {ballot.state.standing === 'accepted' && <Clauses ballot={ballot} />}
      </ol>
    </details>
  )
}
