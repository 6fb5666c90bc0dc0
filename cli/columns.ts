/** Rows of cells as lines in columns, for a terminal. */

/** Whether the cells of a column are set to its beginning or, like figures, to its end. */
type Setting = (column: number) => 'begin' | 'end'

/** The lines, two spaces between columns; every row has the cells of the first. */
export const inColumns = (rows: readonly (readonly string[])[], setting: Setting): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const set = (cell: string, i: number): string =>
    setting(i) === 'end' ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)
  return rows.map((row) => row.map(set).join('  ').trimEnd())
}
