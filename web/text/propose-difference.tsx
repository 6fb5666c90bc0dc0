/** One difference between the private draft and the common text, sent to the mediator as a proposal. */
import { useQuery } from '@tanstack/react-query'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import type { Changed } from './changes.ts'
import { proposalFromDraft, proposalOfNew } from './from-draft.ts'
import { useHead, useText } from './text-context.tsx'

/** The proposal that a difference makes on the common text as it is now; null where there is none to be made. */
const useProposal = (change: Changed) => {
  const { id, rooms } = useProcess()
  const seat = useMySeat()
  const { view } = useHead()
  const common = rooms.find(({ kind }) => kind === 'plenary')
  const { data } = useQuery({ ...textQuery(id, common?.id ?? ''), enabled: common !== undefined })
  const draft = view.clauses.find((each) => each.id === change.after)
  if (!data || !draft || change.what === 'same') return null
  const there = data.clauses.find((each) => each.id === (change.before ?? change.after))
  return there ? proposalFromDraft(there, draft, seat.party ?? '') : proposalOfNew(draft, data.clauses)
}

export const ProposeDifference = ({ change }: { readonly change: Changed }) => {
  const say = useSay()
  const { channel, room } = useText()
  const may = useMay(channel)
  const acting = useAct(channel?.id ?? room.id)
  const proposal = useProposal(change)
  if (!channel || !may('proposal.make') || change.what === 'same') return null
  if (!proposal) return <p className="hint">{say('text.draft.by-hand')}</p>
  return (
    <div className="line">
      {acting.last === null && (
        <Button
          look="main"
          isDisabled={acting.busy}
          onPress={() => void acting.act({ kind: 'proposal.make', base: 0, payload: proposal })}
        >
          {say('text.draft.propose')}
        </Button>
      )}
      <Outcome trouble={acting.trouble} done={acting.last ? say('text.draft.proposed') : null} />
    </div>
  )
}
