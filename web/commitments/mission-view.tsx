/** The mission's own desk: recording, what was recorded, findings, sources. Nobody else can open it. */
import { useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { reliabilities } from '#domain/commitments/source.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { Pick } from '../elements/field.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { EvidenceOf } from './evidence/evidence-view.tsx'
import { FindingForm } from './finding-form.tsx'
import { ImportTable } from './import-table.tsx'
import { Records } from './register-view.tsx'
import { SightingForm } from './sighting-form.tsx'
import { useRoom } from './use-commitments.ts'

const parts = ['record', 'records', 'evidence', 'findings', 'sources'] as const

interface Writing {
  readonly alias: Written
  readonly words: Written
  readonly reliability: (typeof reliabilities)[number]
}

const SourceForm = ({ room }: { readonly room: string }) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(room)
  const { value, write, clear } = useForm<Writing>('source', { alias: {}, words: {}, reliability: 'F' })
  const alias = whole(value.alias, process.languages)
  const words = whole(value.words, process.languages)
  const send = async () => {
    if (!alias || !words) return
    const payload = { alias, words, reliability: value.reliability }
    if (await acting.act({ kind: 'source.enter', base: 0, payload })) clear()
  }
  return (
    <section className="card stack" aria-labelledby="source">
      <h3 id="source">{say('commitments.source.enter')}</h3>
      <p className="hint">{say('commitments.source.why')}</p>
      <BothFields
        label={say('commitments.source.alias')}
        value={value.alias}
        onChange={(each) => write({ alias: each })}
      />
      <BothFields
        long
        label={say('commitments.words')}
        value={value.words}
        onChange={(each) => write({ words: each })}
      />
      <Pick
        label={say('commitments.source.reliability')}
        value={value.reliability}
        onChange={(key) => write({ reliability: key as Writing['reliability'] })}
        among={reliabilities.map((key) => ({ key, name: say(`commitments.reliability.${key}`) }))}
      />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !alias || !words} onPress={() => void send()}>
          {say('commitments.source.enter')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}

/** The reader sits in a mission: `RoomLine` says that nobody else does. */
export const MissionView = ({ view }: { readonly view: CommitmentsView }) => {
  const say = useSay()
  const mission = useRoom('mission')
  const may = useMay(mission)
  const [part, show] = useState<(typeof parts)[number]>('record')
  if (!mission) return null
  return (
    <div className="stack">
      <RoomLine room={mission} />
      <nav className="switches" aria-label={say('commitments.mission')}>
        {parts.map((each) => (
          <Button key={each} look="choice" aria-pressed={each === part} onPress={() => show(each)}>
            {say(`commitments.mission.${each}`)}
          </Button>
        ))}
      </nav>
      {part === 'record' && may('observation.record') && (
        <>
          <SightingForm room={mission.id} view={view} />
          <ImportTable room={mission.id} />
        </>
      )}
      {part === 'records' && <Records room={mission.id} />}
      {part === 'evidence' && <EvidenceOf room={mission} view={view} />}
      {part === 'findings' && (
        <>
          <Records room={mission.id} kind="finding" />
          {may('finding.propose') && <FindingForm room={mission.id} view={view} />}
        </>
      )}
      {part === 'sources' && (
        <>
          <Records room={mission.id} kind="source" />
          {may('source.enter') && <SourceForm room={mission.id} />}
        </>
      )}
    </div>
  )
}
