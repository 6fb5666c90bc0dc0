/** The keys of the page, told in a dialog, where they can also be turned off. */
import { useCallback, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../elements/button.tsx'
import { Tick } from '../elements/field.tsx'
import { type Phrase, useSay } from '../speech.tsx'
import { useKeys } from './use-keys.ts'

const keys: readonly (readonly [string, Phrase])[] = [
  ['J ↓', 'text.keys.next'],
  ['K ↑', 'text.keys.before'],
  ['N ⇧N', 'text.keys.open'],
  ['⏎', 'text.keys.enter'],
  ['S → ⇧→ ⇥ ⏎', 'text.keys.select'],
  ['P', 'text.keys.propose'],
  ['C', 'text.keys.comment'],
  ['Q', 'text.keys.ask'],
  ['L', 'text.keys.link'],
  ['H', 'text.keys.history'],
  ['Esc', 'text.keys.close'],
  ['?', 'text.keys.help'],
]

const kept = 'parley.text.keys'

const readOn = (): boolean => {
  try {
    return localStorage.getItem(kept) !== 'off'
  } catch {
    return true
  }
}

const useOn = () => {
  const [on, setOn] = useState(readOn)
  const turn = (next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(kept, next ? 'on' : 'off')
    } catch {
      // Without a store the choice lasts as long as the page.
    }
  }
  return [on, turn] as const
}

export const KeysHelp = () => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [on, turn] = useOn()
  const help = useCallback(() => setOpen(true), [])
  useKeys({ on, help })
  return (
    <>
      <Button onPress={help}>{say('text.keys')}</Button>
      <ModalOverlay className="veil" isDismissable isOpen={open} onOpenChange={setOpen}>
        <Modal className="sheet">
          <Dialog>
            <Heading slot="title" level={2}>
              {say('text.keys')}
            </Heading>
            <dl className="keys">
              {keys.map(([key, phrase]) => (
                <div key={phrase}>
                  <dt>
                    {key.split(' ').map((each) => (
                      <kbd key={each} dir="auto">
                        {each}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{say(phrase)}</dd>
                </div>
              ))}
            </dl>
            <p className="hint">{say('text.keys.physical')}</p>
            <Tick label={say('text.keys.on')} hint={say('text.keys.on.hint')} value={on} onChange={turn} />
            <div className="line">
              <Button slot="close">{say('text.close')}</Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
