/** The case that the mediator can compute with, from what the parties have shown; null for everybody else. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import { type ShownCase, shownCase } from '#domain/bargaining/shown-case.ts'
import { alternat } from '#domain/parties/process.ts'
import { useMySeat, useProcess } from '../process.tsx'
import { bargainingQuery } from '../queries.ts'

/** Only what two parties at least have shown can be computed with. */
export const useShownCase = (): { readonly agenda: Agenda; readonly shown: ShownCase } | null => {
  const { id, process, at } = useProcess()
  const seat = useMySeat()
  const isMediator = seat.kind === 'mediator'
  const { data } = useQuery({ ...bargainingQuery(id), enabled: isMediator })
  const order = alternat(process, seat.key, at)
    .map(({ key }) => key)
    .join()
  return useMemo(() => {
    if (!isMediator || !data?.agenda) return null
    const agenda = data.agenda.state
    const disclosures = data.disclosures.map(({ state }) => state)
    const shown = shownCase(agenda, order.split(','), disclosures)
    return shown.case.worths.length < 2 ? null : { agenda, shown }
  }, [isMediator, data, order])
}
