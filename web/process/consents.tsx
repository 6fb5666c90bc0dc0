/** The consent of each party: what it covers, on what it depends, every step until here; the party gives and withdraws it. */
import type { StandingView } from '#contract/process-views.ts'
import type { Party, Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import type { Written } from '../elements/both-fields.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { FormAct } from './form-act.tsx'
import { usePartiesWithChannel } from './use-standing.ts'
import { OwnWords, Said, useWordingOf } from './words.tsx'

type Kept = StandingView['consents'][number]

const Give = ({ room, consent }: { readonly room: Room; readonly consent: Kept | undefined }) => {
  const say = useSay()
  const acting = useAct(room.id)
  const wordingOf = useWordingOf()
  const before = {
    scope: consent?.state.scope.words ?? {},
    qualifications: consent?.state.qualifications?.words ?? {},
  }
  const form = useForm<{ scope: Written; qualifications: Written }>('consent', before, {
    revision: consent?.revision ?? 0,
  })
  const { value, write, clear, base } = form
  const scope = wordingOf(value.scope)
  const qualifications = wordingOf(value.qualifications)
  const send = async () => {
    if (!scope) return false
    const payload = { scope, ...(qualifications ? { qualifications } : {}) }
    const done = await acting.act({
      kind: 'consent.give',
      object: 'consent',
      base,
      payload,
    })
    if (done) clear()
    return done !== null
  }
  return (
    <FormAct
      label={say(consent ? 'process.consent.change' : 'process.consent.give')}
      form={form}
      acting={acting}
      ready={scope !== null}
      send={send}
    >
      <OwnWords
        label={say('process.consent.scope')}
        value={value.scope}
        onChange={(words) => write({ scope: words })}
      />
      <OwnWords
        label={say('process.consent.qualifications')}
        value={value.qualifications}
        onChange={(words) => write({ qualifications: words })}
      />
      <p className="small quiet">{say('process.consent.how')}</p>
    </FormAct>
  )
}

const Withdraw = ({ room, consent }: { readonly room: Room; readonly consent: Kept }) => {
  const say = useSay()
  const acting = useAct(room.id)
  const wordingOf = useWordingOf()
  const form = useForm<{ reason: Written }>('consent-withdraw', { reason: {} }, consent)
  const { value, write, clear, base } = form
  const reason = wordingOf(value.reason)
  const send = async () => {
    const payload = reason ? { reason } : {}
    const done = await acting.act({
      kind: 'consent.withdraw',
      object: 'consent',
      base,
      payload,
    })
    if (done) clear()
    return done !== null
  }
  return (
    <FormAct label={say('process.consent.withdraw')} form={form} acting={acting} ready send={send}>
      <OwnWords
        label={say('process.consent.reason')}
        value={value.reason}
        onChange={(words) => write({ reason: words })}
      />
      <p className="small quiet">{say('process.consent.withdraw.how')}</p>
    </FormAct>
  )
}

const Steps = ({ of }: { readonly of: Kept['state'] }) => {
  const say = useSay()
  const names = useNames()
  return (
    <ol className="plain-list lines">
      {of.steps.toReversed().map((step) => (
        <li key={step.at}>
          <p className="small quiet">
            {say(`process.consent.${step.standing}`)} · {names.actor(step.by)} · <Moment at={step.at} />
          </p>
          {step.qualifications && <Said of={step.qualifications} />}
          {step.reason && <Said of={step.reason} />}
        </li>
      ))}
    </ol>
  )
}

const ConsentCard = ({
  party,
  room,
  consent,
}: {
  readonly party: Party
  readonly room: Room
  readonly consent: Kept | undefined
}) => {
  const say = useSay()
  const names = useNames()
  const may = useMay(room)
  const state = consent?.state
  return (
    <article className="card stack tight" aria-labelledby={`consent-${party.key}`}>
      <h3 id={`consent-${party.key}`}>{names.of(party.name)}</h3>
      <RoomLine room={room} />
      <p>
        <span className="tag solid" data-standing={state?.standing}>
          {say(state ? `process.consent.${state.standing}` : 'process.consent.none')}
        </span>
      </p>
      {state && (
        <>
          <p className="small quiet">{say('process.consent.scope')}</p>
          <Said of={state.scope} />
          {state.qualifications && (
            <>
              <p className="small quiet">{say('process.consent.qualifications')}</p>
              <Said of={state.qualifications} />
            </>
          )}
          <details className="unfolds">
            <summary>{say('process.steps', { count: state.steps.length })}</summary>
            <Steps of={state} />
          </details>
        </>
      )}
      {may('consent.give') && <Give room={room} consent={consent} />}
      {consent && state?.standing !== 'withdrawn' && may('consent.withdraw') && (
        <Withdraw room={room} consent={consent} />
      )}
    </article>
  )
}

/** The consents that the reader may see: the mediator every party's, a party its own. */
export const Consents = ({ view }: { readonly view: StandingView }) => {
  const say = useSay()
  const shown = usePartiesWithChannel().flatMap(({ party, channel }) => (channel ? [{ party, channel }] : []))
  if (shown.length === 0) return null
  return (
    <section className="stack" aria-labelledby="consents">
      <h2 id="consents">{say('process.consents')}</h2>
      <div className="columns">
        {shown.map(({ party, channel }) => (
          <ConsentCard
            key={party.key}
            party={party}
            room={channel}
            consent={view.consents.find(({ room }) => room === channel.id)}
          />
        ))}
      </div>
    </section>
  )
}
