/** The worth a party is entering: its draft, what may be done with it, and the problem it makes. */
import { useCallback, useMemo } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import type { Problem } from '#domain/bargaining/problem.ts'
import { noWorth, type Worth } from '#domain/bargaining/worth.ts'
import { canonical, type Json } from '#domain/record/canonical.ts'
import { useMySeat, useProcess } from '../../process.tsx'
import { type Form, useForm } from '../../use-form.ts'
import { fittedTo, ownProblem } from './own-worth.ts'

/** The caucus and the channel of the reader's party. */
export const usePartyRooms = () => {
  const { rooms } = useProcess()
  return {
    caucus: rooms.find(({ kind }) => kind === 'caucus'),
    channel: rooms.find(({ kind }) => kind === 'channel'),
    plenary: rooms.find(({ kind }) => kind === 'plenary'),
  }
}

/** A party's own worth as it stands in this tab. */
export interface OwnWorth {
  readonly agenda: Agenda
  readonly worth: Worth
  readonly draft: Form<{ readonly worth: Worth }>
  readonly problem: Problem | undefined
  readonly change: (worth: Worth) => void
  /** Whether the agenda has changed so that what was saved no longer fits it. */
  readonly isOutdated: boolean
}

const plain = (worth: Worth): string => canonical(worth as unknown as Json)

/** The worth that is being entered on this agenda. */
export const useOwnWorth = (view: BargainingView, agenda: Agenda): OwnWorth => {
  const seat = useMySeat()
  const empty = useMemo(() => noWorth(seat.party ?? ''), [seat.party])
  // One field, since its parts hold together: what one has without an agreement goes with what the issues are worth.
  const draft = useForm('worth', { worth: view.worth?.state ?? empty }, view.worth ?? undefined)
  const { write } = draft
  const change = useCallback((worth: Worth) => write({ worth }), [write])
  const worth = useMemo(() => fittedTo(agenda, draft.value.worth), [agenda, draft.value.worth])
  const problem = useMemo(() => ownProblem(agenda, worth), [agenda, worth])
  const saved = view.worth?.state
  const isOutdated = useMemo(
    () => saved !== undefined && plain(fittedTo(agenda, saved)) !== plain(saved),
    [agenda, saved],
  )
  return { agenda, worth, draft, problem, change, isOutdated }
}
