/** What a steward does for a member: an invitation, their authority, their last day. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invitation } from '#contract/door.ts'
import { type Authority, authorities, isLeader, mayCareFor } from '#domain/parties/member.ts'
import { useAct } from '../acts.ts'
import { post } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { Aside, Confirm } from '../elements/dialog.tsx'
import { DayField } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { refreshRoom } from '../events.ts'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { AuthorityFields } from './authority-fields.tsx'
import { LodgeCredentials } from './credentials.tsx'
import type { Card } from './member-card.tsx'
import { PlaceMember } from './place-member.tsx'

const Invite = ({ card }: { readonly card: Card }) => {
  const { id: process } = useProcess()
  const client = useQueryClient()
  const say = useSay()
  const names = useNames()
  const { dayAndClock } = useMoments()
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [copied, setCopied] = useState(false)
  const invite = async () => {
    try {
      setInvitation(await post<Invitation>(`/processes/${process}/invitations`, { member: card.member.id }))
      setTrouble(null)
      await refreshRoom(client, process, card.room)
    } catch (error) {
      setTrouble(error as Error)
    }
  }
  const copy = async (link: string) => {
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <Aside label={say('invite')} title={say('invite.title', { name: names.of(card.member.name) })}>
      <p>{say('invite.why')}</p>
      {invitation ? (
        <div className="stack tight">
          <input className="input" readOnly value={invitation.link} aria-label={say('invite.link')} />
          <p className="hint">{say('invite.once', { at: dayAndClock(invitation.expires) })}</p>
          <Button look="main" onPress={() => void copy(invitation.link)}>
            {say('invite.copy')}
          </Button>
          <Outcome done={copied ? say('invite.copied') : null} />
        </div>
      ) : (
        <Button look="main" onPress={() => void invite()}>
          {say('invite.make')}
        </Button>
      )}
      <Outcome trouble={trouble} />
    </Aside>
  )
}

interface Authorising {
  readonly authority: readonly Authority[]
  readonly from: string
  readonly until: string
}

const ChangeAuthority = ({ card }: { readonly card: Card }) => {
  const say = useSay()
  const names = useNames()
  const acting = useAct(card.room)
  const { member, revision } = card
  const begun: Authorising = {
    ...{ authority: member.authority, from: member.fullPowers?.from ?? '' },
    until: member.fullPowers?.until ?? '',
  }
  const form = useForm(`authority/${member.id}`, begun, { revision, ofPart: true })
  const { authority, from, until } = form.value
  const change = async () => {
    const powers = from === '' ? {} : { fullPowers: { from, ...(until === '' ? {} : { until }) } }
    const held = authorities.filter((each) => authority.includes(each))
    const payload = { authority: held, ...powers }
    const asked = { kind: 'member.authorise', object: member.id, base: form.base, payload } as const
    const done = await acting.act(asked)
    if (done) form.clear()
    return done !== null
  }
  return (
    <Confirm
      label={say('authority.change')}
      look="text"
      title={say('authority.title', { name: names.of(member.name) })}
      action={say('authority.do')}
      confirm={change}
      form={form}
      busy={acting.busy}
    >
      <AuthorityFields
        seat={member.seat}
        authority={authority}
        setAuthority={(each) => form.write({ authority: each })}
        powers={{
          ...{ from, until, setFrom: (each) => form.write({ from: each }) },
          setUntil: (each) => form.write({ until: each }),
        }}
      />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const LastDay = ({ card }: { readonly card: Card }) => {
  const say = useSay()
  const names = useNames()
  const acting = useAct(card.room)
  const [until, setUntil] = useState('')
  const leave = async () =>
    until !== '' &&
    (await acting.act({
      kind: 'member.leave',
      object: card.member.id,
      base: card.revision,
      payload: { until },
    })) !== null
  return (
    <Confirm
      label={say('last-day')}
      look="text"
      title={say('last-day.title', { name: names.of(card.member.name) })}
      action={say('last-day.do')}
      confirm={leave}
      busy={acting.busy || until === ''}
    >
      <p>{say('last-day.why')}</p>
      <DayField label={say('last-day.day')} onChange={setUntil} />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const Removal = ({ card }: { readonly card: Card }) => {
  const say = useSay()
  const names = useNames()
  const acting = useAct(card.room)
  const { member, revision } = card
  const remove = async () =>
    (await acting.act({ kind: 'member.remove', object: member.id, base: revision, payload: {} })) !== null
  return (
    <Confirm
      label={say('remove')}
      look="text"
      title={say('remove.title', { name: names.of(member.name) })}
      action={say('remove.do')}
      confirm={remove}
      busy={acting.busy}
    >
      <p>{say('remove.why')}</p>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

/** A secretary keeps the list, but does not make or unmake those who speak for the seat, nor anybody's authority. */
export const CareForMember = ({ card }: { readonly card: Card }) => {
  const { me } = useProcess()
  if (!mayCareFor(me, card.member)) return null
  return (
    <>
      <Invite card={card} />
      {isLeader(me) && me.id !== card.member.id && <ChangeAuthority card={card} />}
      <PlaceMember card={card} />
      <LodgeCredentials room={card.room} member={card.member} />
      <LastDay card={card} />
      {me.id !== card.member.id && <Removal card={card} />}
    </>
  )
}
