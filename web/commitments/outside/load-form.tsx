/** Loading a file of outside coding: it is read here, what was read is told, and only then something goes into a room. */
import { useMemo, useState } from 'react'
import { takenOf } from '#domain/commitments/outside/outside-file.ts'
import { sourceNotes } from '#domain/commitments/outside/sources.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { Refused } from '../../api.ts'
import { BothFields, type Written, whole } from '../../elements/both-fields.tsx'
import { Button } from '../../elements/button.tsx'
import { ChooseFile } from '../../elements/choose-file.tsx'
import { LineField, Pick } from '../../elements/field.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { askedOf, nothingAsked, type WrittenAsked } from './asked.ts'
import type { ReadFile } from './read-outside.ts'
import { WhatWasRead } from './what-was-read.tsx'

const AskedFields = ({
  value,
  write,
  placed,
}: {
  readonly value: WrittenAsked
  readonly write: (part: Partial<WrittenAsked>) => void
  /** Whether what was read has places. */
  readonly placed: boolean
}) => {
  const say = useSay()
  return (
    <fieldset className="field">
      <legend className="field-title">{say('commitments.outside.narrow')}</legend>
      {placed && <p className="hint">{say('commitments.outside.narrow.how')}</p>}
      <div className="columns">
        <LineField
          type="date"
          label={say('commitments.outside.from')}
          value={value.from}
          onChange={(from) => write({ from })}
        />
        <LineField
          type="date"
          label={say('commitments.outside.to')}
          value={value.to}
          onChange={(to) => write({ to })}
        />
      </div>
      {placed && (
        <div className="columns">
          <LineField
            label={say('commitments.outside.latitude')}
            value={value.latitude}
            onChange={(latitude) => write({ latitude })}
          />
          <LineField
            label={say('commitments.outside.longitude')}
            value={value.longitude}
            onChange={(longitude) => write({ longitude })}
          />
          <LineField
            label={say('commitments.outside.km')}
            value={value.km}
            onChange={(km) => write({ km })}
          />
        </div>
      )}
    </fieldset>
  )
}

/** What was read, what of it is asked for, and the button. */
const Loading = ({
  read,
  room,
  done,
}: {
  readonly read: ReadFile
  readonly room: Room
  readonly done: () => void
}) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(room.id)
  const { name, licence } = sourceNotes[read.file.source]
  const [label, setLabel] = useState<Written>(name)
  const [written, setWritten] = useState(nothingAsked)
  const asked = askedOf(written)
  const taken = useMemo(() => asked && takenOf(read.file, asked), [read, asked])
  const words = whole(label, process.languages)
  const send = async () => {
    if (!taken?.ok || !words) return
    const { contents } = taken.value
    const file = { name: read.name, sha256: read.sha256 }
    const payload = { label: words, source: read.file.source, licence, file, contents }
    if (await acting.act({ kind: 'outside.load', base: 0, payload })) done()
  }
  return (
    <>
      <WhatWasRead read={read} />
      {read.file.kind !== 'base-rates' && (
        <AskedFields
          value={written}
          write={(part) => setWritten({ ...written, ...part })}
          placed={read.file.kind === 'events'}
        />
      )}
      {!asked && <p className="hint">{say('commitments.outside.narrow.wrong')}</p>}
      {taken && !taken.ok && <Outcome trouble={new Refused(422, taken.refusal.code, taken.refusal.facts)} />}
      {taken?.ok && read.file.kind !== 'base-rates' && (
        <p className="small" role="status">
          {read.file.kind === 'events'
            ? say('commitments.outside.taken', { inside: taken.value.inside, open: taken.value.open })
            : say('commitments.outside.agreements-found', { count: taken.value.inside })}
        </p>
      )}
      <BothFields label={say('commitments.outside.label')} value={label} onChange={setLabel} />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !taken?.ok || !words} onPress={() => void send()}>
          {say('commitments.outside.load')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

export const LoadForm = ({ places }: { readonly places: readonly Room[] }) => {
  const say = useSay()
  const names = useNames()
  const [chosen, choose] = useState(places[0]?.id ?? '')
  const [read, setRead] = useState<ReadFile | null>(null)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const [wasLoaded, setLoaded] = useState(false)
  const room = places.find(({ id }) => id === chosen)
  const take = async (file: File) => {
    setRead(null)
    setTrouble(null)
    setLoaded(false)
    setBusy(true)
    try {
      // The readers are much to fetch, and are needed here alone.
      const { readOutside } = await import('./read-outside.ts')
      const found = await readOutside(file)
      if (found.ok) setRead(found.value)
      else setTrouble(new Refused(422, found.refusal.code, found.refusal.facts))
    } catch (error) {
      setTrouble(error as Error)
    }
    setBusy(false)
  }
  return (
    <section className="card stack" aria-labelledby="load">
      <h2 id="load">{say('commitments.outside.load-title')}</h2>
      <p className="hint">{say('commitments.outside.load.how')}</p>
      {places.length > 1 && (
        <Pick
          label={say('commitments.outside.into')}
          value={chosen}
          onChange={choose}
          among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
        />
      )}
      {room && <RoomLine room={room} />}
      <ChooseFile
        label={say('commitments.outside.file')}
        types={['.csv', '.tsv', 'text/csv']}
        take={(file) => void take(file)}
      />
      {busy && (
        <p className="hint" role="status">
          {say('loading')}
        </p>
      )}
      <Outcome trouble={trouble} done={wasLoaded ? say('commitments.outside.done') : null} />
      {read && room && (
        <Loading
          key={`${room.id} ${read.sha256}`}
          read={read}
          room={room}
          done={() => {
            setRead(null)
            setLoaded(true)
          }}
        />
      )}
    </section>
  )
}
