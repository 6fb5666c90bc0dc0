/** A check of a room's record: begun and stopped from the page, done in a worker, remembered when all is in order. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useProcess } from '../process.tsx'
import { useReceipts } from '../receipts.ts'
import type { CheckedHead, Progress, Verdict } from './check.ts'
import { forget, headsToKeep, readAnchor, readRemembered, remember, rememberAnchor } from './remembered.ts'
import type { Hindrance, Told } from './verify-worker.ts'

/** How a check stands. */
export type Checking =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly progress: Progress | null }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'hindered'; readonly by: Hindrance }

const keepInMind = (process: string, verdict: Verdict): void => {
  const at = new Date().toISOString()
  const { room, anchor } = headsToKeep(verdict)
  if (room) remember(room, at)
  if (!anchor) return
  remember(anchor, at)
  rememberAnchor(process, anchor.log)
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
    if (told.kind === 'verdict') keepInMind(process, told.verdict)
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
    started.postMessage({
      process,
      room,
      receipts,
      remembered: readRemembered(),
      anchor: readAnchor(process),
    })
  }
  const letGo = (): void => {
    forget(room)
    end({ kind: 'none' })
  }
  /** The reader says that the keys under which this head was opened are the right ones. */
  const confirmKeys = (head: CheckedHead): void => {
    remember(head, new Date().toISOString())
    begin()
  }
  return { checking, begin, cancel: () => end({ kind: 'none' }), letGo, confirmKeys }
}
