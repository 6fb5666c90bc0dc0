/** Receipts kept in this browser: a log's signed promise for each act of the member, the last five hundred of them. */
import { useCallback, useSyncExternalStore } from 'react'
import type { ActDone } from '#contract/acts.ts'

/** What is kept of an act that was done: its place, and the log's promise as the log signed it. */
export type KeptReceipt = Pick<ActDone, 'room' | 'index' | 'at' | 'receipt'>

const most = 500
const listeners = new Set<() => void>()
const nameOf = (member: string): string => `parley.receipts.${member}`

const isKept = (value: unknown): value is KeptReceipt => {
  const { room, index, at, receipt } = (value ?? {}) as Partial<Record<keyof KeptReceipt, unknown>>
  return (
    typeof room === 'string' &&
    typeof index === 'number' &&
    typeof at === 'string' &&
    typeof receipt === 'string'
  )
}

/** The receipts in what a browser kept, oldest first; anything that is not one is passed over. */
export const receiptsIn = (kept: string): readonly KeptReceipt[] => {
  try {
    const read: unknown = JSON.parse(kept)
    return Array.isArray(read) ? read.filter(isKept) : []
  } catch {
    return []
  }
}

/** What is kept after one more; the same receipt is kept once, and of more than five hundred the oldest go. */
export const withReceipt = (
  kept: readonly KeptReceipt[],
  { room, index, at, receipt }: KeptReceipt,
): readonly KeptReceipt[] =>
  [...kept.filter((each) => each.receipt !== receipt), { room, index, at, receipt }].slice(-most)

const read = (member: string): string => {
  try {
    return localStorage.getItem(nameOf(member)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps the receipt of an act of this member. */
export const keepReceipt = (member: string, done: KeptReceipt): void => {
  try {
    localStorage.setItem(nameOf(member), JSON.stringify(withReceipt(receiptsIn(read(member)), done)))
  } catch {
    // A browser that keeps nothing keeps no receipts; the act is done all the same.
  }
  for (const heard of listeners) heard()
}

const listen = (heard: () => void): (() => void) => {
  listeners.add(heard)
  addEventListener('storage', heard)
  return () => {
    listeners.delete(heard)
    removeEventListener('storage', heard)
  }
}

/** The receipts of this member in this browser, also those that another tab keeps meanwhile. */
export const useReceipts = (member: string): readonly KeptReceipt[] =>
  receiptsIn(
    useSyncExternalStore(
      listen,
      useCallback(() => read(member), [member]),
    ),
  )
