/** Figures as a person reads them: medians, percentiles, tables, and the machine they were seen on. */
import { cpus, loadavg } from 'node:os'

/** The value below which this part (0 to 1) of the values lies; NaN for none. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

/** The middle value; of an even number, the upper of the two in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** A table in plain characters; the first row is its head, columns of figures stand to the right. */
export const printTable = (title: string, rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  const [head = [], ...body] = rows
  console.log(
    `\n${title}\n${[line(head), widths.map((w) => '-'.repeat(w)).join('  '), ...body.map(line)].join('\n')}`,
  )
}

/** Acts a second, without a fraction. */
export const rateText = (perSecond: number): string => perSecond.toFixed(0)

/** Milliseconds, with a fraction where they are few. */
export const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`

/** How many processes wanted a processor in the last minute: what a figure on a shared machine must be read with. */
export const load = (): string => `load of the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}`

/** What the figures were seen on; `sync` is the disk's time for one durable page, in milliseconds. */
export const machine = (postgres: string, sync: number): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, PostgreSQL ${postgres}, ` +
  `a durable page in ${sync.toFixed(2)} ms, ${process.platform} ${process.arch}, ${new Date().toISOString().slice(0, 16)}Z`
