/** What the reader can do with a record: confirm, dissent, release, take back, answer, conclude. */
import { useState } from 'react'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import { isSamePerson } from '#domain/parties/person.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type BegunUpon, WordsAct } from '../words-act.tsx'
import { EvidenceActs } from './evidence/evidence-acts.tsx'
import { ReleaseFinding } from './release-finding.tsx'
import { ReleaseSighting } from './release-sighting.tsx'

type Of<K extends CommitmentRecord['kind']> = Extract<CommitmentRecord, { kind: K }>

const FindingActs = ({ record }: { readonly record: Of<'finding'> }) => {
  const say = useSay()
  const names = useNames()
  const { rooms, me } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === record.room))
  const acting = useAct(record.room)
  const { object, revision, state } = record
  if (!('by' in state) || state.withdrawnAt) return null
  const coder = names.memberCard(state.by.member)
  const isOwn = coder !== undefined && isSamePerson(me, coder)
  const isOut = state.released.length > 0
  return (
    <>
      {may('finding.confirm') && !state.confirmed && (
        <Button
          look="main"
          isDisabled={acting.busy || isOwn}
          onPress={() => void acting.act({ kind: 'finding.confirm', object, base: revision, payload: {} })}
        >
          {say('commitments.confirm')}
        </Button>
      )}
      {may('finding.confirm') && !state.confirmed && isOwn && (
        <span className="small quiet">{say('commitments.own-work')}</span>
      )}
      {may('finding.dissent') && !isOwn && !isOut && (
        <WordsAct
          name={`dissent/${object}`}
          label={say('commitments.dissent')}
          acting={acting}
          send={async (words) =>
            (await acting.act({ kind: 'finding.dissent', object, base: revision, payload: { words } })) !==
            null
          }
        />
      )}
      {may('finding.withdraw') && !isOut && (
        <Button
          isDisabled={acting.busy}
          onPress={() => void acting.act({ kind: 'finding.withdraw', object, base: revision, payload: {} })}
        >
          {say('commitments.withdraw')}
        </Button>
      )}
      {may('finding.release') && state.confirmed && <ReleaseFinding record={record} />}
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const results = ['confirmed', 'discrepancy', 'inconclusive', 'denied'] as const

const Conclude = ({ record }: { readonly record: Of<'inspection'> }) => {
  const say = useSay()
  const acting = useAct(record.room)
  const { at } = useProcess()
  const [result, choose] = useState<(typeof results)[number]>('confirmed')
  const [day, setDay] = useState(at.slice(0, 10))
  const { object, revision, state } = record
  return (
    <WordsAct
      name={`conclude/${object}`}
      on={{ revision }}
      label={say('commitments.inspection.conclude')}
      acting={acting}
      send={async (words, { base }) => {
        const from = `${day}T00:00:00.000Z`
        const end = `${day}T23:59:00.000Z`
        const when = { from, to: end < at ? end : at }
        const payload = { result, when, words, stipulations: state.stipulations }
        return (await acting.act({ kind: 'inspection.conclude', object, base, payload })) !== null
      }}
    >
      <div className="columns">
        <Pick
          label={say('commitments.inspection.result')}
          value={result}
          onChange={(key) => choose(key as (typeof results)[number])}
          among={results.map((key) => ({ key, name: say(`commitments.inspection.result.${key}`) }))}
        />
        <LineField type="date" label={say('commitments.on-day')} value={day} onChange={setDay} />
      </div>
    </WordsAct>
  )
}

const InspectionActs = ({ record }: { readonly record: Of<'inspection'> }) => {
  const say = useSay()
  const seat = useMySeat()
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === record.room))
  const acting = useAct(record.room)
  const { object, revision, state } = record
  const reply =
    (accept: boolean) =>
    async (words: Readonly<Record<string, string>>, { base }: BegunUpon) =>
      (await acting.act({ kind: 'inspection.reply', object, base, payload: { accept, words } })) !== null
  return (
    <>
      {may('inspection.reply') && seat.party === state.of && !state.reply && !state.concluded && (
        <>
          <WordsAct
            name={`accept/${object}`}
            on={{ revision }}
            label={say('commitments.inspection.accept')}
            acting={acting}
            send={reply(true)}
          />
          <WordsAct
            name={`decline/${object}`}
            on={{ revision }}
            label={say('commitments.inspection.decline')}
            acting={acting}
            send={reply(false)}
          />
        </>
      )}
      {may('inspection.conclude') && !state.concluded && <Conclude record={record} />}
    </>
  )
}

const SightingActs = ({ record }: { readonly record: Of<'observation'> | Of<'denial'> | Of<'incident'> }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === record.room))
  const acting = useAct(record.room)
  const { object, revision, state, kind } = record
  if (!('released' in state) || state.withdrawnAt) return null
  return (
    <>
      {may(`${kind}.release`) && <ReleaseSighting record={record} />}
      {may(`${kind}.withdraw`) && (
        <Button
          isDisabled={acting.busy}
          onPress={() => void acting.act({ kind: `${kind}.withdraw`, object, base: revision, payload: {} })}
        >
          {say('commitments.take-back')}
        </Button>
      )}
      <Outcome trouble={acting.trouble} />
    </>
  )
}

/** Nothing for a record with which the reader can do nothing. */
export const RecordActs = ({ record }: { readonly record: CommitmentRecord }) => {
  if (record.kind === 'finding') return <FindingActs record={record} />
  if (record.kind === 'evidence') return <EvidenceActs record={record} />
  if (record.kind === 'inspection') return <InspectionActs record={record} />
  if (record.kind === 'observation' || record.kind === 'denial' || record.kind === 'incident')
    return <SightingActs record={record} />
  return null
}
