/** The clauses of the common text by id, for what stands on the agenda to be looked up in them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { clausesById } from '#domain/bargaining/in-text.ts'
import type { Clause } from '#domain/text/clause.ts'
import { useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'

const noClauses: readonly Clause[] = []

/** Empty until the text has been read, and where there is none. */
export const useClauses = (): ReadonlyMap<string, Clause> => {
  const { id, rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const { data } = useQuery({ ...textQuery(id, plenary?.id ?? ''), enabled: plenary !== undefined })
  const clauses = data?.clauses ?? noClauses
  return useMemo(() => clausesById(clauses), [clauses])
}
