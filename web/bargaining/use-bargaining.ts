/** Reading everything of bargaining that the reader's seat may see. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { BargainingView } from '#contract/bargaining-views.ts'
import { useProcess } from '../process.tsx'
import { bargainingQuery } from '../queries.ts'

/** The one read of bargaining, kept fresh by what the rooms tell. */
export const useBargaining = (): UseQueryResult<BargainingView, Error> => {
  const { id } = useProcess()
  return useQuery(bargainingQuery(id))
}
