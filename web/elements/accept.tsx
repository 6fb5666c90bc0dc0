/** Accepting words: those that were on the screen, and no others that came in their place beneath the finger. */
import { useRef, useState } from 'react'
import { useSay } from '../speech.tsx'
import { Button } from './button.tsx'

interface Reading {
  readonly isOther: boolean
  readonly read: () => void
  /** The reader knows these words, since they are their own. */
  readonly know: (wording: string) => void
}

/** Whether these words are others than those that were there at first; `read` says that the reader has read those as well. */
export const useRead = (wording: string): Reading => {
  const [known, setKnown] = useState(wording)
  return { isOther: known !== wording, read: () => setKnown(wording), know: setKnown }
}

/** Says that other words stand there now, and asks that they be read first: here with `read`, else where they stand. */
export const OtherWords = ({ isOther, read }: { readonly isOther: boolean; readonly read?: () => void }) => {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  // The button goes with the notice: the reader goes on from here.
  const haveRead = () => {
    place.current?.focus()
    read?.()
  }
  return (
    <div ref={place} tabIndex={-1} aria-live="polite" className="said">
      {isOther && (
        <div className="notice stack tight">
          <p>{say(read ? 'accept.other-words' : 'accept.other-words.behind')}</p>
          {read && (
            <div>
              <Button onPress={haveRead}>{say('accept.have-read')}</Button>
            </div>
          )}
        </div>
      )}
    </div>
  )
}

/** A button that accepts the words named by `wording`: when others take their place it asks that they be read first. */
export const Accept = ({
  wording,
  label,
  look = 'main',
  busy,
  accept,
}: {
  readonly wording: string
  readonly label: string
  readonly look?: 'main' | 'plain'
  readonly busy: boolean
  readonly accept: () => void
}) => {
  const words = useRead(wording)
  return (
    <>
      <OtherWords isOther={words.isOther} read={words.read} />
      <div>
        <Button look={look} isDisabled={busy || words.isOther} onPress={accept}>
          {label}
        </Button>
      </div>
    </>
  )
}
