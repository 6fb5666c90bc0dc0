/** What a party and what the chair may do with an alternative that is open. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Alternative } from '#domain/text/bracket.ts'
import { type AskedAct, useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { Pick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useProcess } from '../process.tsx'
import { bargainingQuery } from '../queries.ts'
import { useListing, useSay } from '../speech.tsx'
import { useShortNames } from './concordance.tsx'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'

interface Props {
  readonly row: Row
  readonly alternative: Alternative
}

const Stance = ({ row, alternative }: Props) => {
  const { channel, room } = useText()
  const say = useSay()
  const party = useMySeat().party ?? ''
  const acting = useAct(channel?.id ?? room.id)
  const { id } = alternative
  const supports = row.stances.some(
    ({ object, state }) => object === id && state.supports && state.party === party,
  )
  return (
    <>
      <Button
        isDisabled={acting.busy || !channel}
        onPress={() =>
          void acting.act({
            kind: 'stance.take',
            object: id,
            base: null,
            payload: { clause: row.clause.id, supports: !supports },
          })
        }
      >
        {say(supports ? 'text.stance.withdraw' : 'text.stance.take')}
      </Button>
      <span className="hint">{say('text.stance.hint')}</span>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

/** Supporting, or taking back: in the text where the rules name sponsors, to the mediator alone where they do not. */
export const ByParty = ({ row, alternative }: Props) => {
  const { process } = useProcess()
  const { room } = useText()
  const say = useSay()
  const party = useMySeat().party ?? ''
  const acting = useAct(room.id)
  if (process.rules.attribution !== 'attributed') return <Stance row={row} alternative={alternative} />
  const { id, sponsors, supporters } = alternative
  const own = sponsors.includes(party) || supporters.includes(party)
  return (
    <>
      <Button
        isDisabled={acting.busy}
        onPress={() =>
          void acting.act({
            kind: own ? 'clause.withdraw' : 'clause.support',
            object: row.clause.id,
            base: null,
            payload: { alternative: id },
          })
        }
      >
        {say(own ? (sponsors.includes(party) ? 'text.withdraw' : 'text.unsupport') : 'text.support')}
      </Button>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const hours = [24, 48, 72, 168] as const

/** That an unsupported alternative will lapse is announced first, with a time, and recorded only after it. */
const Lapse = ({ row, alternative }: Props) => {
  const say = useSay()
  const { room } = useText()
  const acting = useAct(room.id)
  const [after, setAfter] = useState('48')
  const { id, lapsesAt } = alternative
  const post = async (asked: AskedAct) => (await acting.act(asked)) !== null
  const at = { object: row.clause.id, base: null }
  if (lapsesAt !== undefined)
    return Date.parse(lapsesAt) <= Date.now() ? (
      <>
        <Button
          isDisabled={acting.busy}
          onPress={() => void post({ kind: 'clause.lapse', ...at, payload: { alternative: id } })}
        >
          {say('text.lapse.record')}
        </Button>
        <Outcome trouble={acting.trouble} />
      </>
    ) : null
  const until = () => new Date(Date.now() + Number(after) * 3_600_000).toISOString()
  return (
    <Confirm
      label={say('text.lapse.announce')}
      look="text"
      title={say('text.lapse.title')}
      action={say('text.lapse.announce')}
      busy={acting.busy}
      confirm={() =>
        post({ kind: 'clause.announce-lapse', ...at, payload: { alternative: id, until: until() } })
      }
    >
      <p>{say('text.lapse.hint')}</p>
      <Pick
        label={say('text.lapse.after')}
        value={after}
        onChange={setAfter}
        among={hours.map((n) => ({ key: String(n), name: say('text.hours', { hours: n }) }))}
      />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

/** The parties that have not said, in the text, to the mediator or by a ballot, that they can live with an alternative. */
const useMissing = ({ row, alternative }: Props): readonly string[] => {
  const { id, process } = useProcess()
  const { room } = useText()
  // What both sides accepted blind counts as their word; only the mediator, who adopts, reads of it here.
  const read = useQuery({ ...bargainingQuery(id), enabled: room.kind === 'plenary' })
  if (room.kind !== 'plenary') return []
  const said = row.stances
    .filter(({ object, state }) => object === alternative.id && state.supports)
    .map(({ state }) => state.party)
  const accepted = (read.data?.ballots ?? [])
    .filter(
      ({ state }) =>
        state.standing === 'accepted' &&
        state.chosen.some(({ closes = [] }) => closes.some((place) => place.alternative === alternative.id)),
    )
    .flatMap(({ state }) => state.to)
  const behind = [...alternative.sponsors, ...alternative.supporters, ...said, ...accepted]
  return process.parties.map(({ key }) => key).filter((key) => !behind.includes(key))
}

/** Adopting, taking back a bridge, announcing a lapse. */
export const ByChair = ({ row, alternative }: Props) => {
  const { room } = useText()
  const say = useSay()
  const may = useMay(room)
  const acting = useAct(room.id)
  const { id, bridge, stood, supporters } = alternative
  const on = { object: row.clause.id, base: null }
  const short = useShortNames()
  const listing = useListing()
  const missing = useMissing({ row, alternative })
  return (
    <>
      {missing.length > 0 && (
        <span className="hint">{say('text.adopt.missing', { who: listing(short(missing)) })}</span>
      )}
      <Button
        look={missing.length > 0 ? 'plain' : 'main'}
        isDisabled={acting.busy || missing.length > 0}
        onPress={() =>
          void acting.act({
            kind: 'clause.adopt',
            ...on,
            payload: { alternative: id, wording: row.clause.wording },
          })
        }
      >
        {say('text.adopt')}
      </Button>
      {bridge && may('clause.retract') && (
        <Button
          look="text"
          isDisabled={acting.busy}
          onPress={() => void acting.act({ kind: 'clause.retract', ...on, payload: { alternative: id } })}
        >
          {say('text.retract')}
        </Button>
      )}
      {!stood && supporters.length === 0 && may('clause.announce-lapse') && (
        <Lapse row={row} alternative={alternative} />
      )}
      <Outcome trouble={acting.trouble} />
    </>
  )
}
