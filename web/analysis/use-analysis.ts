/** Asking for an analysis: begun by the page, computed in a thread of this browser, ended with it, and kept nowhere. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '../api.ts'
import { useProcess } from '../process.tsx'
import type { Answers, Questions, Told, What } from './questions.ts'

/** How an analysis stands. */
export type Analysing<A> =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly share: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly trouble: Error }
  | { readonly kind: 'done'; readonly answer: A }

/** An analysis under way, and how to end it or begin it again. */
export interface Analysis<A> {
  readonly state: Analysing<A>
  readonly stop: () => void
  readonly again: () => void
}

/** Runs a thread until it has answered; ending the signal ends the thread. */
const inThread = (asked: object, signal: AbortSignal, heard: (share: number) => void): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => worker.terminate()
    signal.addEventListener('abort', () => {
      end()
      reject(new DOMException('stopped', 'AbortError'))
    })
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') return heard(data.share)
      end()
      if (data.kind === 'answer') resolve(data.answer)
      else reject(new Refused(422, data.refusal.code, data.refusal.facts))
    })
    worker.addEventListener('error', () => {
      end()
      reject(new Refused(500, 'bargaining.broken'))
    })
    worker.postMessage(asked)
  })

/** Asks a question as soon as there is one; `null` asks nothing. Answers stay in this page's memory while it is open. */
export const useAnalysis = <W extends What>(what: W, question: Questions[W] | null): Analysis<Answers[W]> => {
  const { id: process } = useProcess()
  const client = useQueryClient()
  const [share, setShare] = useState(0)
  const queryKey = ['process', process, 'analysis', what, question]
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      setShare(0)
      return (await inThread({ what, ...question }, signal, setShare)) as Answers[W]
    },
    enabled: question !== null,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: false,
    refetchOnWindowFocus: false,
    networkMode: 'always',
  })
  const state = ((): Analysing<Answers[W]> => {
    if (question === null) return { kind: 'none' }
    if (query.data !== undefined) return { kind: 'done', answer: query.data }
    if (query.isError) return { kind: 'refused', trouble: query.error }
    return query.fetchStatus === 'idle' ? { kind: 'stopped' } : { kind: 'busy', share }
  })()
  return {
    state,
    stop: () => void client.cancelQueries({ queryKey }),
    again: () => void query.refetch(),
  }
}
