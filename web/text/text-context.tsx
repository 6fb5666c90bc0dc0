/** The text around its parts on the page: what they all look at, and where a party's proposals go. */
import { createContext, useContext } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Rows } from './reading.ts'

/** The text on the page. `channel` is the reader's own, for a seat that has exactly one and is a party's. */
export interface TextOnPage extends Rows {
  readonly view: TextView
  readonly room: Room
  readonly channel: Room | undefined
}

const Context = createContext<TextOnPage | null>(null)

/** Puts a text around the parts of its page. */
export const TextProvider = Context.Provider

/** The text around this part of the page. */
export const useText = (): TextOnPage => {
  const found = useContext(Context)
  if (!found) throw new Error('no text around this part of the page')
  return found
}
