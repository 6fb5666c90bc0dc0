/** Lets the server leave when the process that started it is gone, so that nothing is left behind. */

/**
 * Calls `onGone` once, within half a second of the parent's end, and never keeps the process alive by itself.
 * `parent` is the number the parent gave itself, for a parent that died before this was called.
 */
export const watchParent = (onGone: () => void, parent: number = process.ppid): (() => void) => {
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, 500).unref()
  return () => clearInterval(timer)
}
