/** The keys of the page: from clause to clause, into a bracket, to what can be done. They are physical keys, so that they are the same in both scripts. */
import { useEffect, useRef } from 'react'
import { useMay } from '../process.tsx'
import type { Doing } from './desk.ts'
import { showClause } from './go-to.ts'
import { type TextOnPage, useText } from './text-context.tsx'
import { useRole } from './use-proposing.ts'
import { beginPicking, pickWithKey } from './word-keys.ts'

const typing =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="toolbar"], .strip'

const rowsThere = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.text-reading .text-clause[id]'),
]

const idOf = (row: HTMLElement): string => row.id.replace(/^clause-/u, '')

/** The clause that so many steps lead to; from nowhere, the first one in view. */
const neighbour = (current: string | null, step: 1 | -1): string | null => {
  const rows = rowsThere()
  const at = rows.findIndex((row) => idOf(row) === current)
  const to =
    at < 0
      ? rows.find((row) => row.getBoundingClientRect().bottom > 80)
      : rows[Math.min(rows.length - 1, Math.max(0, at + step))]
  return to ? idOf(to) : null
}

const nextOpen = (current: string | null, isOpen: (id: string) => boolean, step: 1 | -1): string | null => {
  const rows = rowsThere()
  const at = rows.findIndex((row) => idOf(row) === current)
  const after = step === 1 ? rows.slice(at + 1) : rows.slice(0, Math.max(0, at)).reverse()
  const found = after.find((row) => isOpen(idOf(row)))
  return found ? idOf(found) : null
}

/** What a key does with the clause the reader is on; undefined where the seat may not. */
const useDoings = (): Readonly<Record<string, Doing | undefined>> => {
  const { home, channel, room } = useText()
  const role = useRole()
  const may = useMay(room)
  const mayComment = useMay(home)('message.send')
  const mayAsk = useMay(channel)('message.send') && room.kind === 'plenary'
  return {
    KeyP: role ? { what: 'propose' } : undefined,
    KeyC: mayComment ? { what: 'comment' } : undefined,
    KeyQ: mayAsk ? { what: 'ask' } : undefined,
    KeyH: { what: 'history' },
    KeyL: may('text.link') ? { what: 'link' } : undefined,
  }
}

/** What the keys act on. */
interface Keyboard extends Pick<TextOnPage, 'desk' | 'now'> {
  readonly doings: ReturnType<typeof useDoings>
  readonly isReading: boolean
  readonly help: () => void
  /** Whether words are being picked, which the arrows then do. */
  readonly picking: { current: boolean }
}

const rowOf = ({ now }: Keyboard, id: string) => now().rows.rows.find(({ clause }) => clause.id === id)

const isOpenPoint = (keyboard: Keyboard, id: string): boolean => {
  const status = rowOf(keyboard, id)?.status
  return status === 'open' || status === 'bracketed'
}

const goTo = ({ desk }: Keyboard, id: string | null): boolean => id !== null && showClause(desk, id)

/** The first bracket of a clause; where there is none, what can be done with it. */
const enter = (keyboard: Keyboard, id: string): boolean => {
  const [bracket] = Object.keys(rowOf(keyboard, id)?.clause.brackets ?? {})
  if (bracket !== undefined) keyboard.desk.open(id, { what: 'bracket', bracket })
  else document.querySelector<HTMLElement>(`#clause-${CSS.escape(id)} .text-acts button`)?.focus()
  return true
}

const close = (keyboard: Keyboard, id: string): boolean => {
  if (!keyboard.desk.doingOf(id)) return false
  keyboard.desk.open(id, null)
  return goTo(keyboard, id)
}

const begin = ({ picking }: Keyboard, id: string): boolean => {
  const row = document.getElementById(`clause-${id}`)
  picking.current = row !== null && beginPicking(row)
  return picking.current
}

/** What a key does with the clause one is on; false where it does nothing. */
const onClause = (keyboard: Keyboard, id: string, { key, code }: KeyboardEvent, onRow: boolean): boolean => {
  if (key === 'Escape') return close(keyboard, id)
  if (!keyboard.isReading) return false
  if (onRow && key === 'Enter') return enter(keyboard, id)
  if (code === 'KeyS') return begin(keyboard, id)
  const doing = keyboard.doings[code]
  if (doing) keyboard.desk.open(id, doing)
  return doing !== undefined
}

/** Takes a key; false where it means nothing here and the browser may have it. */
const take = (keyboard: Keyboard, event: KeyboardEvent): boolean => {
  const id = keyboard.desk.current()
  const onRow = event.target instanceof HTMLElement && event.target.matches('.text-clause')
  if (event.code === 'KeyJ' || (onRow && event.key === 'ArrowDown')) return goTo(keyboard, neighbour(id, 1))
  if (event.code === 'KeyK' || (onRow && event.key === 'ArrowUp')) return goTo(keyboard, neighbour(id, -1))
  if (event.code === 'KeyN')
    return goTo(
      keyboard,
      nextOpen(id, (each) => isOpenPoint(keyboard, each), event.shiftKey ? -1 : 1),
    )
  if (event.key !== '?') return id !== null && onClause(keyboard, id, event, onRow)
  keyboard.help()
  return true
}

/** Keys that are no letters: they work also when the letters are turned off. */
const isPlainKey = ({ key }: KeyboardEvent): boolean =>
  key === 'Escape' || key === 'Enter' || key.startsWith('Arrow')

/** Listens while the text is on the page and the reader is neither typing nor in a dialog. */
export const useKeys = ({ on, help }: { readonly on: boolean; readonly help: () => void }): void => {
  const { desk, now, search } = useText()
  const doings = useDoings()
  const picking = useRef(false)
  const isReading = search.view === undefined || search.view === 'open' || search.view === 'packages'
  useEffect(() => {
    const keyboard = { desk, now, doings, help, isReading, picking }
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(typing)) return
      if (picking.current) {
        picking.current = pickWithKey(event)
        if (event.defaultPrevented) return
      }
      if ((on || isPlainKey(event)) && take(keyboard, event)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [desk, now, doings, on, help, isReading])
}
