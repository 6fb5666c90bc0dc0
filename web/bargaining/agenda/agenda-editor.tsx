/** Writing the agenda: in the plenary for everybody, in the office as a draft. */
import type { z } from 'zod'
import type { SetAgenda } from '#contract/bargaining-acts.ts'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Empty } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { useMay, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useForm } from '../../use-form.ts'
import { SaveLine } from '../save-line.tsx'
import { BasketFields } from './basket-fields.tsx'
import { ConstraintFields } from './constraint-fields.tsx'
import { IssueFields } from './issue-fields.tsx'
import { flawIn, newId } from './writing.ts'

const empty: Agenda = { baskets: [], issues: [], constraints: [] }

/** The editor of one room's agenda; `other` is the agenda of the other room, to begin from. */
export const AgendaEditor = ({
  room,
  saved,
  other,
}: {
  readonly room: Room
  readonly saved: { readonly revision: number; readonly state: Agenda } | null
  readonly other: Agenda | undefined
}) => {
  const say = useSay()
  const may = useMay(room)
  const acting = useAct(room.id)
  const { process } = useProcess()
  // One field, since its parts hold together: a basket of theirs would not fit the issues of mine.
  const draft = useForm(`agenda/${room.id}`, { agenda: saved?.state ?? empty }, saved ?? undefined)
  const { agenda } = draft.value
  const write = (next: Agenda) => draft.write({ agenda: next })
  const flaw = flawIn(agenda, process.languages)
  const isOffice = room.kind === 'office'
  const save = async () => {
    const payload = agenda as z.infer<typeof SetAgenda>
    if (await acting.act({ kind: 'agenda.set', object: 'agenda', base: draft.base, payload })) draft.clear()
  }
  return (
    <div className="stack">
      {isOffice && <RoomLine room={room} />}
      <p className="quiet">{say(isOffice ? 'agenda.office.how' : 'agenda.plenary.how')}</p>
      {other && (
        <div>
          <Button onPress={() => write(other)}>
            {say(isOffice ? 'agenda.from-plenary' : 'agenda.from-office')}
          </Button>
        </div>
      )}
      {agenda.issues.length === 0 && <Empty>{say('agenda.write-first')}</Empty>}
      <BasketFields agenda={agenda} write={write} />
      <section className="stack">
        <h2>{say('agenda.issues')}</h2>
        {agenda.issues.map((issue) => (
          <IssueFields key={issue.id} agenda={agenda} issue={issue} write={write} />
        ))}
        <div>
          <Button
            onPress={() =>
              write({
                ...agenda,
                issues: [
                  ...agenda.issues,
                  { id: newId(), name: {}, options: [newId(), newId()].map((id) => ({ id, name: {} })) },
                ],
              })
            }
          >
            {say('agenda.issue.add')}
          </Button>
        </div>
      </section>
      <ConstraintFields agenda={agenda} write={write} />
      {draft.isChanged && flaw && <p className="quiet small">{say(flaw)}</p>}
      <SaveLine
        draft={draft}
        acting={acting}
        save={save}
        label={say(isOffice ? 'agenda.keep' : 'agenda.set-out')}
        mayNot={may('agenda.set') ? undefined : say('agenda.may-not')}
        unready={flaw !== undefined}
      />
    </div>
  )
}
