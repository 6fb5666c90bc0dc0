/** The one button of the interface, in three looks, and links that look like it. */
import type { ReactNode } from 'react'
import { type ButtonProps, Button as Pressed } from 'react-aria-components'

interface Looks {
  readonly look?: 'main' | 'plain' | 'text' | 'choice'
}

/** A button; `main` is the one action of its place, `text` reads like a link. */
export const Button = ({ look = 'plain', ...rest }: ButtonProps & Looks) => (
  <Pressed {...rest} className="button" data-look={look} />
)

/** A link to a file, which the browser keeps. */
export const Download = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <a className="button" href={href} download>
    {children}
  </a>
)
