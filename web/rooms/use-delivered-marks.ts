/** Marks as delivered what the table has brought to the reader's attention, once for each newest entry of a room. */
import { useEffect, useRef } from 'react'
import type { Waiting } from '#contract/rooms.ts'
import { post } from '../api.ts'
import { useProcess } from '../process.tsx'

/** A mark that cannot be moved is no trouble of the reader's; it moves the next time. */
export const useDeliveredMarks = (waiting: readonly Waiting[]): void => {
  const { id: process, me } = useProcess()
  const done = useRef(new Map<string, number>())
  useEffect(() => {
    for (const { room, deliver } of waiting) {
      if (deliver === undefined || (done.current.get(room) ?? 0) >= deliver) continue
      done.current.set(room, deliver)
      const act = { id: crypto.randomUUID(), room, kind: 'marks.move', object: me.id, base: null }
      post(`/processes/${process}/acts`, { ...act, payload: { delivered: deliver } }).catch(() => {})
    }
  }, [waiting, process, me.id])
}
