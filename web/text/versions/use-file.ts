/** A version with its words, read once: what stands under its address changes only by what is put to it. */
import { useQuery } from '@tanstack/react-query'
import type { VersionFile } from '#contract/text-versions.ts'
import { read } from '../../api.ts'

/** The file at this address of the API. */
export const useText = (address: string) =>
  useQuery({
    queryKey: ['version-file', address],
    queryFn: () => read<VersionFile>(address.replace(/^\/api/, '')),
  })
