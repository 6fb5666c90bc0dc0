/** What a record is called where it is only named: its kind and its first words. */
import { useCallback } from 'react'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'

const wordsOf = ({ state }: CommitmentRecord): Readonly<Record<string, string>> => {
  if ('what' in state) return state.what
  if ('alias' in state) return state.alias
  return 'title' in state ? state.title : state.words
}

const most = 100

/** The kind of a record and the beginning of its words, in the reader's language. */
export const useRecordTitle = (): ((record: CommitmentRecord) => string) => {
  const say = useSay()
  const names = useNames()
  return useCallback(
    (record) => {
      const words = names.of(wordsOf(record))
      const begins = words.length > most ? `${words.slice(0, most).trimEnd()} …` : words
      return `${say(`commitments.kind.${record.kind}`)} · ${begins}`
    },
    [say, names],
  )
}
