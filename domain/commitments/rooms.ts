/** Where the objects of commitments are, and what an act on them can reach. */
import type { Room } from '#domain/parties/process.ts'
import type { Ref, Scene } from '#domain/record/rule.ts'

type Reach = Pick<Scene, 'rooms'>

/** The plenary, in which the joint commission sits. Every seat at the table sits in it. */
const plenaryIn = ({ rooms }: Reach): Room | undefined => rooms.find(({ kind }) => kind === 'plenary')

/** The address of a stipulation of the table; none for a seat that is not at it. */
export const stipulationRefs = (scene: Reach, ids: readonly string[]): readonly Ref[] => {
  const room = plenaryIn(scene)?.id
  return room === undefined ? [] : ids.map((object) => ({ room, kind: 'stipulation', object }))
}

/** The address of a case of the joint commission. */
export const caseRefs = (scene: Reach, id: string | undefined): readonly Ref[] => {
  const room = plenaryIn(scene)?.id
  return room === undefined || id === undefined ? [] : [{ room, kind: 'case', object: id }]
}

/** The room of the actor's with this id, where what a mission lets go of can be received. */
export const receivingRoom = ({ rooms }: Reach, id: string): Room | undefined =>
  rooms.find((room) => room.id === id && ['plenary', 'working-group', 'gallery'].includes(room.kind))
