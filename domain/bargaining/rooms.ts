/** Where the objects of bargaining are, and what an act on them can reach. */
import { channelOf, type Room } from '#domain/parties/process.ts'
import type { Ref, Scene } from '#domain/record/rule.ts'
import type { Agenda } from './agenda.ts'

type Reach = Pick<Scene, 'process' | 'rooms'>

/** Where the agenda that everybody at the table reads is kept. */
export const agendaRefs = (scene: Pick<Scene, 'rooms'>): readonly Ref[] =>
  scene.rooms
    .filter(({ kind }) => kind === 'plenary')
    .map(({ id }) => ({ room: id, kind: 'agenda', object: 'agenda' }))

/** The agenda that everybody at the table reads, if the mediator has set one. */
export const agendaIn = (scene: Scene): Agenda | undefined =>
  agendaRefs(scene).map((ref) => scene.find<Agenda>(ref)?.state)[0]

/** The channels of these parties, as far as they are known. */
export const channelsOf = (scene: Reach, parties: readonly string[]): readonly Room[] =>
  parties.flatMap((party) => channelOf(scene, party) ?? [])
