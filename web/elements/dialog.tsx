/** Things that open over the page: a small sheet beside a button, and a question before something grave. */
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay, Popover } from 'react-aria-components'
import { useSay } from '../speech.tsx'
import { OtherWords, useRead } from './accept.tsx'
import { Button } from './button.tsx'
import { type Overtakable, Overtaken } from './overtaken.tsx'

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

interface Question {
  readonly title: string
  readonly children?: ReactNode
  readonly action: string
  readonly confirm: () => Promise<boolean>
  readonly busy?: boolean
  /** The form that is written in it. */
  readonly form?: Overtakable
  /** Names the words that are decided upon; when others take their place while it is open, it is asked anew. */
  readonly wording?: string
}

const Asked = ({
  title,
  children,
  action,
  confirm,
  busy = false,
  form,
  wording = '',
  close,
}: Question & { readonly close: () => void }) => {
  const say = useSay()
  const { isOther } = useRead(wording)
  return (
    <>
      <Heading slot="title" level={2}>
        {title}
      </Heading>
      {children}
      {form && <Overtaken form={form} />}
      <OtherWords isOther={isOther} />
      <div className="line">
        <Button
          look="main"
          isDisabled={busy || form?.isOvertaken === true || isOther}
          onPress={() => {
            void confirm().then((closes) => closes && close())
          }}
        >
          {action}
        </Button>
        <Button onPress={close}>{say('cancel')}</Button>
      </div>
    </>
  )
}

/** A button that first asks; `confirm` does it and says whether the question may close. */
export const Confirm = ({
  label,
  look = 'plain',
  ...question
}: Question & { readonly label: string; readonly look?: 'main' | 'plain' | 'text' }) => (
  <DialogTrigger>
    <Button look={look}>{label}</Button>
    <ModalOverlay className="veil" isDismissable>
      <Modal className="sheet">
        <Dialog>{({ close }) => <Asked {...question} close={close} />}</Dialog>
      </Modal>
    </ModalOverlay>
  </DialogTrigger>
)
