/** Going to a clause: into view, with the keyboard on it, and named in the address. */
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import type { Desk } from './desk.ts'

const mostTries = 8

const isInView = (row: HTMLElement): boolean => {
  const { top, bottom } = row.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/**
 * Brings a row into view at once. Rows that were not drawn yet have the height they are taken to have; when drawing
 * them moves the row away again, it is brought back, frame by frame, until it stays.
 */
const bringIntoView = (row: HTMLElement, tries = mostTries): void => {
  row.scrollIntoView({ block: row.clientHeight > innerHeight ? 'start' : 'center', behavior: 'instant' })
  if (tries > 0)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!isInView(row)) bringIntoView(row, tries - 1)
      }),
    )
}

/** Brings a clause into view and puts the keyboard on it; false where it is not on the page. */
export const showClause = (desk: Desk, id: string): boolean => {
  const row = document.getElementById(`clause-${id}`)
  if (!row) return false
  desk.turnTo(id)
  bringIntoView(row)
  row.focus({ preventScroll: true })
  return true
}

/** The same for a click; a clause that this view does not show is looked up in the whole text. */
export const useGoTo = (desk: Desk): ((id: string) => void) => {
  const navigate = useNavigate()
  return useCallback(
    (id) => {
      const shown = showClause(desk, id)
      void navigate({
        to: '.',
        hash: `clause-${id}`,
        search: ((before: object) => (shown ? before : {})) as never,
        replace: true,
        resetScroll: false,
        hashScrollIntoView: false,
      })
    },
    [desk, navigate],
  )
}

/** Arriving at the clause that the address names, once it is on the page. */
export const useArrivalAtClause = (desk: Desk): void => {
  const place = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    if (!place.startsWith('clause-')) return
    const id = place.slice('clause-'.length)
    if (desk.current() === id) return
    showClause(desk, id)
  }, [place, desk])
}
