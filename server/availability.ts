/** Since when people could act without interruption: nobody loses a deadline because the server was away. */
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A restart shorter than this is no interruption, in milliseconds. */
const shortAbsence = 60_000

/** Whether, and since when, the installation takes acts again after an interruption. */
export interface Availability {
  /** The end of the last interruption; null when there was none that this server knows of. */
  readonly openSince: () => string | null
  /** An interruption is over now. */
  readonly reopened: () => void
  /** Leaves a sign of life for the next start. */
  readonly beat: () => Promise<void>
}

/** Looks at the last sign of life in the data folder. */
export const openAvailability = async (folder: string, clock: () => Date): Promise<Availability> => {
  const sign = join(folder, 'alive')
  const last = await stat(sign).then(
    (found) => found.mtimeMs,
    () => null,
  )
  let since = last !== null && Date.now() - last > shortAbsence ? clock().toISOString() : null
  return {
    openSince: () => since,
    reopened: () => {
      since = clock().toISOString()
    },
    beat: () => writeFile(sign, ''),
  }
}

/** For what has no server around it: there never was an interruption. */
export const alwaysAvailable: Availability = {
  openSince: () => null,
  reopened: () => undefined,
  beat: async () => undefined,
}
