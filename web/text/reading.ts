/** What the page computes of a text once, for all of its rows. */
import { useMemo, useRef } from 'react'
import type { TextView } from '#contract/text-views.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { type Row, shareRows } from './row.ts'
import { type Rows, rowsOf } from './rows.ts'

/** The languages of a text, the reader's own first. */
export const useLanguages = (): readonly string[] => {
  const { process } = useProcess()
  const { language } = usePreferences()
  return useMemo(
    () => [
      ...process.languages.filter((each) => each === language),
      ...process.languages.filter((each) => each !== language),
    ],
    [process, language],
  )
}

/** The rows of a text. A row that is as it was is the very same object, so that nothing of it is drawn again. */
export const useRows = (view: TextView): Rows => {
  const { process } = useProcess()
  const languages = useLanguages()
  const before = useRef<readonly Row[]>([])
  return useMemo(() => {
    const parties = process.parties.map(({ key }) => key)
    const fresh = rowsOf(view, languages, parties)
    before.current = shareRows(before.current, fresh.rows)
    return { ...fresh, rows: before.current }
  }, [view, process, languages])
}
