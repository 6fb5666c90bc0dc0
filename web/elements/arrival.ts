/** Arriving at a place within a page: what was fetched after the page opened is still brought into view. */
import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Brings the place named in the address into view and marks it, once what it stands in is on the page. */
export const useArrival = (): void => {
  const place = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    const found = place === '' ? null : document.getElementById(place)
    if (!found) return
    found.scrollIntoView({ block: found.clientHeight > innerHeight ? 'start' : 'center' })
    found.setAttribute('data-arrived', 'true')
    found.querySelector('textarea')?.focus({ preventScroll: true })
    return () => found.removeAttribute('data-arrived')
  }, [place])
}
