/** The events of outside sources that the reader's rooms have loaded, each with the file it is from. */
import { useQueries } from '@tanstack/react-query'
import type { LoadedOutside } from '#contract/outside-views.ts'
import type { OutsideEvent } from '#domain/commitments/outside/event.ts'
import { useProcess } from '../../process.tsx'
import { outsideContentsQuery } from '../../queries.ts'
import { useOutside } from '../outside/use-outside.ts'

/** An event and whose it is. */
export interface EventFrom {
  readonly key: string
  readonly from: LoadedOutside
  readonly event: OutsideEvent
}

/** How many files with events there are, and, once they are asked for, the events, latest first. */
export const useOutsideEvents = (isAsked: boolean) => {
  const { id } = useProcess()
  const files = (useOutside().data?.loaded ?? []).filter(({ contents }) => contents.kind === 'events')
  const asked = isAsked ? files : []
  return useQueries({
    queries: asked.map(({ room, object }) => outsideContentsQuery(id, room, object)),
    combine: (found) => ({
      files: files.length,
      isPending: found.some(({ isPending }) => isPending),
      error: found.find(({ error }) => error)?.error ?? null,
      events: found
        .flatMap(({ data }, i): readonly EventFrom[] => {
          const from = asked[i]
          if (!from || !data) return []
          return data.events.map((event) => ({ key: `${from.object} ${event.id}`, from, event }))
        })
        .toSorted((one, other) => (one.event.days.coded < other.event.days.coded ? 1 : -1)),
    }),
  })
}
