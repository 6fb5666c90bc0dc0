/** How wide a place on the page is, so that a picture is drawn in the size in which it is read. */
import { type RefObject, useEffect, useRef, useState } from 'react'

/** A place and its width in pixels, 0 until it is known. */
export const useWidth = <E extends HTMLElement>(): readonly [RefObject<E | null>, number] => {
  const place = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width]
}
