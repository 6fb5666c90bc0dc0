/** Terms, places and times of commitments in the reader's words. */
import { useMemo } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { Term } from '#domain/commitments/stipulation.ts'
import { seatOf } from '#domain/parties/process.ts'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'

type Line = CommitmentsView['stipulations'][number]

/** What a reader calls the parts of a stipulation. */
export const useTermWords = (lines: readonly Pick<Line, 'object' | 'terms'>[]) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { process } = useProcess()
  const { day } = useMoments()
  return useMemo(() => {
    const nameOf = (id: string) =>
      names.of(lines.find(({ object }) => object === id)?.terms.name ?? {}) || say('commitments.another')
    const who = (keys: readonly string[]) =>
      keys.length === 0
        ? say('commitments.nobody')
        : listing(
            keys.map((key) =>
              seatOf(process, key) ? names.sitter(key) || names.seat(key) : names.party(key),
            ),
          )
    const term = (given: Term): string => {
      if (given.kind === 'date') return say('commitments.term.date', { day: day(given.date) })
      if (given.kind === 'none') return say('commitments.term.none')
      if (given.kind === 'standing') return say('commitments.term.standing')
      return given.from === 'force'
        ? say('commitments.term.after-force', { days: given.days })
        : say('commitments.term.after', { days: given.days, other: nameOf(given.from.stipulation) })
    }
    return { nameOf, who, term }
  }, [lines, say, names, listing, process, day])
}

/** First and last day (UTC) of a time that is told in whole days: hours of another zone would say more than is known. */
const wholeDays = (from: string, to: string): readonly [string, string] | undefined => {
  const midnight = 'T00:00:00.000Z'
  if (from >= to || !from.endsWith(midnight) || !to.endsWith(midnight)) return undefined
  return [from.slice(0, 10), new Date(Date.parse(to) - 1).toISOString().slice(0, 10)]
}

/** A place and a time as they were told. */
export const useToldWords = () => {
  const say = useSay()
  const names = useNames()
  const { day, dayAndClock } = useMoments()
  return useMemo(
    () => ({
      place: (place: {
        readonly names: readonly Readonly<Record<string, string>>[]
        readonly latitude: number
        readonly longitude: number
        readonly cell?: number | undefined
      }) => {
        const name = place.names.map(names.of).join(' / ')
        const at = `${place.latitude}, ${place.longitude}`
        return place.cell === undefined
          ? say('commitments.place.exact', { name, at })
          : say('commitments.place.cell', { name, at, km: Math.round(place.cell * 111) })
      },
      span: ({ from, to }: { readonly from: string; readonly to: string }) => {
        const days = wholeDays(from, to)
        if (!days) return from === to ? dayAndClock(from) : `${dayAndClock(from)} – ${dayAndClock(to)}`
        const [first, last] = days
        const said = first === last ? day(first) : `${day(first)} – ${day(last)}`
        return say('commitments.time.whole-days', { days: said })
      },
    }),
    [say, names, day, dayAndClock],
  )
}
