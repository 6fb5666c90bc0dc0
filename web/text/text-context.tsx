/** The text around its parts on the page. None of it changes with an act, so that an act draws one clause again. */
import { createContext, useContext } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { Process, Room, Seat } from '#domain/parties/process.ts'
import type { Desk } from './desk.ts'
import type { Rows } from './rows.ts'
import type { TextSearch, Turn } from './text-search.ts'

/** The text on the page. `channel` is the reader's own, for a seat that has exactly one and is a party's. */
export interface TextOnPage {
  readonly room: Room
  /** The process and the reader's seat: the same objects for as long as nothing in them changes. */
  readonly process: Process
  readonly seat: Seat
  readonly channel: Room | undefined
  /** Where the reader's own delegation speaks: its caucus, or the mediator's office. */
  readonly home: Room | undefined
  readonly languages: readonly string[]
  /** Those of the languages that are shown. */
  readonly shown: readonly string[]
  readonly desk: Desk
  readonly search: TextSearch
  readonly turn: Turn
  /** The text as it is at this moment, for what is done and not for what is drawn. */
  readonly now: () => { readonly view: TextView; readonly rows: Rows }
}

const Context = createContext<TextOnPage | null>(null)
const Head = createContext<{ readonly view: TextView; readonly rows: Rows } | null>(null)

/** Puts a text around the parts of its page. */
export const TextProvider = Context.Provider

/** Puts the text as it is around the parts that show all of it. */
export const HeadProvider = Head.Provider

/** The text around this part of the page. */
export const useText = (): TextOnPage => {
  const found = useContext(Context)
  if (!found) throw new Error('no text around this part of the page')
  return found
}

/** The text as it is, drawn again with every act: only for parts that show the whole of it. */
export const useHead = (): { readonly view: TextView; readonly rows: Rows } => {
  const found = useContext(Head)
  if (!found) throw new Error('no text around this part of the page')
  return found
}
