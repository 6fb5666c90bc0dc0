/** Moves the reader's mark while a room is open in front of them. */
import { useEffect, useRef } from 'react'
import type { RoomView } from '#contract/rooms.ts'
import { post } from '../api.ts'
import { useMay, useProcess } from '../process.tsx'
import { contentOf, isBehind } from './marks.ts'

/** A mark that cannot be moved is no trouble of the reader's; it moves the next time. */
export const useReadMark = (view: RoomView): void => {
  const { id: process, me } = useProcess()
  const may = useMay(view.room)
  const seen = useRef<string | null>(null)
  const allowed = may('marks.move')
  useEffect(() => {
    const move = () => {
      if (!allowed || document.visibilityState !== 'visible') return
      if (!isBehind(view, me.id, seen.current)) {
        seen.current = contentOf(view)
        return
      }
      seen.current = contentOf(view)
      post(`/processes/${process}/acts`, {
        id: crypto.randomUUID(),
        room: view.room.id,
        kind: 'marks.move',
        object: me.id,
        base: null,
        payload: { read: view.size },
      }).catch(() => {})
    }
    const timer = setTimeout(move, 1_500)
    document.addEventListener('visibilitychange', move)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', move)
    }
  }, [view, me.id, process, allowed])
}
