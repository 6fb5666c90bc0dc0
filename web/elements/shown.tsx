/** What a page shows while it is fetched, and when it could not be. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTrouble } from '../refusals.ts'
import { useSay } from '../speech.tsx'
import { Button } from './button.tsx'

/** Shows what was read; keeps showing it while it is read again. */
export const Shown = <T,>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T, Error>
  readonly children: (value: T) => ReactNode
}) => {
  const say = useSay()
  const sentence = useTrouble()
  if (query.data !== undefined) return children(query.data)
  if (query.isError)
    return (
      <div className="stack" role="alert">
        <p className="notice" data-kind="trouble">
          {sentence(query.error)}
        </p>
        <div>
          <Button onPress={() => void query.refetch()}>{say('again')}</Button>
        </div>
      </div>
    )
  return (
    <p className="quiet waiting-line" role="status">
      {say('loading')}
    </p>
  )
}
