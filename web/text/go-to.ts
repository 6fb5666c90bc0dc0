/** Going to a clause: into view, with the keyboard on it, and named in the address. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Desk } from './desk.ts'

/** Brings a clause into view and puts the keyboard on it; false where it is not on the page. */
export const showClause = (desk: Desk, id: string): boolean => {
  const row = document.getElementById(`clause-${id}`)
  if (!row) return false
  desk.turnTo(id)
  row.scrollIntoView({ block: row.clientHeight > innerHeight ? 'start' : 'center' })
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
      })
    },
    [desk, navigate],
  )
}
