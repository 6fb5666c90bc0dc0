/** Reading the background: the time line, and one event. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { BackgroundView, EventView } from '#contract/background-views.ts'
import { quotable } from '#domain/commitments/quote.ts'
import { mayPerform } from '#domain/parties/access.ts'
import type { Room } from '#domain/parties/process.ts'
import { usePreferences } from '../preferences.tsx'
import { useMySeat, useProcess } from '../process.tsx'
import { backgroundQuery, eventQuery, textQuery } from '../queries.ts'

/** The time line of the reader's rooms. */
export const useBackground = (): UseQueryResult<BackgroundView, Error> =>
  useQuery(backgroundQuery(useProcess().id))

/** One event with what is told of it. */
export const useEvent = (room: string, object: string): UseQueryResult<EventView, Error> =>
  useQuery(eventQuery(useProcess().id, room, object))

/** The clauses of the common text that stand in it, by their first words in the reader's language. */
export const useClauses = (): readonly { readonly id: string; readonly words: string }[] => {
  const { id, rooms } = useProcess()
  const { language } = usePreferences()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const text = useQuery({ ...textQuery(id, plenary?.id ?? ''), enabled: plenary !== undefined })
  return (text.data?.clauses ?? [])
    .filter(({ standing, kind }) => standing === 'in' && kind !== 'title' && kind !== 'heading')
    .map(({ id: clause, passage }) => ({
      id: clause,
      words: quotable(passage[language] ?? Object.values(passage)[0] ?? []).slice(0, 160) || '—',
    }))
}

/** The rooms in which the reader may do this. */
export const useRoomsFor = (act: 'event.enter' | 'reading.write' | 'lesson.enter'): readonly Room[] => {
  const { me, at, rooms } = useProcess()
  const { kind } = useMySeat()
  return rooms.filter((room) => mayPerform(me, kind, act, room, at).ok)
}
