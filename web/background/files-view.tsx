/** The time line as files: what a room holds is taken out as a table or as JSON, and such files are brought in. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { backgroundFile } from '#contract/background-file.ts'
import type { BackgroundListing, BackgroundView } from '#contract/background-views.ts'
import { eventTable } from '#domain/background/event-table.ts'
import { asListed } from '#domain/background/listed.ts'
import type { Room } from '#domain/parties/process.ts'
import { read } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { Pick } from '../elements/field.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { saveText } from '../elements/save.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { BringIn } from './bring-in.tsx'
import { useRoomsFor } from './use-background.ts'

const TakeOut = ({ places }: { readonly places: readonly Room[] }) => {
  const say = useSay()
  const names = useNames()
  const client = useQueryClient()
  const { id, process } = useProcess()
  const [chosen, choose] = useState(places[0]?.id ?? '')
  const [trouble, setTrouble] = useState<Error | null>(null)
  const room = places.find((each) => each.id === chosen)
  if (!room) return null
  const take = async (form: 'csv' | 'json') => {
    setTrouble(null)
    try {
      const listing = await client.fetchQuery({
        queryKey: ['process', id, 'background', room.id, 'whole'],
        queryFn: () => read<BackgroundListing>(`/processes/${id}/rooms/${room.id}/background`),
        staleTime: 0,
      })
      const listed = asListed(listing.events)
      saveText(
        `${process.key}-background-${room.kind}.${form}`,
        form === 'csv'
          ? eventTable(listed, process.languages)
          : `${JSON.stringify(backgroundFile(listed), null, 2)}\n`,
      )
    } catch (error) {
      setTrouble(error as Error)
    }
  }
  return (
    <section className="card stack" aria-labelledby="take-out">
      <h2 id="take-out">{say('background.take-out')}</h2>
      <p className="hint">{say('background.take-out.how')}</p>
      {places.length > 1 && (
        <Pick
          label={say('background.from')}
          value={chosen}
          onChange={choose}
          among={places.map((each) => ({ key: each.id, name: names.of(each.name) }))}
        />
      )}
      <RoomLine room={room} />
      <div className="line">
        <Button onPress={() => void take('csv')}>{say('background.take-out.csv')}</Button>
        <Button onPress={() => void take('json')}>{say('background.take-out.json')}</Button>
      </div>
      <Outcome trouble={trouble} />
    </section>
  )
}

export const FilesView = ({ view }: { readonly view: BackgroundView }) => {
  const { rooms } = useProcess()
  const own = useRoomsFor('event.enter')
  const filled = rooms.filter(({ id }) => view.events.some((event) => event.room === id))
  return (
    <div className="stack">
      <TakeOut places={filled} />
      {own.length > 0 && <BringIn view={view} places={own} />}
    </div>
  )
}
