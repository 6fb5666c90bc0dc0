/** Bringing in a file of events: it is read here, what is in it is told, and then each event goes through the one door. */
import { useState } from 'react'
import type { BackgroundView } from '#contract/background-views.ts'
import { neededColumns, optionalColumns } from '#domain/background/event-table.ts'
import { type Entry, inEntryOrder, type Listed } from '#domain/background/listed.ts'
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
import { useWhenWords } from './use-when-words.ts'

/** Whether the room has an event of the same time and name in some language. */
const isThere = (view: BackgroundView, room: string, { when, name }: Listed): boolean =>
  view.events.some(
    (event) =>
      event.room === room &&
      event.when === when &&
      Object.entries(name).some(([language, words]) => event.name[language] === words),
  )

interface Progress {
  readonly entered: number
  readonly told: number
  readonly of: number
}

/** Enters one after another; what was entered before a refusal stays, and the refusal is shown with its event. */
const useEntering = (room: Room | undefined) => {
  const { party } = useMySeat()
  const mayTell = useMay(room)('event.tell')
  const acting = useAct(room?.id ?? '', { atOnce: true })
  const [progress, setProgress] = useState<Progress | null>(null)
  const [stopped, setStopped] = useState<Entry | null>(null)
  const enter = async (entries: readonly Entry[], withAccounts: boolean): Promise<boolean> => {
    setStopped(null)
    let told = 0
    for (const [entered, entry] of entries.entries()) {
      setProgress({ entered, told, of: entries.length })
      const { object, event, accounts } = entry
      const words = party !== undefined && withAccounts && mayTell ? accounts[party] : undefined
      const isEntered = await acting.act({ kind: 'event.enter', object, base: 0, payload: event })
      const payload = { words: words ?? {}, sources: [] }
      const isTold =
        isEntered && words ? await acting.act({ kind: 'event.tell', object, base: null, payload }) : isEntered
      if (!isTold) {
        setStopped(entry)
        return false
      }
      if (words) told += 1
    }
    setProgress({ entered: entries.length, told, of: entries.length })
    return true
  }
  return { acting, progress, stopped, enter, canTell: party !== undefined && mayTell }
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
  const [withAccounts, tell] = useState(true)
  const { acting, progress, stopped, enter, canTell } = useEntering(room)
  const { party } = useMySeat()
  // Which are there already is settled before the first of them is entered.
  const [entries] = useState(() => inEntryOrder(listed, () => crypto.randomUUID()))
  const [there] = useState(() => new Set(entries.filter(({ event }) => isThere(view, room.id, event))))
  const fresh = entries.filter((entry) => !there.has(entry))
  const accounts = fresh.filter((entry) => party !== undefined && entry.accounts[party] !== undefined).length
  const send = async () => {
    if (await enter(fresh, withAccounts)) done()
  }
  return (
    <div className="stack tight">
      <p role="status">{say('background.bring-in.found', { count: entries.length, there: there.size })}</p>
      {canTell && accounts > 0 && (
        <Tick
          label={say('background.bring-in.accounts', { count: accounts })}
          value={withAccounts}
          onChange={tell}
        />
      )}
      <div className="line">
        <Button look="main" isDisabled={acting.busy || fresh.length === 0} onPress={() => void send()}>
          {say('background.bring-in.send', { count: fresh.length })}
        </Button>
      </div>
      {progress && (
        <p className="small" role="status">
          {say('background.bring-in.progress', { entered: progress.entered, of: progress.of })}
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
    const listed = await readEvents(file, process.languages)
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
