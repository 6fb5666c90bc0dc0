/** Words not sent yet: they survive a reload of the page, and are gone when sent or when the reader leaves the seat. */
import { useCallback, useState } from 'react'

const prefix = 'parley.draft.'

const listeners = new Set<() => void>()

/** What is kept under this key; empty where nothing is. */
export const keptDraft = (key: string): string => {
  try {
    return sessionStorage.getItem(prefix + key) ?? ''
  } catch {
    return ''
  }
}

/** Keeps words under a key; empty ones are not kept. */
export const keepDraft = (key: string, words: string): void => {
  try {
    if (words === '') sessionStorage.removeItem(prefix + key)
    else sessionStorage.setItem(prefix + key, words)
  } catch {
    // Without a store the draft lasts as long as the page.
  }
  for (const heard of listeners) heard()
}

/** Tells when something is kept or forgotten; gives back how to listen no longer. */
export const heardDrafts = (heard: () => void): (() => void) => {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

/** A piece of text that is being written; `key` holds the room, the member and what it is. */
export const useDraft = (key: string, initial = ''): readonly [string, (words: string) => void] => {
  const [draft, setDraft] = useState(() => ({ key, words: keptDraft(key) || initial }))
  const current = draft.key === key ? draft.words : keptDraft(key) || initial
  const write = useCallback(
    (words: string) => {
      keepDraft(key, words)
      setDraft({ key, words })
    },
    [key],
  )
  return [current, write]
}

/** Forgets every draft of this browser tab. */
export const forgetDrafts = (): void => {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
  for (const heard of listeners) heard()
}
