/** A check of a room's record: begun and stopped from the page, done in a worker, remembered when all is in order. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useProcess } from '../process.tsx'
import { useReceipts } from '../receipts.ts'
import type { Progress, Verdict } from './check.ts'
import { forget, readRemembered, remember } from './remembered.ts'
import type { Hindrance, Told } from './verify-worker.ts'

/** How a check stands. */
export type Checking =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly progress: Progress | null }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'hindered'; readonly by: Hindrance }

/** Keeps the heads of a verdict in mind, each if nothing is wrong with its log. */
const keepInMind = ({ head, anchor, flaws, anchorFlaws }: Verdict): void => {
  const at = new Date().toISOString()
  if (head && flaws.length === 0) remember(head, at)
  if (anchor && anchorFlaws.length === 0) remember(anchor, at)
}

export const useVerification = (room: string) => {
  const { id: process, me } = useProcess()
  const kept = useReceipts(me.id)
  const [checking, setChecking] = useState<Checking>({ kind: 'none' })
  const worker = useRef<Worker | null>(null)
  const end = useCallback((last: Checking) => {
    worker.current?.terminate()
    worker.current = null
    setChecking(last)
  }, [])
  useEffect(() => () => worker.current?.terminate(), [])

  const heard = (told: Told): void => {
    if (told.kind === 'verdict') keepInMind(told.verdict)
    if (told.kind === 'progress') setChecking({ kind: 'busy', progress: told.progress })
    else end(told)
  }
  const begin = (): void => {
    end({ kind: 'busy', progress: null })
    const started = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => heard(data))
    started.addEventListener('error', () => end({ kind: 'hindered', by: 'unreadable' }))
    const receipts = kept.filter((each) => each.room === room).map(({ receipt }) => receipt)
    started.postMessage({ process, room, receipts, remembered: readRemembered() })
  }
  const letGo = (): void => {
    forget(room)
    end({ kind: 'none' })
  }
  return { checking, begin, cancel: () => end({ kind: 'none' }), letGo }
}
