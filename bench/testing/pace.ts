/** Drives several clients at once and counts how often each comes through. */
import { performance } from 'node:perf_hooks'

/** Runs every client again and again for so many milliseconds; gives completions per second over all of them. */
export const perSecond = async <C>(
  clients: readonly C[],
  forMs: number,
  once: (client: C) => Promise<void>,
): Promise<number> => {
  const begun = performance.now()
  let count = 0
  const drive = async (client: C): Promise<void> => {
    while (performance.now() - begun < forMs) {
      await once(client)
      count += 1
    }
  }
  await Promise.all(clients.map(drive))
  return (count * 1000) / (performance.now() - begun)
}

/** Shares so many turns among the clients; gives turns per second. */
export const perSecondOf = async <C>(
  clients: readonly C[],
  turns: number,
  once: (client: C) => Promise<void>,
): Promise<number> => {
  const begun = performance.now()
  let left = turns
  const drive = async (client: C): Promise<void> => {
    while (left > 0) {
      left -= 1
      await once(client)
    }
  }
  await Promise.all(clients.map(drive))
  return (turns * 1000) / (performance.now() - begun)
}
