/** How far a long verification has come, said on the side: a bar for a person who looks, else a line every tenth. */

/** Counts what was done. */
export interface Progress {
  readonly advance: (entries: number) => void
  /** Takes the bar away. */
  readonly end: () => void
}

/** Where progress is shown: a terminal draws the line anew, anything else gets plain lines. */
export interface Screen {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

const width = 40

const bar = (percent: number, total: number): string => {
  const full = Math.round((percent * width) / 100)
  return `\r[${'='.repeat(full)}${' '.repeat(width - full)}] ${percent} % of ${total} entries`
}

/** Shows how far this many entries have come; nothing for what is done within `patience` milliseconds. */
export const openProgress = (total: number, screen: Screen, patience = 1000): Progress => {
  const begun = performance.now()
  const step = screen.isTTY ? 1 : 10
  let [seen, shown, drawn] = [0, 0, 0]
  return {
    advance: (entries) => {
      seen += entries
      const percent = Math.floor((Math.min(seen, total) * 100) / Math.max(1, total))
      if (percent < shown + step || performance.now() - begun < patience) return
      shown = percent - (percent % step)
      const text = screen.isTTY ? bar(shown, total) : `${shown} %\n`
      drawn = text.length
      screen.write(text)
    },
    end: () => {
      if (screen.isTTY && drawn > 0) screen.write(`\r${' '.repeat(drawn)}\r`)
    },
  }
}

/** For those who did not ask. */
export const noProgress: Progress = { advance: () => undefined, end: () => undefined }
