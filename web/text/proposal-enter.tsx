/** What the mediator does with a proposal: enters it, also where its words have come to stand since; returns it; takes it out. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Clause } from '#domain/text/clause.ts'
import type { Proposal, Target } from '#domain/text/proposal.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { WordsField } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useProcess } from '../process.tsx'
import { clauseHistoryQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { stepsOf } from './history.tsx'
import type { Waiting } from './proposal-line.tsx'
import { type Draft, targetAnew } from './rewriting.ts'
import { useHead, useText } from './text-context.tsx'
import { ThreeWay } from './three-way.tsx'

const draftOf = (seen: Clause, { passage }: Proposal, target: Extract<Target, { on: 'words' }>): Draft => ({
  seen,
  within: target.within ?? null,
  rewrites: Object.fromEntries(
    Object.entries(target.ranges).map(([language, range]) => [
      language,
      range && passage[language]
        ? {
            range,
            wished: passage[language].map((piece) => (typeof piece === 'string' ? piece : '')).join(''),
          }
        : null,
    ]),
  ),
})

/** The clause a proposal was made on, as its author saw it; only asked for when it has changed since. */
const useStale = ({ state }: Waiting) => {
  const { id } = useProcess()
  const { room } = useText()
  const { view } = useHead()
  const { target } = state
  const now = view.clauses.find((each) => target.on !== 'place' && each.id === target.clause)
  const isStale = target.on === 'words' && now !== undefined && now.wording !== target.wording
  const history = useQuery({ ...clauseHistoryQuery(id, room.id, now?.id ?? ''), enabled: isStale })
  if (!isStale || !history.data) return null
  const seen = stepsOf(history.data).find(({ after }) => after.wording === target.wording)?.after
  return seen ? { target, seen, now, placed: targetAnew(seen, now, target) } : null
}

const Return = ({ proposal: { room, object, revision } }: { readonly proposal: Waiting }) => {
  const say = useSay()
  const { me, process } = useProcess()
  const acting = useAct(room)
  const [words, setWords] = useState('')
  const language = process.languages.includes(me.language) ? me.language : (process.languages[0] ?? 'en')
  const remark =
    words.trim() === '' ? {} : { remark: { original: language, words: { [language]: words.trim() } } }
  return (
    <Confirm
      label={say('text.proposal.return')}
      title={say('text.proposal.return.title')}
      action={say('text.proposal.return')}
      busy={acting.busy}
      confirm={async () =>
        (await acting.act({ kind: 'proposal.return', object, base: revision, payload: remark })) !== null
      }
    >
      <WordsField
        label={say('text.proposal.return.words')}
        lang={language}
        value={words}
        onChange={setWords}
      />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const TakeOut = ({ proposal: { room, object, revision, state } }: { readonly proposal: Waiting }) => {
  const say = useSay()
  const acting = useAct(room)
  const payload = { clause: state.entered?.clause ?? '' }
  return (
    <>
      <Button
        isDisabled={acting.busy}
        onPress={() => void acting.act({ kind: 'proposal.take-out', object, base: revision, payload })}
      >
        {say('text.proposal.take-out')}
      </Button>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const Enter = ({ proposal }: { readonly proposal: Waiting }) => {
  const say = useSay()
  const { room, object, revision, state } = proposal
  const acting = useAct(room)
  const stale = useStale(proposal)
  const enter = (target: Target) =>
    void acting.act({ kind: 'proposal.enter', object, base: revision, payload: { target } })
  const placed = stale?.placed
  return (
    <>
      {stale ? (
        <ThreeWay
          draft={draftOf(stale.seen, state, stale.target)}
          clause={stale.now}
          anew={placed ? () => enter(placed) : undefined}
        />
      ) : (
        <Button look="main" isDisabled={acting.busy} onPress={() => enter(state.target)}>
          {say('text.proposal.enter')}
        </Button>
      )}
      <Return proposal={proposal} />
      <Outcome trouble={acting.trouble} />
    </>
  )
}

export const EnterProposal = ({ proposal }: { readonly proposal: Waiting }) => {
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === proposal.room))
  const { state } = proposal
  if (!may('proposal.enter')) return null
  if (state.standing === 'withdrawn' && state.entered) return <TakeOut proposal={proposal} />
  return state.standing === 'made' ? <Enter proposal={proposal} /> : null
}
