/** The head of a page: its title takes the keyboard's focus when the reader comes here from another page. */
import { type ReactNode, useEffect, useRef } from 'react'

let arrivals = 0

/** The title of a page, also of its window. */
export const PageTitle = ({ children, lang }: { readonly children: string; readonly lang?: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${children} · Parley`
  }, [children])
  useEffect(() => {
    if (arrivals > 0) heading.current?.focus({ preventScroll: true })
    arrivals += 1
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} lang={lang}>
      {children}
    </h1>
  )
}

/** What a page says when there is nothing on it yet: what it is for, and what to do next. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="empty">{children}</p>
