/** Reading confidence: the grievances of the reader's rooms, the measures of the table. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ConfidenceView } from '#contract/confidence-views.ts'
import { useProcess } from '../process.tsx'
import { confidenceQuery } from '../queries.ts'

export const useConfidence = (): UseQueryResult<ConfidenceView, Error> =>
  useQuery(confidenceQuery(useProcess().id))
