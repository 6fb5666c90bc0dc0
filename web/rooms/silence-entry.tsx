/** A proposal under silence: adopted unless one of the named seats objects in time. */
import { useState } from 'react'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { WordsField } from '../elements/field.tsx'
import { Renderings } from '../elements/renderings.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { WhoReads } from '../elements/who-reads.tsx'
import { Moment } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'
import { useMay, useMySeat, useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { Byline } from './entry-parts.tsx'
import { InterpreterTools } from './interpreter-tools.tsx'
import { useRoom } from './room-context.tsx'
import { SilenceTime } from './silence-time.tsx'
import type { SilenceObject } from './threads.ts'

const Deeds = ({ entry }: { readonly entry: SilenceObject }) => {
  const { view } = useRoom()
  const say = useSay()
  const may = useMay(view.room)
  const seat = useMySeat()
  const { language } = usePreferences()
  const acting = useAct(view.room.id)
  const [reason, setReason] = useState('')
  const { object, revision, state } = entry
  const objectTo = async () =>
    (await acting.act({
      kind: 'silence.object',
      object,
      base: null,
      payload: reason.trim() === '' ? {} : { reason: reason.trim() },
    })) !== null
  const lift = async () =>
    (await acting.act({ kind: 'silence.lift', object, base: revision, payload: {} })) !== null
  const open = state.standing === 'open'
  return (
    <div className="line deeds no-print">
      {open && may('silence.object') && state.objectors.includes(seat.key) && (
        <Confirm
          label={say('silence.object')}
          title={say('silence.object.title')}
          action={say('silence.object')}
          confirm={objectTo}
          busy={acting.busy}
        >
          <p>{say('silence.object.why')}</p>
          <WordsField label={say('silence.reason')} value={reason} onChange={setReason} lang={language} />
          <Outcome trouble={acting.trouble} />
        </Confirm>
      )}
      {open && may('silence.lift') && (
        <Confirm
          label={say('silence.lift')}
          look="text"
          title={say('silence.lift.title')}
          action={say('silence.lift')}
          confirm={lift}
          busy={acting.busy}
        >
          <p>{say('silence.lift.why')}</p>
          <Outcome trouble={acting.trouble} />
        </Confirm>
      )}
      <WhoReads room={view.room} about={say('about.silence')} />
    </div>
  )
}

export const SilenceEntry = ({ entry }: { readonly entry: SilenceObject }) => {
  const { view } = useRoom()
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const { state, object } = entry
  return (
    <article className="entry silence" id={`object-${object}`} data-standing={state.standing}>
      <p className="entry-head">
        <Byline author={state.author} at={state.at} />
        <span className="nature">{say('silence')}</span>
      </p>
      <h3>{names.of(state.title)}</h3>
      <Renderings text={state} />
      <InterpreterTools entry={entry} />
      <div className="silence-state">
        <p>
          <strong>{say(`silence.${state.standing}`)}</strong>
          {state.closedAt && (
            <>
              {' '}
              · <Moment at={state.closedAt} />
            </>
          )}
        </p>
        {state.standing === 'open' && <SilenceTime due={view.due[object] ?? null} />}
        {state.objection && <p>{say('silence.objected', { who: names.actor(state.objection.by) })}</p>}
        {state.objection?.reason && (
          <p className="serif" dir="auto">
            {state.objection.reason}
          </p>
        )}
        <p className="quiet small">
          {say('silence.objectors', { seats: listing(state.objectors.map(names.sitter)) })}
        </p>
      </div>
      <Deeds entry={entry} />
    </article>
  )
}
