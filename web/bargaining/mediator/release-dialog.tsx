/** Releasing a suggestion: to whom, what is left of the budget, from when, and what it tells; only then can it go. */
import { useEffect, useState } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { mayRelease, nextRelease } from '#domain/bargaining/budget.ts'
import { useAct } from '../../acts.ts'
import { Refused } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { Tick } from '../../elements/field.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { Moment } from '../../moments.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useTrouble } from '../../refusals.ts'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { type Prepared, TellingShown, useTelling } from './telling.tsx'

interface Props {
  readonly object: string
  readonly revision: number
  readonly of: Prepared
}

const Addressee = ({
  to,
  of,
  seen,
}: {
  readonly to: string
  readonly of: Prepared
  readonly seen: (party: string) => void
}) => {
  const telling = useTelling(of, to)
  const isSeen =
    telling.state.kind === 'done' || telling.state.kind === 'none' || telling.state.kind === 'refused'
  useEffect(() => {
    if (isSeen) seen(to)
  }, [isSeen, seen, to])
  return <TellingShown to={to} of={telling} prepared={of} />
}

const Earliest = ({ party }: { readonly party: string }) => {
  const say = useSay()
  const names = useNames()
  const { view } = useAtMediator()
  const from = view.budget ? nextRelease(view.budget.state, party) : undefined
  if (from === undefined || from <= new Date().toISOString()) return null
  return (
    <p className="small">
      {say('bargaining.mediator.release.earliest', { party: names.party(party) })} <Moment at={from} />
    </p>
  )
}

const useReleasing = ({ object, revision }: Pick<Props, 'object' | 'revision'>) => {
  const { rooms } = useProcess()
  const office = rooms.find(({ kind }) => kind === 'office')
  const acting = useAct(office?.id ?? '')
  const release = async (to: readonly string[]): Promise<boolean> =>
    (await acting.act({ kind: 'suggestion.release', object, base: revision, payload: { to } })) !== null
  return { acting, release }
}

const Inside = ({ close, ...props }: Props & { readonly close: () => void }) => {
  const { of } = props
  const say = useSay()
  const names = useNames()
  const sentence = useTrouble()
  const { process } = useProcess()
  const { view } = useAtMediator()
  const { acting, release } = useReleasing(props)
  const open = process.parties
    .map(({ key }) => key)
    .filter((key) => !of.released.some(({ to }) => to.includes(key)))
  const [to, setTo] = useState<readonly string[]>([])
  const [seen, setSeen] = useState<readonly string[]>([])
  const [see] = useState(() => (party: string) => setSeen((before) => [...new Set([...before, party])]))
  const allowed = mayRelease(view.budget?.state, to, new Date().toISOString())
  const ready = to.length > 0 && to.every((party) => seen.includes(party)) && allowed.ok && !acting.busy
  const left = view.budget ? view.budget.state.most - view.budget.state.released.length : 0
  return (
    <div className="stack">
      <fieldset className="plain-fieldset">
        <legend className="field-title">{say('bargaining.mediator.release.to')}</legend>
        {open.map((party) => (
          <Tick
            key={party}
            label={names.party(party)}
            value={to.includes(party)}
            onChange={(on) => setTo(on ? [...to, party] : to.filter((each) => each !== party))}
          />
        ))}
      </fieldset>
      <p>{say('bargaining.mediator.release.left', { left })}</p>
      {open.map((party) => (
        <Earliest key={party} party={party} />
      ))}
      {to.map((party) => (
        <Addressee key={party} to={party} of={of} seen={see} />
      ))}
      <p className="hint">{say('bargaining.mediator.release.why')}</p>
      {!allowed.ok && (
        <p className="notice" role="status">
          {sentence(new Refused(422, allowed.refusal.code, allowed.refusal.facts))}
        </p>
      )}
      <div className="line">
        <Button
          look="main"
          isDisabled={!ready}
          onPress={() => void release(to).then((went) => went && close())}
        >
          {say('bargaining.mediator.release')}
        </Button>
        <Button onPress={close}>{say('cancel')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

export const ReleaseDialog = (props: Props) => {
  const say = useSay()
  return (
    <DialogTrigger>
      <Button look="main">{say('bargaining.mediator.release.open')}</Button>
      <ModalOverlay className="veil" isDismissable>
        <Modal className="sheet">
          <Dialog>
            {({ close }) => (
              <>
                <Heading slot="title" level={2}>
                  {say('bargaining.mediator.release.title')}
                </Heading>
                <Inside {...props} close={close} />
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
