/** Faults that pass: PostgreSQL is being brought back, or two transactions were in each other's way. */

/** Connection exceptions (08), shutdown and crash (57P), serialisation and deadlock (40), too many connections (53300). */
const passingStates = /^(08|57P0|40001|40P01|53300)/
const passingErrnos = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])
const passingWords = [
  'Connection terminated unexpectedly',
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
]

/** Whether the same is worth trying again. */
export const isPassing = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    passingStates.test(code) ||
    passingErrnos.has(code) ||
    passingWords.some((words) => message.startsWith(words))
  )
}

/** How long something is tried again, in milliseconds. */
export const patience = 8_000

/** Does it, and does it again while the fault is one that passes. Only for what may be done twice. */
export const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + patience
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadline) throw error
      await new Promise((go) => setTimeout(go, wait))
    }
  }
}
