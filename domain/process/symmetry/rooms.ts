/** The rooms in which a party and the mediator sit together: what is worked out from them both can check. */
import type { Room } from '#domain/parties/process.ts'

const sharedKinds = ['plenary', 'channel', 'working-group']

/** Whether a room is one of those. Caucuses, the office, missions and the gallery are not. */
export const isShared = ({ kind }: Pick<Room, 'kind'>): boolean => sharedKinds.includes(kind)
