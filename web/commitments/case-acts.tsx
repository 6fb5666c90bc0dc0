/** What the reader can do in a case now. */
import { useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type BegunUpon, WordsAct } from '../words-act.tsx'
import { CommentAct } from './comment-act.tsx'
import { useRoom } from './use-commitments.ts'

type Brought = CommitmentsView['cases'][number]

const RemedyAct = ({ brought }: { readonly brought: Brought }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const acting = useAct(brought.room)
  const [bound, setBound] = useState(brought.state.against)
  const [due, setDue] = useState('')
  const { object, revision } = brought
  return (
    <WordsAct
      name={`remedy/${object}`}
      on={{ revision }}
      label={say('commitments.case.remedy')}
      acting={acting}
      ready={due !== ''}
      send={async (words, { base }) => {
        const payload = { id: crypto.randomUUID(), bound, due, words }
        return (await acting.act({ kind: 'case.remedy', object, base, payload })) !== null
      }}
    >
      <div className="columns">
        <Pick
          label={say('commitments.bound')}
          value={bound}
          onChange={setBound}
          among={process.parties.map(({ key }) => ({ key, name: names.party(key) }))}
        />
        <LineField type="date" label={say('commitments.due')} value={due} onChange={setDue} />
      </div>
    </WordsAct>
  )
}

const outcomes = ['remedied', 'no-breach', 'unresolved'] as const

const CloseAct = ({ brought, isOwn }: { readonly brought: Brought; readonly isOwn: boolean }) => {
  const say = useSay()
  const acting = useAct(brought.room)
  const { object, revision } = brought
  const [outcome, choose] = useState<(typeof outcomes)[number]>('remedied')
  const close =
    (chosen: (typeof outcomes)[number] | 'withdrawn') =>
    async (words: Readonly<Record<string, string>>, { base }: BegunUpon) =>
      (await acting.act({
        kind: 'case.close',
        object,
        base,
        payload: { outcome: chosen, words },
      })) !== null
  if (isOwn)
    return (
      <WordsAct
        name={`withdraw/${object}`}
        on={{ revision }}
        label={say('commitments.case.withdraw')}
        acting={acting}
        send={close('withdrawn')}
      />
    )
  return (
    <WordsAct
      name={`close/${object}`}
      on={{ revision }}
      label={say('commitments.case.close')}
      acting={acting}
      send={close(outcome)}
    >
      <Pick
        label={say('commitments.case.outcome')}
        value={outcome}
        onChange={(key) => choose(key as (typeof outcomes)[number])}
        among={outcomes.map((key) => ({ key, name: say(`commitments.case.outcome.${key}`) }))}
      />
    </WordsAct>
  )
}

/** Buttons and forms for what is open to the reader's seat. */
export const CaseActs = ({ brought }: { readonly brought: Brought }) => {
  const say = useSay()
  const names = useNames()
  const seat = useMySeat()
  const may = useMay(useRoom('plenary'))
  const acting = useAct(brought.room)
  const { object, revision, state } = brought
  const party = seat.party
  const said =
    (kind: 'case.reply' | 'case.dissent', base: number | null) =>
    async (words: Readonly<Record<string, string>>) =>
      (await acting.act({ kind, object, base, payload: { words } })) !== null
  const isOwn = state.by.seat === seat.key
  const mandated = state.mandates.some((each) => each.party === party)
  return (
    <div className="line">
      {!state.closed && (
        <>
          {may('case.reply') && party === state.against && !state.reply && (
            <WordsAct
              name={`reply/${object}`}
              label={say('commitments.case.reply')}
              acting={acting}
              send={said('case.reply', revision)}
            />
          )}
          {may('case.mandate') && !mandated && (
            <Button
              isDisabled={acting.busy}
              onPress={() => void acting.act({ kind: 'case.mandate', object, base: null, payload: {} })}
            >
              {say('commitments.case.mandate')}
            </Button>
          )}
          {may('case.remedy') && <RemedyAct brought={brought} />}
          {may('case.accept') &&
            state.remedies
              .filter(({ accepted }) => party !== undefined && !accepted.some((each) => each.party === party))
              .map(({ id, words }) => (
                <Button
                  key={id}
                  isDisabled={acting.busy}
                  onPress={() =>
                    void acting.act({ kind: 'case.accept', object, base: null, payload: { remedy: id } })
                  }
                >
                  {say('commitments.case.accept')}
                  <span className="unseen"> {names.of(words)}</span>
                </Button>
              ))}
          {may('case.close') && (isOwn || seat.kind === 'mediator') && (
            <CloseAct brought={brought} isOwn={isOwn} />
          )}
        </>
      )}
      {may('case.dissent') && (
        <WordsAct
          name={`dissent/${object}`}
          label={say('commitments.dissent')}
          acting={acting}
          send={said('case.dissent', null)}
        />
      )}
      <CommentAct object={object} />
      <Outcome trouble={acting.trouble} />
    </div>
  )
}
