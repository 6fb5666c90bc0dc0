/** Reading outside coding: what the reader's rooms have loaded, and what of it speaks of one kind of provision. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { LoadedOutside, OutsideView } from '#contract/outside-views.ts'
import type { ProvisionRates } from '#domain/commitments/scores/base-rates.ts'
import { provisionOf } from '#domain/commitments/scores/provisions.ts'
import { useProcess } from '../../process.tsx'
import { outsideQuery } from '../../queries.ts'

/** Everything that the reader's rooms have loaded. */
export const useOutside = (): UseQueryResult<OutsideView, Error> => useQuery(outsideQuery(useProcess().id))

/** How one kind of provision fared in the accords of one loaded file. */
export interface RatesFrom {
  readonly from: LoadedOutside
  readonly rates: ProvisionRates
}

/** What every loaded file says of this provision, newest first; a file may spell its name by one letter otherwise. */
export const useRatesOf = (provision: string | undefined): readonly RatesFrom[] => {
  const loaded = useOutside().data?.loaded ?? []
  const stem = provision === undefined ? undefined : provisionOf(provision)
  if (stem === undefined) return []
  return loaded.flatMap((from) => {
    if (from.contents.kind !== 'base-rates') return []
    const rates = from.contents.rates.find((each) => provisionOf(each.provision) === stem)
    return rates ? [{ from, rates }] : []
  })
}
