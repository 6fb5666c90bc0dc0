/** Picking words with the keyboard: from word to word, further with Shift, to the other language with Tab. */
import { selectionBar } from './selection-bar.tsx'

const cellsOf = (clause: Element): readonly Element[] => [...clause.querySelectorAll('[data-words]')]

const begin = (cell: Element | undefined): boolean => {
  const selection = getSelection()
  if (!selection || !cell) return false
  selection.collapse(cell, 0)
  selection.modify('extend', 'forward', 'word')
  return true
}

/** Begins at the first word of a clause. */
export const beginPicking = (clause: Element): boolean => begin(cellsOf(clause)[0])

const cellOf = (selection: Selection): Element | null => {
  const node = selection.anchorNode
  return (node instanceof Element ? node : (node?.parentElement ?? null))?.closest('[data-words]') ?? null
}

const otherCell = (cell: Element): void => {
  const cells = cellsOf(cell.closest('.text-clause') ?? cell)
  begin(cells[(cells.indexOf(cell) + 1) % cells.length])
}

const step = (selection: Selection, cell: Element, forward: boolean, extend: boolean): void => {
  const kept = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null
  const direction = forward ? 'forward' : 'backward'
  if (extend) selection.modify('extend', direction, 'word')
  else {
    if (forward) selection.collapseToEnd()
    else {
      selection.collapseToStart()
      selection.modify('move', 'backward', 'word')
    }
    selection.modify('extend', 'forward', 'word')
  }
  if (kept && !cell.contains(selection.focusNode)) {
    selection.removeAllRanges()
    selection.addRange(kept)
  }
}

/** The bar comes a moment after the words are picked: whoever is quicker is taken there when it has come. */
const focusBar = (frames = 20): void => {
  const first = document.querySelector<HTMLElement>(`#${selectionBar} button`)
  if (first) first.focus()
  else if (frames > 0) requestAnimationFrame(() => focusBar(frames - 1))
}

/** Takes a key while words are being picked; false when picking is over and the key means something else. */
export const pickWithKey = (event: KeyboardEvent): boolean => {
  const selection = getSelection()
  const cell = selection && cellOf(selection)
  if (!selection || !cell || selection.isCollapsed) return false
  // The key that makes the next one reach further means nothing by itself.
  if (event.key === 'Shift') return true
  const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown'
  const backward = event.key === 'ArrowLeft' || event.key === 'ArrowUp'
  if (forward || backward) step(selection, cell, forward, event.shiftKey)
  else if (event.key === 'Tab') otherCell(cell)
  else if (event.key === 'Escape') selection.removeAllRanges()
  else if (event.key === 'Enter') focusBar()
  else return false
  event.preventDefault()
  return event.key !== 'Escape' && event.key !== 'Enter'
}
