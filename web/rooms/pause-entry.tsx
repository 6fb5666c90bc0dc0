/** A delegation's wish for a pause, in its own channel. */
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { Renderings } from '../elements/renderings.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { WhoReads } from '../elements/who-reads.tsx'
import { Moment } from '../moments.tsx'
import { useMay } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { Byline, SeenBy } from './entry-parts.tsx'
import { InterpreterTools } from './interpreter-tools.tsx'
import { useRoom } from './room-context.tsx'
import type { PauseObject } from './threads.ts'

export const PauseEntry = ({ entry }: { readonly entry: PauseObject }) => {
  const { view } = useRoom()
  const say = useSay()
  const may = useMay(view.room)
  const acting = useAct(view.room.id)
  const { state, object, revision } = entry
  const grant = async () =>
    (await acting.act({ kind: 'pause.grant', object, base: revision, payload: {} })) !== null
  return (
    <article className="entry" id={`object-${object}`}>
      <p className="entry-head">
        <Byline author={state.author} at={state.at} />
        <span className="nature">{say('pause')}</span>
      </p>
      <Renderings text={state} />
      <InterpreterTools entry={entry} />
      <p className="fate">
        {state.grantedAt ? (
          <>
            {say('pause.granted')} · <Moment at={state.grantedAt} />
          </>
        ) : (
          say('pause.waits')
        )}
      </p>
      <SeenBy author={state.author} first={entry.first} />
      <div className="line deeds no-print">
        {!state.grantedAt && may('pause.grant') && (
          <Confirm
            label={say('pause.grant')}
            look="main"
            title={say('pause.grant.title')}
            action={say('pause.grant')}
            confirm={grant}
            busy={acting.busy}
          >
            <p>{say('pause.grant.why')}</p>
            <Outcome trouble={acting.trouble} />
          </Confirm>
        )}
        <WhoReads room={view.room} about={say('pause')} />
      </div>
    </article>
  )
}
