/** The evidence of one room: what was lodged or received there, and, for who may, the form to lodge more. */
import { useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { Pick } from '../../elements/field.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { useMay, useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { Records } from '../register-view.tsx'
import { LodgeForm } from './lodge-form.tsx'

/** Everything that a reader does with the evidence of this room. */
export const EvidenceOf = ({ room, view }: { readonly room: Room; readonly view: CommitmentsView }) => {
  const may = useMay(room)
  return (
    <>
      <Records key={room.id} room={room.id} kind="evidence" />
      {may('evidence.lodge') && <LodgeForm key={`lodge ${room.id}`} room={room} view={view} />}
    </>
  )
}

/** Choosing a room: the reader's own first, then those of the table. A mission has its own on its desk. */
export const EvidenceView = ({ view }: { readonly view: CommitmentsView }) => {
  const say = useSay()
  const names = useNames()
  const { rooms } = useProcess()
  const places = (['caucus', 'plenary', 'working-group'] as const).flatMap((kind) =>
    rooms.filter((room) => room.kind === kind),
  )
  const [chosen, choose] = useState(places[0]?.id ?? '')
  const room = places.find(({ id }) => id === chosen)
  return (
    <div className="stack">
      {room && <RoomLine room={room} />}
      {places.length > 1 && (
        <Pick
          label={say('commitments.register.room')}
          value={chosen}
          onChange={choose}
          among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
        />
      )}
      {room && <EvidenceOf room={room} view={view} />}
    </div>
  )
}
