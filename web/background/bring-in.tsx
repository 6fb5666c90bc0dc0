/** Bringing in a file of events: it is read here, what is in it is told, and then each event goes through the one door. */
import { useState } from 'react'
import type { BackgroundView } from '#contract/background-views.ts'
import { neededColumns, optionalColumns } from '#domain/background/event-table.ts'
import type { Entry, Listed } from '#domain/background/listed.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Refused } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { ChooseFile } from '../elements/choose-file.tsx'
import { Pick, Tick } from '../elements/field.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { readEvents } from './read-events.ts'
import { type BringTask, tasksOf } from './tasks.ts'
import { useClauses } from './use-background.ts'
import { useWhenWords } from './use-when-words.ts'

interface Progress {
  readonly done: number
  readonly of: number
}

/** Does one after another; what was done before a refusal stays, and the refusal is shown with its event. */
const useBringing = (room: Room) => {
  const { party } = useMySeat()
  const acting = useAct(room.id, { atOnce: true })
  const [progress, setProgress] = useState<Progress | null>(null)
  const [stopped, setStopped] = useState<Entry | null>(null)
  const doOne = async ({ entry, isThere, toTell }: BringTask, withAccounts: boolean): Promise<boolean> => {
    const { object, event, accounts } = entry
    if (!isThere && !(await acting.act({ kind: 'event.enter', object, base: 0, payload: event })))
      return false
    const words = party === undefined || !toTell || !withAccounts ? undefined : accounts[party]
    if (!words) return true
    return (
      (await acting.act({ kind: 'event.tell', object, base: null, payload: { words, sources: [] } })) !== null
    )
  }
  const bring = async (tasks: readonly BringTask[], withAccounts: boolean): Promise<boolean> => {
    setStopped(null)
    for (const [done, task] of tasks.entries()) {
      setProgress({ done, of: tasks.length })
      if (await doOne(task, withAccounts)) continue
      setStopped(task.entry)
      return false
    }
    setProgress({ done: tasks.length, of: tasks.length })
    return true
  }
  return { acting, progress, stopped, bring }
}

const Found = ({
  listed,
  view,
  room,
  done,
}: {
  readonly listed: readonly Listed[]
  readonly view: BackgroundView
  readonly room: Room
  readonly done: () => void
}) => {
  const say = useSay()
  const names = useNames()
  const when = useWhenWords()
  const { party } = useMySeat()
  const mayTell = useMay(room)('event.tell')
  const [withAccounts, tell] = useState(true)
  const { acting, progress, stopped, bring } = useBringing(room)
  // What is there already is settled before the first of them is entered.
  const [tasks] = useState(() =>
    tasksOf(
      listed,
      view.events.filter((event) => event.room === room.id),
      mayTell ? party : undefined,
      () => crypto.randomUUID(),
    ),
  )
  const there = tasks.filter(({ isThere }) => isThere).length
  const accounts = tasks.filter(({ toTell }) => toTell).length
  const left = tasks.filter(({ isThere, toTell }) => !isThere || (toTell && withAccounts))
  const send = async () => {
    if (await bring(left, withAccounts)) done()
  }
  return (
    <div className="stack tight">
      <p role="status">{say('background.bring-in.found', { count: tasks.length, there })}</p>
      {accounts > 0 && (
        <Tick
          label={say('background.bring-in.accounts', { count: accounts })}
          value={withAccounts}
          onChange={tell}
        />
      )}
      <div className="line">
        <Button look="main" isDisabled={acting.busy || left.length === 0} onPress={() => void send()}>
          {say('background.bring-in.send', { count: left.length })}
        </Button>
      </div>
      {progress && (
        <p className="small" role="status">
          {say('background.bring-in.progress', { entered: progress.done, of: progress.of })}
        </p>
      )}
      {stopped && (
        <p className="small">
          {say('background.bring-in.stopped', {
            name: names.of(stopped.event.name),
            when: when(stopped.event.when),
          })}
        </p>
      )}
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

const Columns = () => {
  const say = useSay()
  const { process } = useProcess()
  return (
    <>
      <p className="hint">
        {say('background.bring-in.needed')}{' '}
        <code lang="zxx">{neededColumns(process.languages).join(', ')}</code>
      </p>
      <p className="hint">
        {say('background.bring-in.optional')}{' '}
        <code lang="zxx">{optionalColumns(process.languages).join(', ')}</code>
      </p>
    </>
  )
}

export const BringIn = ({
  view,
  places,
}: {
  readonly view: BackgroundView
  readonly places: readonly Room[]
}) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const all = useClauses()
  const [chosen, choose] = useState(places[0]?.id ?? '')
  const [found, setFound] = useState<{ readonly file: number; readonly listed: readonly Listed[] } | null>(
    null,
  )
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [isDone, setDone] = useState(false)
  const room = places.find(({ id }) => id === chosen)
  const take = async (file: File) => {
    setTrouble(null)
    setFound(null)
    setDone(false)
    const clauses = all.map(({ id }) => id)
    const issues = process.agenda.map(({ key }) => key)
    const known = { languages: process.languages, issues, clauses, at: view.at }
    const listed = await readEvents(file, known)
    if (listed.ok) setFound({ file: Date.now(), listed: listed.value })
    else setTrouble(new Refused(422, listed.refusal.code, listed.refusal.facts))
  }
  if (!room) return null
  return (
    <section className="card stack" aria-labelledby="bring-in">
      <h2 id="bring-in">{say('background.bring-in')}</h2>
      <p className="hint">{say('background.bring-in.how')}</p>
      <Columns />
      {places.length > 1 && (
        <Pick
          label={say('background.into')}
          value={chosen}
          onChange={choose}
          among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
        />
      )}
      <RoomLine room={room} />
      <ChooseFile
        label={say('background.file')}
        types={['.csv', '.json', 'text/csv', 'application/json']}
        take={(file) => void take(file)}
      />
      <Outcome trouble={trouble} done={isDone ? say('background.bring-in.done') : null} />
      {found && (
        <Found
          key={`${room.id} ${found.file}`}
          listed={found.listed}
          view={view}
          room={room}
          done={() => setDone(true)}
        />
      )}
    </section>
  )
}
