/** When a mandate is in force, in the reader's words. */
import type { Mandate } from '#domain/process/mandate.ts'
import { useMoments } from '../moments.tsx'
import { useSay } from '../speech.tsx'

/** From when until when a mandate is in force, in words. */
export const useMandateDays = (): ((mandate: Pick<Mandate, 'from' | 'until' | 'ended'>) => string) => {
  const say = useSay()
  const { day } = useMoments()
  return ({ from, until, ended }) => {
    const last = ended ?? until
    return last === undefined
      ? say('process.mandate.since', { from: day(from) })
      : say('process.mandate.days', { from: day(from), until: day(last) })
  }
}
