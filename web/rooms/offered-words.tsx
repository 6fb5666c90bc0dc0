/** A wording the mediator would carry, before the sender who asked to see it first. */
import { useState } from 'react'
import { useAct } from '../acts.ts'
import { Accept } from '../elements/accept.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { WordsField } from '../elements/field.tsx'
import { Renderings } from '../elements/renderings.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'
import { useMay, useMySeat } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useRoom } from './room-context.tsx'
import type { MessageObject } from './threads.ts'

const Answer = ({ entry }: { readonly entry: MessageObject }) => {
  const { view } = useRoom()
  const say = useSay()
  const { language } = usePreferences()
  const acting = useAct(view.room.id)
  const [remark, setRemark] = useState('')
  const { object, revision } = entry
  const offered = entry.state.offered?.at ?? ''
  const decline = async () =>
    (await acting.act({
      kind: 'message.decline',
      object,
      base: revision,
      payload: remark.trim() === '' ? {} : { remark: remark.trim() },
    })) !== null
  return (
    <>
      <div className="line no-print">
        <Accept
          wording={offered}
          label={say('offered.approve')}
          busy={acting.busy}
          accept={() => void acting.act({ kind: 'message.approve', object, base: revision, payload: {} })}
        />
        <Confirm
          wording={offered}
          label={say('offered.decline')}
          title={say('offered.decline.title')}
          action={say('offered.decline')}
          confirm={decline}
          busy={acting.busy}
        >
          <WordsField label={say('offered.remark')} value={remark} onChange={setRemark} lang={language} />
          <Outcome trouble={acting.trouble} />
        </Confirm>
      </div>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

/** The offered wording and what became of it; its sender can agree to it or decline it. */
export const OfferedWords = ({ entry }: { readonly entry: MessageObject }) => {
  const { view } = useRoom()
  const say = useSay()
  const may = useMay(view.room)
  const own = useMySeat().key === entry.state.author.seat
  const { offered } = entry.state
  if (!offered) return null
  return (
    <div className="panel offered">
      <p className="field-title">
        {say('offered')} · <Moment at={offered.at} />
      </p>
      <Renderings text={{ ...offered, translations: [] }} />
      {offered.standing !== 'offered' && <p>{say(`offered.${offered.standing}`)}</p>}
      {offered.remark && (
        <p className="serif" dir="auto">
          {offered.remark}
        </p>
      )}
      {offered.standing === 'offered' &&
        (own && may('message.approve') && !entry.state.withdrawnAt ? (
          <Answer entry={entry} />
        ) : (
          <p className="quiet">{say('offered.waits')}</p>
        ))}
    </div>
  )
}
