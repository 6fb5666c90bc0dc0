/** Putting a package to the sides apart from each other: what it says, to whom, and by when each answers for itself. */
import { useState } from 'react'
import type { Package } from '#domain/bargaining/agenda.ts'
import { packageWords } from '#domain/bargaining/trade-words.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Pick, Tick } from '../../elements/field.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { Moment } from '../../moments.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { type Move, useAtMediator } from './at-mediator.tsx'
import { SaidWordsFields, useSaidWords } from './said-words.tsx'

const periods = [1, 6, 24, 48, 72, 168] as const

/** On the full minute, so that both sides read the same moment. */
const deadlineIn = (hours: number): string =>
  new Date(Math.ceil((Date.now() + hours * 3_600_000) / 60_000) * 60_000).toISOString()

const Sides = ({
  to,
  setTo,
}: {
  readonly to: readonly string[]
  readonly setTo: (to: readonly string[]) => void
}) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  if (process.parties.length === 2) return null
  return (
    <fieldset className="plain-fieldset">
      <legend className="field-title">{say('bargaining.mediator.ballot.to')}</legend>
      {process.parties.map(({ key }) => (
        <Tick
          key={key}
          label={names.party(key)}
          value={to.includes(key)}
          onChange={(on) => setTo(on ? [...to, key] : to.filter((each) => each !== key))}
        />
      ))}
    </fieldset>
  )
}

const usePutting = () => {
  const { rooms } = useProcess()
  const office = rooms.find(({ kind }) => kind === 'office')
  const acting = useAct(office?.id ?? '')
  const { prepare } = useAtMediator()
  const put = async (payload: {
    readonly package: Package
    readonly words: NonNullable<ReturnType<typeof useSaidWords>['wording']>
    readonly deadline: string
    readonly to: readonly string[]
  }): Promise<void> => {
    if (await acting.act({ kind: 'ballot.put', base: 0, payload })) prepare(null)
  }
  return { acting, put }
}

export const PutBallot = ({ move }: { readonly move: Move }) => {
  const say = useSay()
  const { process } = useProcess()
  const { agenda, prepare } = useAtMediator()
  const { acting, put } = usePutting()
  const [hours, setHours] = useState('24')
  const [to, setTo] = useState<readonly string[]>(process.parties.map(({ key }) => key))
  const words = useSaidWords((language) => packageWords(agenda, move.to, language).join('\n'))
  const deadline = deadlineIn(Number(hours))
  return (
    <section className="card stack" aria-labelledby="put">
      <h2 id="put">{say('bargaining.mediator.ballot.put-title')}</h2>
      <p className="hint">{say('bargaining.mediator.ballot.why')}</p>
      <SaidWordsFields of={words} />
      <div className="columns">
        <div className="field">
          <Pick
            label={say('bargaining.mediator.ballot.period')}
            value={hours}
            onChange={setHours}
            among={periods.map((each) => ({
              key: String(each),
              name: say('bargaining.mediator.hours', { hours: each }),
            }))}
          />
          <p className="hint">
            {say('bargaining.mediator.ballot.until')} <Moment at={deadline} />
          </p>
        </div>
        <Sides to={to} setTo={setTo} />
      </div>
      <div className="line">
        <Button
          look="main"
          isDisabled={acting.busy || !words.wording || to.length < 2}
          onPress={() =>
            words.wording &&
            void put({ package: move.to, words: words.wording, deadline: deadlineIn(Number(hours)), to })
          }
        >
          {say('bargaining.mediator.ballot.put')}
        </Button>
        <Button onPress={() => prepare(null)}>{say('cancel')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
