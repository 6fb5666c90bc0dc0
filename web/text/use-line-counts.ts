/** How many lines each clause has as it is printed: counted on the sheet itself, which is as wide here as on paper. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { Row } from './row.ts'

const countsOn = (sheet: HTMLElement): readonly number[] =>
  [...sheet.querySelectorAll<HTMLElement>('.print-clause')].map((clause) => {
    const cells = [...clause.querySelectorAll<HTMLElement>('.print-words')]
    const height = Math.max(0, ...cells.map((cell) => cell.getBoundingClientRect().height))
    const line = cells[0] ? Number.parseFloat(getComputedStyle(cells[0]).lineHeight) : 1
    return Math.round(height / line)
  })

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((n, i) => n === other[i])

/** Give `first` to the first sheet; the counts are of its clauses, and are taken again when text or letters change. */
export const useLineCounts = (rows: readonly Row[], text: string) => {
  const first = useRef<HTMLElement>(null)
  const [counts, setCounts] = useState<readonly number[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is printed decides, and it stands in these two.
  useLayoutEffect(() => {
    let here = true
    const count = () => {
      if (!here || !first.current) return
      const fresh = countsOn(first.current)
      setCounts((before) => (same(before, fresh) ? before : fresh))
    }
    count()
    void document.fonts.ready.then(count)
    return () => {
      here = false
    }
  }, [rows, text])
  return { first, counts }
}
