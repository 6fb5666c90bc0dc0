/** The sign of a status: its shape says it before its colour does. */
import type { ClauseStatus } from '#domain/text/status.ts'

const shapes: Readonly<Record<ClauseStatus, React.ReactNode>> = {
  open: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  bracketed: <path d="M6 3H3.5v10H6M10 3h2.5v10H10" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  clean: <circle cx="8" cy="8" r="3.5" fill="currentColor" />,
  'ad-referendum': (
    <>
      <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" />
    </>
  ),
  agreed: <path d="m3 8.5 3.2 3.2L13 4.6" fill="none" stroke="currentColor" strokeWidth="2" />,
}

export const Glyph = ({ status }: { readonly status: ClauseStatus }) => (
  <svg className="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    {shapes[status]}
  </svg>
)
