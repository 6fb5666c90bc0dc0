/** Ballots: packages put to the sides apart; only that all have accepted is ever told, and what it closes in the text. */
import type { BargainingView } from '#contract/bargaining-views.ts'
import { Button } from '../../elements/button.tsx'
import { Empty } from '../../elements/page.tsx'
import { Moment } from '../../moments.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { Chain } from '../chain.tsx'
import { AdoptAll } from './adopt-all.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { PutBallot } from './put-ballot.tsx'
import { Said } from './said.tsx'

type One = BargainingView['ballots'][number]

const Standing = ({ of, due }: { readonly of: One['state']; readonly due: string | null | undefined }) => {
  const say = useSay()
  if (of.standing !== 'open')
    return (
      <p>
        <strong data-standing={of.standing}>{say(`bargaining.mediator.ballot.${of.standing}`)}</strong>
        {of.closedAt && (
          <>
            {' · '}
            <Moment at={of.closedAt} />
          </>
        )}
      </p>
    )
  return (
    <p>
      <strong>{say('bargaining.mediator.ballot.open')}</strong>{' '}
      {due ? (
        <>
          {say('bargaining.mediator.ballot.until')} <Moment at={due} />
        </>
      ) : (
        say('bargaining.mediator.ballot.stands-still')
      )}
    </p>
  )
}

const Ballot = ({ of }: { readonly of: One }) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { view } = useAtMediator()
  const { state } = of
  return (
    <li className="card stack tight ballot">
      <p className="small quiet">
        {say('bargaining.mediator.ballot.put-to', { parties: listing(state.to.map(names.party)) })} ·{' '}
        <Moment at={state.at} />
      </p>
      <Standing of={state} due={view.due[of.object]} />
      <Said of={state} />
      {state.standing === 'accepted' && <AdoptAll of={state} />}
      <Chain ballot={of} view={view} />
    </li>
  )
}

export const BallotsPage = () => {
  const say = useSay()
  const { rooms } = useProcess()
  const { view, preparing, chosen, prepare, current } = useAtMediator()
  const office = rooms.find(({ kind }) => kind === 'office')
  const all = view.ballots
    .filter(({ room }) => room === office?.id)
    .toSorted((a, b) => (a.state.at < b.state.at ? 1 : -1))
  return (
    <div className="stack wide-gap">
      {preparing ? (
        <PutBallot key={JSON.stringify(preparing)} move={preparing} />
      ) : (
        <div className="no-print">
          <Button
            isDisabled={chosen === null}
            onPress={() => chosen && prepare({ from: current, to: chosen })}
          >
            {say('bargaining.mediator.ballot.put-looked')}
          </Button>
          {chosen === null && <p className="hint">{say('bargaining.mediator.ballot.put-looked.none')}</p>}
        </div>
      )}
      <section className="stack" aria-labelledby="ballots">
        <h2 id="ballots">{say('bargaining.mediator.ballots')}</h2>
        {all.length === 0 ? (
          <Empty>{say('bargaining.mediator.ballots.none')}</Empty>
        ) : (
          <ol className="stack">
            {all.map((each) => (
              <Ballot key={each.object} of={each} />
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}
