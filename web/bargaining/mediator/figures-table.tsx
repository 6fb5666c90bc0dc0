/** A table of figures that may be wider than the screen: it scrolls by itself, also with the keyboard. */
import type { ReactNode } from 'react'

export const FiguresTable = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
  <section className="table-scroll" aria-label={label} tabIndex={0}>
    <table className="analysis-figures">{children}</table>
  </section>
)
