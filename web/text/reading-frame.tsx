/** The frame of a text on the page: a head with the languages, and its clauses in rows. */
import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { capital, useLanguageName } from '../elements/languages.ts'
import { useSay } from '../speech.tsx'
import { useText } from './text-context.tsx'

export const ReadingFrame = ({
  margin,
  children,
}: {
  /** What stands over the margin. */
  readonly margin: string
  readonly children: ReactNode
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { shown } = useText()
  return (
    <div className="text-reading" data-columns={shown.length}>
      <div className="text-reading-head" aria-hidden="true">
        <span />
        {shown.map((each) => (
          <span key={each}>{say('text.authentic', { language: capital(languageName(each)) })}</span>
        ))}
        <span>{margin}</span>
      </div>
      <ol>{children}</ol>
    </div>
  )
}

/** How many rows are drawn at once, before the rest. */
const firstRows = 40

/**
 * The rows of a long list in two goes: what is seen first at once, the rest as soon as the browser has a moment. All
 * of them are on the page in the end, so that finding in the page, links to a clause and screen readers have them.
 */
export const useInTwoGoes = <T,>(rows: readonly T[]): readonly T[] => {
  const [all, setAll] = useState(rows.length <= firstRows || location.hash !== '')
  useEffect(() => {
    if (!all) startTransition(() => setAll(true))
  }, [all])
  return all ? rows : rows.slice(0, firstRows)
}
