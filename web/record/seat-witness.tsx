/** What the stewards of a seat do about its witness: name one, name another, dismiss it, or let the server play it. */
import { useQueryClient } from '@tanstack/react-query'
import type { RecordIndex } from '#contract/record.ts'
import { parseVerifierKey } from '#domain/record/key.ts'
import { sha256 } from '#domain/record/sha256.ts'
import { type Acting, useAct } from '../acts.ts'
import { Refused } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { LineField } from '../elements/field.tsx'
import { saveText } from '../elements/save.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useProcess } from '../process.tsx'
import { recordIndexQuery } from '../queries.ts'
import { useTrouble } from '../refusals.ts'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'

interface OfSeat {
  readonly seat: string
  readonly revision: number
  readonly acting: Acting
  /** Does an act and then reads the record again; says whether it was done. */
  readonly settle: (work: Promise<unknown>) => Promise<boolean>
}

const NameWitness = ({ seat, revision, acting, settle, label }: OfSeat & { readonly label: string }) => {
  const say = useSay()
  const sentence = useTrouble()
  const form = useForm(`witness/${seat}`, { key: '', url: '' }, { revision })
  const { key, url } = form.value
  const read = parseVerifierKey(key.trim(), sha256)
  const flaw = key.trim() === '' || read.ok ? undefined : read.refusal
  const isReady = read.ok && URL.canParse(url.trim())
  const payload = { key: key.trim(), url: url.trim() }
  const name = async () => {
    const asked = { kind: 'witness.appoint', object: seat, base: form.base, payload } as const
    const done = await settle(acting.act(asked))
    if (done) form.clear()
    return done
  }
  return (
    <Confirm
      label={label}
      title={say('witness.name.title')}
      action={say('witness.name.do')}
      confirm={name}
      form={form}
      busy={acting.busy || !isReady}
    >
      <p>{say('witness.name.why')}</p>
      <LineField
        label={say('witness.name.key')}
        hint={flaw ? sentence(new Refused(422, flaw.code, flaw.facts)) : say('witness.name.key.form')}
        value={key}
        onChange={(each) => form.write({ key: each })}
        lang="zxx"
      />
      <LineField
        label={say('witness.name.url')}
        hint={say('witness.name.url.form')}
        value={url}
        onChange={(each) => form.write({ url: each })}
        lang="zxx"
        type="url"
      />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const PlayWitness = ({ seat, revision, acting, settle, own }: OfSeat & { readonly own: string }) => {
  const say = useSay()
  const play = () =>
    settle(
      acting.act({
        kind: 'witness.appoint',
        object: seat,
        base: revision,
        payload: { key: own, url: null },
      }),
    )
  return (
    <Confirm
      label={say('witness.play')}
      title={say('witness.play.title')}
      action={say('witness.play.do')}
      confirm={play}
      busy={acting.busy}
    >
      <p>{say('witness.play.why')}</p>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const DismissWitness = ({ seat, revision, acting, settle }: OfSeat) => {
  const say = useSay()
  const dismiss = () =>
    settle(acting.act({ kind: 'witness.dismiss', object: seat, base: revision, payload: {} }))
  return (
    <Confirm
      label={say('witness.dismiss')}
      look="text"
      title={say('witness.dismiss.title')}
      action={say('witness.dismiss')}
      confirm={dismiss}
      busy={acting.busy}
    >
      <p>{say('witness.dismiss.why')}</p>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

/** The file that tells the seat's witness which logs it may cosign (C2SP tlog-policy, its `log` lines). */
const LogsFile = ({ index }: { readonly index: RecordIndex }) => {
  const say = useSay()
  const keys = [...index.logs, index.anchor].map(({ key }) => `log ${key}\n`)
  return <Button onPress={() => saveText('logs', keys.join(''))}>{say('witness.logs')}</Button>
}

/** Only for the stewards of a seat that may have a witness. */
export const SeatWitness = ({ index }: { readonly index: RecordIndex }) => {
  const { id: process, me, rooms } = useProcess()
  const client = useQueryClient()
  const say = useSay()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const may = useMay(plenary)
  const acting = useAct(plenary?.id ?? '')
  if (!may('witness.appoint')) return null
  const now = index.appointed.find(({ seat }) => seat === me.seat)
  const settle = async (work: Promise<unknown>) => {
    const done = (await work) !== null
    await client.invalidateQueries({ queryKey: recordIndexQuery(process).queryKey })
    return done
  }
  const ofSeat = { seat: me.seat, revision: now?.revision ?? 0, acting, settle }
  const has = now !== undefined && now.key !== null
  return (
    <div className="line no-print">
      <NameWitness {...ofSeat} label={say(has ? 'witness.name.other' : 'witness.name')} />
      {index.ownWitness !== null && now?.key !== index.ownWitness && (
        <PlayWitness {...ofSeat} own={index.ownWitness} />
      )}
      <LogsFile index={index} />
      {has && <DismissWitness {...ofSeat} />}
    </div>
  )
}
