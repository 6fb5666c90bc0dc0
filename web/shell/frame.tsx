/** The frame around every page of a process: the rail, the notice of an exercise, and the column of work. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect } from 'react'
import type { ProcessView } from '#contract/parties.ts'
import { Refused } from '../api.ts'
import { forgetDrafts } from '../drafts.ts'
import { Shown } from '../elements/shown.tsx'
import { useEvents } from '../events.ts'
import { usePlace } from '../moments.tsx'
import { PreferencesOf } from '../preferences.tsx'
import { ProcessProvider, useMySeat, useProcess } from '../process.tsx'
import { processQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { Rail } from './rail.tsx'
import { WaitingLine } from './waiting-line.tsx'

const Column = ({ children }: { readonly children: ReactNode }) => {
  const say = useSay()
  const place = usePlace()
  const { process } = useProcess()
  const seat = useMySeat()
  return (
    <div className="frame">
      <a className="skip" href="#work">
        {say('skip')}
      </a>
      <Rail />
      <main className="work" id="work" tabIndex={-1}>
        {process.exercise && <p className="exercise">{say('exercise.notice')}</p>}
        <WaitingLine />
        {children}
        <p className="page-foot">{say('foot.times', { place: place(seat.timeZone) })}</p>
      </main>
    </div>
  )
}

const Inside = ({ view, children }: { readonly view: ProcessView; readonly children: ReactNode }) => {
  const client = useQueryClient()
  // Whoever has left is told so by the next answer, and `Frame` then leads to the door.
  const ask = useCallback(
    () => void client.invalidateQueries({ queryKey: processQuery(view.id).queryKey }),
    [client, view.id],
  )
  useEvents(view.id, ask)
  return (
    <PreferencesOf key={view.me.id} person={view.me.id} wishes={[view.me.language, ...navigator.languages]}>
      <ProcessProvider value={view}>
        <Column>{children}</Column>
      </ProcessProvider>
    </PreferencesOf>
  )
}

/** Opens a process for whoever is signed in; whoever is not goes to the door. */
export const Frame = ({ process, children }: { readonly process: string; readonly children: ReactNode }) => {
  const query = useQuery(processQuery(process))
  const client = useQueryClient()
  const navigate = useNavigate()
  const say = useSay()
  const leave = useCallback(() => {
    forgetDrafts()
    client.removeQueries({ queryKey: ['door'] })
    // Only then: a page that is still open would ask again for what it may no longer read.
    void navigate({ to: '/' }).then(() => client.removeQueries({ queryKey: ['process'] }))
  }, [client, navigate])
  const shut = query.error instanceof Refused && query.error.status === 401
  useEffect(() => {
    if (shut) leave()
  }, [shut, leave])
  if (query.data) return <Inside view={query.data}>{children}</Inside>
  return (
    <main className="alone">
      <Shown query={query}>{() => null}</Shown>
      {query.isError && (
        <p>
          <Link to="/">{say('no-page.door')}</Link>
        </p>
      )}
    </main>
  )
}
