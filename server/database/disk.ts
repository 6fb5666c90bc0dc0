/** Watches the free space of the data folder, so that the house can stop writing before PostgreSQL must. */
import { statfs } from 'node:fs/promises'

/** What the disk is like: `nearly full` from the first reading below the minimum, `fine` once there is a tenth more. */
type DiskState = 'fine' | 'nearly full'

/** The bytes that an ordinary user (PostgreSQL is one) may still write on the disk that holds this folder. */
export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** What to watch, below how many bytes it is nearly full, how often to look, and whom to tell of a change. */
export interface DiskWatch {
  readonly folder: string
  readonly minimumBytes: number
  readonly everyMs: number
  readonly onChange: (state: DiskState, free: number) => void
}

const judge = (before: DiskState, free: number, minimum: number): DiskState => {
  if (free < minimum) return 'nearly full'
  return free >= minimum * 1.1 ? 'fine' : before
}

/** Looks at once and then every `everyMs`, tells changes only (it begins as `fine`); returns what stops it. */
export const watchDisk = ({ folder, minimumBytes, everyMs, onChange }: DiskWatch): (() => void) => {
  let state: DiskState = 'fine'
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    const free = await freeBytes(folder).catch(() => null)
    if (stopped) return
    timer = setTimeout(look, everyMs).unref()
    if (free === null) return
    const next = judge(state, free, minimumBytes)
    if (next === state) return
    state = next
    onChange(next, free)
  }
  void look()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
