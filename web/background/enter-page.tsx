/** The pages of the form: for a new event, and for other words of one that is there. */
import { useNavigate } from '@tanstack/react-router'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Changing, EventForm } from './event-form.tsx'
import { useEvent } from './use-background.ts'

const Page = ({ changing }: { readonly changing?: Changing }) => {
  const say = useSay()
  const { id } = useProcess()
  const navigate = useNavigate()
  const done = (room: string, object: string) =>
    void navigate({ to: '/t/$process/background/$room/$object', params: { process: id, room, object } })
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say(changing ? 'background.change' : 'background.enter')}</PageTitle>
      </div>
      <EventForm done={done} {...(changing ? { changing } : {})} />
    </div>
  )
}

export const EnterPage = () => <Page />

export const ChangeEventPage = ({ room, object }: { readonly room: string; readonly object: string }) => (
  <Shown query={useEvent(room, object)}>
    {({ state, revision }) => <Page changing={{ room, object, revision, event: state }} />}
  </Shown>
)
