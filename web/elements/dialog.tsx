/** Things that open over the page: a small sheet beside a button, and a question before something grave. */
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay, Popover } from 'react-aria-components'
import { useSay } from '../speech.tsx'
import { Button } from './button.tsx'

/** A small sheet that opens beside its button. */
export const Aside = ({
  label,
  title,
  children,
}: {
  readonly label: ReactNode
  readonly title: string
  readonly children: ReactNode
}) => (
  <DialogTrigger>
    <Button look="text">{label}</Button>
    <Popover className="popover" aria-label={title}>
      <section>
        <h2>{title}</h2>
        {children}
      </section>
    </Popover>
  </DialogTrigger>
)

/** A button that first asks; `confirm` does it and says whether the question may close. */
export const Confirm = ({
  label,
  look = 'plain',
  title,
  children,
  action,
  confirm,
  busy,
}: {
  readonly label: string
  readonly look?: 'main' | 'plain' | 'text'
  readonly title: string
  readonly children?: ReactNode
  readonly action: string
  readonly confirm: () => Promise<boolean>
  readonly busy?: boolean
}) => {
  const say = useSay()
  return (
    <DialogTrigger>
      <Button look={look}>{label}</Button>
      <ModalOverlay className="veil" isDismissable>
        <Modal className="sheet">
          <Dialog>
            {({ close }) => (
              <>
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                {children}
                <div className="line">
                  <Button
                    look="main"
                    isDisabled={busy ?? false}
                    onPress={() => {
                      void confirm().then((closes) => closes && close())
                    }}
                  >
                    {action}
                  </Button>
                  <Button onPress={close}>{say('cancel')}</Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
