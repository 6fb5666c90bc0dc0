/** What is negotiated: read by everybody at the table, set out by the mediator. */
import { useState } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import { Button } from '../../elements/button.tsx'
import { Empty } from '../../elements/page.tsx'
import { useMay, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { AgendaEditor } from './agenda-editor.tsx'
import { AgendaRead } from './agenda-read.tsx'

const wheres = ['plenary', 'office'] as const
type Where = (typeof wheres)[number]

/** The mediator reads the agenda, writes it for the table, or drafts it in the office. */
const AgendaSet = ({ view }: { readonly view: BargainingView }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const [where, setWhere] = useState<Where | undefined>(
    view.agenda ? undefined : view.draft ? 'office' : 'plenary',
  )
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const office = rooms.find(({ kind }) => kind === 'office')
  const room = where === 'office' ? office : plenary
  const ways = [undefined, ...wheres] as const
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around three buttons. */}
      <div className="switches no-print" role="group" aria-label={say('agenda.where')}>
        {ways.map((each) => (
          <button
            key={each ?? 'read'}
            type="button"
            className="button"
            data-look="choice"
            aria-pressed={where === each}
            onClick={() => setWhere(each)}
          >
            {say(`agenda.where.${each ?? 'read'}`)}
          </button>
        ))}
      </div>
      {where === undefined && <AgendaOrNone view={view} />}
      {where !== undefined && room && (
        <AgendaEditor
          key={room.id}
          room={room}
          saved={where === 'office' ? view.draft : view.agenda}
          other={(where === 'office' ? view.agenda : view.draft)?.state}
        />
      )}
    </div>
  )
}

const AgendaOrNone = ({ view }: { readonly view: BargainingView }) => {
  const say = useSay()
  return view.agenda && view.agenda.state.issues.length > 0 ? (
    <div className="stack">
      <AgendaRead agenda={view.agenda.state} />
      <div className="no-print">
        <Button onPress={() => window.print()}>{say('bargaining.print')}</Button>
      </div>
    </div>
  ) : (
    <Empty>{say('agenda.none')}</Empty>
  )
}

/** The agenda; whoever may set it out finds how to. */
export const AgendaPage = ({ view }: { readonly view: BargainingView }) => {
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ kind }) => kind === 'plenary'))
  return may('agenda.set') ? <AgendaSet view={view} /> : <AgendaOrNone view={view} />
}
