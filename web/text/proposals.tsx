/** Proposals on the common text that the reader may see: the mediator's from every channel, a side's own. */
import type { TextView } from '#contract/text-views.ts'
import { useSay } from '../speech.tsx'
import { ProposalLine } from './proposal-line.tsx'
import { useHead } from './text-context.tsx'
import { useRole } from './use-proposing.ts'

const isWaiting = ({ state }: TextView['proposals'][number]): boolean =>
  state.standing === 'made' || (state.standing === 'withdrawn' && state.entered !== undefined)

const List = ({ of }: { readonly of: TextView['proposals'] }) => (
  <ul>
    {of.map((proposal) => (
      <ProposalLine key={`${proposal.room}/${proposal.object}`} proposal={proposal} />
    ))}
  </ul>
)

/** Those that wait come first; what is settled can be opened. */
export const Proposals = () => {
  const say = useSay()
  const { view } = useHead()
  const role = useRole()
  const waiting = view.proposals.filter(isWaiting)
  const settled = view.proposals.filter((each) => !isWaiting(each))
  if (view.proposals.length === 0) return null
  return (
    <details className="proposals no-print" open={waiting.length > 0 && role === 'pen'}>
      <summary>
        <strong>{say('text.proposals')}</strong>{' '}
        <span className="quiet small">{say('text.proposals.waiting', { n: waiting.length })}</span>
      </summary>
      <List of={waiting} />
      {settled.length > 0 && (
        <details>
          <summary>{say('text.proposals.settled', { n: settled.length })}</summary>
          <List of={settled} />
        </details>
      )}
    </details>
  )
}
