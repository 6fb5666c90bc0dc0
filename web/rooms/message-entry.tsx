/** One message of a room. */
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { Renderings } from '../elements/renderings.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { WhoReads } from '../elements/who-reads.tsx'
import { useMay, useMySeat } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { About, Byline, Fate, SeenBy, UseLabel } from './entry-parts.tsx'
import { InterpreterTools } from './interpreter-tools.tsx'
import { OfferedWords } from './offered-words.tsx'
import { useRoom } from './room-context.tsx'
import type { MessageObject } from './threads.ts'

const Deeds = ({ entry }: { readonly entry: MessageObject }) => {
  const { view, reply } = useRoom()
  const say = useSay()
  const may = useMay(view.room)
  const own = useMySeat().key === entry.state.author.seat
  const acting = useAct(view.room.id)
  const { state, object, revision } = entry
  const withdraw = async () =>
    (await acting.act({ kind: 'message.withdraw', object, base: revision, payload: {} })) !== null
  return (
    <>
      <div className="line deeds no-print">
        {reply && may('message.send') && !state.withdrawnAt && state.nature === 'question' && !own && (
          <Button onPress={() => reply({ answers: object })}>{say('answer')}</Button>
        )}
        {reply && may('message.send') && !state.withdrawnAt && !own && (
          <Button look="text" onPress={() => reply({ about: { object } })}>
            {say('ask-about')}
          </Button>
        )}
        {own && may('message.withdraw') && !state.withdrawnAt && state.carried.length === 0 && (
          <Confirm
            label={say('withdraw')}
            look="text"
            title={say('withdraw.title')}
            action={say('withdraw')}
            confirm={withdraw}
            busy={acting.busy}
          >
            <p>{say('withdraw.why')}</p>
            <Outcome trouble={acting.trouble} />
          </Confirm>
        )}
        <WhoReads room={view.room} about={say('about.message')} />
      </div>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

export const MessageEntry = ({ entry }: { readonly entry: MessageObject }) => {
  const say = useSay()
  const { state } = entry
  return (
    <article className="entry" id={`object-${entry.object}`} data-withdrawn={state.withdrawnAt !== undefined}>
      <p className="entry-head">
        <Byline author={state.author} at={state.at} voice={state.voice} />
        {state.nature !== 'statement' && <span className="nature">{say(`nature.${state.nature}`)}</span>}
        <UseLabel kept={state} />
      </p>
      <About about={state.about} />
      <Renderings text={state} />
      <InterpreterTools entry={entry} />
      <OfferedWords entry={entry} />
      <Fate kept={state} />
      <SeenBy author={state.author} first={entry.first} />
      <Deeds entry={entry} />
    </article>
  )
}
