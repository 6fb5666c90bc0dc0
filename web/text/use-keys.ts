/** The keys of the page: from clause to clause, into a bracket, to what can be done. They are physical keys, so that they are the same in both scripts. */
import { useEffect, useRef } from 'react'
import { useMay } from '../process.tsx'
import type { Doing } from './desk.ts'
import { showClause } from './go-to.ts'
import { useText } from './text-context.tsx'
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

/** Listens while the text is on the page and the reader is neither typing nor in a dialog. */
export const useKeys = ({ on, help }: { readonly on: boolean; readonly help: () => void }): void => {
  const { desk, now, search } = useText()
  const doings = useDoings()
  const picking = useRef(false)
  const isReading = search.view === undefined || search.view === 'open' || search.view === 'packages'
  useEffect(() => {
    const goTo = (id: string | null): boolean => id !== null && showClause(desk, id)
    const rowOf = (id: string | null) => now().rows.rows.find(({ clause }) => clause.id === id)
    const isOpen = (id: string): boolean => {
      const status = rowOf(id)?.status
      return status === 'open' || status === 'bracketed'
    }
    const openFirst = (id: string): boolean => {
      const [bracket] = Object.keys(rowOf(id)?.clause.brackets ?? {})
      if (bracket !== undefined) desk.open(id, { what: 'bracket', bracket })
      else document.querySelector<HTMLElement>(`#clause-${CSS.escape(id)} .text-acts button`)?.focus()
      return true
    }
    const close = (id: string): boolean => {
      if (!desk.doingOf(id)) return false
      desk.open(id, null)
      return showClause(desk, id)
    }
    const onKey = (event: KeyboardEvent): boolean => {
      const id = desk.current()
      const onRow = event.target instanceof HTMLElement && event.target.matches('.text-clause')
      if (event.key === '?') help()
      if (event.key === '?') return true
      if (event.code === 'KeyJ' || (onRow && event.key === 'ArrowDown')) return goTo(neighbour(id, 1))
      if (event.code === 'KeyK' || (onRow && event.key === 'ArrowUp')) return goTo(neighbour(id, -1))
      if (event.code === 'KeyN') return goTo(nextOpen(id, isOpen, event.shiftKey ? -1 : 1))
      if (id === null) return false
      if (event.key === 'Escape') return close(id)
      if (!isReading) return false
      if (onRow && event.key === 'Enter') return openFirst(id)
      if (event.code === 'KeyS') {
        const row = document.getElementById(`clause-${id}`)
        picking.current = row !== null && beginPicking(row)
        return picking.current
      }
      const doing = doings[event.code]
      if (doing) desk.open(id, doing)
      return doing !== undefined
    }
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(typing)) return
      if (picking.current) {
        picking.current = pickWithKey(event)
        if (event.defaultPrevented) return
      }
      if (!on && event.key !== 'Escape' && event.key !== 'Enter' && !event.key.startsWith('Arrow')) return
      if (onKey(event)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [desk, now, doings, on, help, isReading])
}
