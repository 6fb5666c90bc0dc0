/** Words not sent yet: they survive a reload of the page, and are gone when sent or when the reader leaves the seat. */
import { useCallback, useState } from 'react'

const prefix = 'parley.draft.'

const kept = (key: string): string => {
  try {
    return sessionStorage.getItem(prefix + key) ?? ''
  } catch {
    return ''
  }
}

const keep = (key: string, words: string): void => {
  try {
    if (words === '') sessionStorage.removeItem(prefix + key)
    else sessionStorage.setItem(prefix + key, words)
  } catch {
    // Without a store the draft lasts as long as the page.
  }
}

/** A piece of text that is being written; `key` holds the room, the member and what it is. */
export const useDraft = (key: string, initial = ''): readonly [string, (words: string) => void] => {
  const [draft, setDraft] = useState(() => ({ key, words: kept(key) || initial }))
  const current = draft.key === key ? draft.words : kept(key) || initial
  const write = useCallback(
    (words: string) => {
      keep(key, words)
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
}
