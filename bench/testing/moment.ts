/** One clock for several processes. */

/** Microseconds since the machine started: the same in every process. */
export const microseconds = (): number => Number(process.hrtime.bigint() / 1000n)
