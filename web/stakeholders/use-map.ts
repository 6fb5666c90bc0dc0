/** The stakeholder map of the reader's own room, and drawing it anew. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { StakeholdersView } from '#contract/stakeholders.ts'
import type { Room } from '#domain/parties/process.ts'
import { emptyMap, type StakeholderMap } from '#domain/stakeholders/map.ts'
import { type Acting, useAct } from '../acts.ts'
import { useProcess } from '../process.tsx'
import { stakeholdersQuery } from '../queries.ts'

/** The room in which the reader's seat works for itself; undefined for a seat that has none. */
export const useOwnRoom = (): Room | undefined =>
  useProcess().rooms.find(({ kind }) => kind === 'caucus' || kind === 'office')

/** What was drawn last in this room. */
export const useDrawn = (room: string): UseQueryResult<StakeholdersView, Error> =>
  useQuery(stakeholdersQuery(useProcess().id, room))

/** A map that can be drawn anew. */
export interface Drawing {
  readonly revision: number
  readonly map: StakeholderMap
  readonly acting: Acting
  /** Draws the map that `change` makes of this one, begun on the revision `base`; says whether it was done. */
  readonly draw: (change: Partial<StakeholderMap>, base?: number) => Promise<boolean>
}

/** The map as it is, and its drawing; who drew meanwhile is not overwritten. */
export const useDrawing = (room: string, { revision, map }: StakeholdersView): Drawing => {
  const acting = useAct(room)
  const { ends, stakeholders } = map ?? emptyMap
  const draw = async (change: Partial<StakeholderMap>, base = revision): Promise<boolean> => {
    const payload = { ends, stakeholders, ...change }
    const asked = { kind: 'stakeholders.set' as const, object: 'stakeholders', base, payload }
    return (await acting.act(asked)) !== null
  }
  return { revision, map: { ends, stakeholders }, acting, draw }
}
