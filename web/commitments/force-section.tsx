/** Entering into force: proposed by the mediator for a version and the stipulations all accept, accepted by each party. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { isInForce } from '#domain/commitments/force.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMoments } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { versionsQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { useRoom } from './use-commitments.ts'

type Line = CommitmentsView['stipulations'][number]
type Force = CommitmentsView['forces'][number]

const bases = ['provisional-application', 'entry-into-force'] as const

const Propose = ({ lines }: { readonly lines: readonly Line[] }) => {
  const say = useSay()
  const { id, process, at } = useProcess()
  const plenary = useRoom('plenary')
  const acting = useAct(plenary?.id ?? '')
  const { data } = useQuery(versionsQuery(id, plenary?.id ?? ''))
  const [chosen, choose] = useState({
    version: '',
    basis: 'provisional-application' as (typeof bases)[number],
    from: at.slice(0, 10),
  })
  const ready = lines.filter(
    ({ accepted, inForce }) =>
      inForce?.basis !== 'entry-into-force' && process.parties.every(({ key }) => accepted.includes(key)),
  )
  const versions = (data?.versions ?? []).map(({ record }) => String(record.number)).toReversed()
  const version = chosen.version || versions[0] || ''
  if (ready.length === 0 || version === '') return null
  const propose = () =>
    acting.act({
      kind: 'force.propose',
      base: 0,
      payload: {
        ...{ version: Number(version), basis: chosen.basis, from: chosen.from },
        stipulations: ready.map(({ object }) => object),
      },
    })
  return (
    <section className="card stack" aria-labelledby="force">
      <h3 id="force">{say('commitments.force.propose')}</h3>
      <p className="hint">{say('commitments.force.why', { count: ready.length })}</p>
      <div className="columns">
        <Pick
          label={say('commitments.force.version')}
          value={version}
          onChange={(key) => choose({ ...chosen, version: key })}
          among={versions.map((key) => ({ key, name: `SNT/Rev.${key}` }))}
        />
        <LineField
          type="date"
          label={say('commitments.force.from')}
          value={chosen.from}
          onChange={(from) => choose({ ...chosen, from })}
        />
      </div>
      <Pick
        label={say('commitments.force.basis')}
        value={chosen.basis}
        onChange={(key) => choose({ ...chosen, basis: key as (typeof bases)[number] })}
        among={bases.map((key) => ({ key, name: say(`commitments.force.${key}`) }))}
      />
      <div className="line">
        <Button look="main" isDisabled={acting.busy} onPress={() => void propose()}>
          {say('commitments.force.put')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}

const OneForce = ({ force }: { readonly force: Force }) => {
  const say = useSay()
  const names = useNames()
  const seat = useMySeat()
  const { process } = useProcess()
  const { day } = useMoments()
  const plenary = useRoom('plenary')
  const may = useMay(plenary)
  const acting = useAct(force.room)
  const { state, object, revision } = force
  const { version, stipulations, accepted } = state
  const holds = isInForce(
    state,
    process.parties.map(({ key }) => key),
  )
  const isMine = accepted.some(({ party }) => party === seat.party)
  const open = !holds && state.withdrawnAt === undefined
  return (
    <li className="stack tight record-line">
      <p>
        {say(holds ? `commitments.force.${state.basis}.holds` : `commitments.force.${state.basis}`)} ·{' '}
        {`SNT/Rev.${version}`} · {day(state.from)} ·{' '}
        {say('commitments.force.count', { count: stipulations.length })}
        {state.withdrawnAt && ` · ${say('commitments.taken-back')}`}
      </p>
      <p className="small quiet">
        {say('commitments.accepted-by', {
          who: accepted.map(({ party }) => names.party(party)).join('; ') || say('commitments.nobody'),
        })}
      </p>
      {open && (
        <div className="line">
          {may('force.accept') && !isMine && (
            <Button
              look="main"
              isDisabled={acting.busy}
              onPress={() =>
                void acting.act({
                  kind: 'force.accept',
                  object,
                  base: null,
                  payload: { version, stipulations },
                })
              }
            >
              {say('commitments.force.accept')}
            </Button>
          )}
          {may('force.withdraw') && (
            <Button
              isDisabled={acting.busy}
              onPress={() => void acting.act({ kind: 'force.withdraw', object, base: revision, payload: {} })}
            >
              {say('commitments.withdraw')}
            </Button>
          )}
        </div>
      )}
      <Outcome trouble={acting.trouble} />
    </li>
  )
}

/** What has been put to the parties, and for the mediator the form that puts it. */
export const ForceSection = ({
  view,
  lines,
}: {
  readonly view: CommitmentsView
  readonly lines: readonly Line[]
}) => {
  const say = useSay()
  const may = useMay(useRoom('plenary'))
  return (
    <>
      {view.forces.length > 0 && (
        <section className="stack tight" aria-labelledby="forces">
          <h3 id="forces">{say('commitments.force')}</h3>
          <ul className="plain-list lines">
            {view.forces.map((force) => (
              <OneForce key={force.object} force={force} />
            ))}
          </ul>
        </section>
      )}
      {may('force.propose') && <Propose lines={lines} />}
    </>
  )
}
