/** A small bar beside words that were picked out of the text: what the reader's seat can do with them. */
import { type RefObject, useEffect, useState } from 'react'
import { sliceContent } from '#domain/text/content.ts'
import { Button } from '../elements/button.tsx'
import { useMay } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Doing } from './desk.ts'
import { type Picked, pickedFrom, pickOf, wholeWords } from './picking.ts'
import { useText } from './text-context.tsx'
import { useRole } from './use-proposing.ts'

interface Shown {
  readonly picked: Picked
  readonly top: number
  readonly start: number
}

/** The id of the bar, by which the keys find it. */
export const selectionBar = 'selection-bar'

/** The words picked on the screen, grown to whole words, and where the bar stands. */
const useShown = (around: RefObject<HTMLElement | null>) => {
  const { now } = useText()
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const look = () => {
      const bar = document.getElementById(selectionBar)
      if (bar?.contains(document.activeElement)) return
      const selection = getSelection()
      const picked = pickOf(selection)
      const clause = picked && now().view.clauses.find(({ id }) => id === picked.clause)
      const content = clause && pickedFrom(clause, picked)
      const frame = around.current?.getBoundingClientRect()
      if (!selection || !picked || !content || !frame) return setShown(null)
      const box = selection.getRangeAt(0).getBoundingClientRect()
      const range = wholeWords(content, picked.range)
      if (range.to <= range.from) return setShown(null)
      setShown({
        picked: { ...picked, range },
        top: box.bottom - frame.top + 8,
        start: box.left - frame.left,
      })
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [around, now])
  return [shown, setShown] as const
}

const useWordsOf = () => {
  const { now } = useText()
  return (picked: Picked): string => {
    const clause = now().view.clauses.find(({ id }) => id === picked.clause)
    const content = clause && pickedFrom(clause, picked)
    const pieces = content ? sliceContent(content, picked.range) : []
    return pieces.map((piece) => (typeof piece === 'string' ? piece : '[…]')).join('')
  }
}

interface Way {
  readonly name: string
  readonly doing: (picked: Picked) => Doing
}

/** What can be done with picked words, by seat. */
const useWays = (): readonly Way[] => {
  const say = useSay()
  const role = useRole()
  const { home, channel, room } = useText()
  const mayComment = useMay(home)('message.send')
  const mayAsk = useMay(channel)('message.send') && room.kind === 'plenary'
  const propose = say(role === 'party' ? 'text.propose' : 'text.write-other')
  const comment = say(home?.kind === 'office' ? 'text.comment.office' : 'text.comment')
  const ways: readonly (readonly [boolean, Way])[] = [
    [role !== null, { name: propose, doing: (picked) => ({ what: 'propose', picked }) }],
    [
      role !== null,
      { name: say('text.bracket'), doing: (picked) => ({ what: 'propose', picked, out: true }) },
    ],
    [mayAsk, { name: say('text.ask'), doing: (picked) => ({ what: 'ask', picked }) }],
    [mayComment, { name: comment, doing: (picked) => ({ what: 'comment', picked }) }],
  ]
  return ways.flatMap(([allowed, way]) => (allowed ? [way] : []))
}

export const SelectionBar = ({ around }: { readonly around: RefObject<HTMLElement | null> }) => {
  const say = useSay()
  const { desk } = useText()
  const [shown, setShown] = useShown(around)
  const ways = useWays()
  const wordsOf = useWordsOf()
  const close = () => {
    getSelection()?.removeAllRanges()
    setShown(null)
  }
  return (
    <>
      <p className="unseen" role="status">
        {shown ? say('text.picked', { words: wordsOf(shown.picked) }) : ''}
      </p>
      {shown && ways.length > 0 && (
        <div
          id={selectionBar}
          className="selection-bar no-print"
          role="toolbar"
          aria-label={say('text.picked.bar')}
          style={{
            insetBlockStart: shown.top,
            insetInlineStart: `max(0px, min(${Math.round(shown.start)}px, 100% - 24rem))`,
          }}
          onMouseDown={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            const { clause } = shown.picked
            close()
            document.getElementById(`clause-${clause}`)?.focus({ preventScroll: true })
          }}
        >
          {ways.map(({ doing, name }) => (
            <Button
              key={name}
              onPress={() => {
                const { picked } = shown
                close()
                desk.open(picked.clause, doing(picked))
              }}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
