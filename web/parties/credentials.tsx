/** Credentials on file: who issued them and when, who lodged and who received them; and lodging and receiving. */

import type { LeadershipView } from '#contract/leadership.ts'
import type { TakenFile } from '#contract/rooms.ts'
import type { Member } from '#domain/parties/member.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Download } from '../elements/button.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { LineField } from '../elements/field.tsx'
import { HashedFile, referenceOf } from '../elements/hashed-file.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment, useMoments } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'

type Lodged = LeadershipView['credentials'][number]

/** A paper being named: its file, or its SHA-256 alone where the paper stays at home. */
export interface PaperWriting {
  readonly issuer: Written
  readonly dated: string
  readonly taken: TakenFile | null
  readonly sha256: string
}

/** The paper before anything is written of it. */
export const noPaper: PaperWriting = { issuer: {}, dated: '', taken: null, sha256: '' }

/** The paper as an act says it, or null until it is whole. */
export const paperOf = ({ issuer, dated, taken, sha256 }: PaperWriting, languages: readonly string[]) => {
  const named = whole(issuer, languages)
  const hash = taken?.file ?? sha256.trim().toLowerCase()
  if (!named || dated === '' || !/^[0-9a-f]{64}$/.test(hash)) return null
  return { issuer: named, dated, sha256: hash, ...(taken ? { file: referenceOf(taken) } : {}) }
}

export const PaperFields = ({
  room,
  value,
  write,
}: {
  readonly room: string
  readonly value: PaperWriting
  readonly write: (part: Partial<PaperWriting>) => void
}) => {
  const say = useSay()
  return (
    <>
      <BothFields
        label={say('credentials.issuer')}
        value={value.issuer}
        onChange={(issuer) => write({ issuer })}
      />
      <LineField
        type="date"
        label={say('credentials.dated')}
        hint={say('credentials.why')}
        value={value.dated}
        onChange={(dated) => write({ dated })}
      />
      <HashedFile
        room={room}
        label={say('credentials.file')}
        taken={value.taken}
        take={(taken) => write({ taken })}
      />
      {!value.taken && (
        <LineField
          label={say('credentials.sha256')}
          hint={say('credentials.sha256.why')}
          value={value.sha256}
          onChange={(sha256) => write({ sha256 })}
        />
      )}
    </>
  )
}

/** One paper on file. */
export const CredentialsLine = ({ lodged }: { readonly lodged: Lodged }) => {
  const { id: process, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const seat = useMySeat()
  const { day } = useMoments()
  const acting = useAct(lodged.room)
  const may = useMay(rooms.find(({ id }) => id === lodged.room))
  const { object, state } = lodged
  const receive = () => acting.act({ kind: 'credentials.receive', object, base: null, payload: {} })
  return (
    <div className="credentials small">
      <p>{say('credentials.of', { issuer: names.of(state.issuer), day: day(state.dated) })}</p>
      <p className="quiet">
        {say('credentials.lodged', { who: names.actor(state.by) })} · <Moment at={state.at} />
      </p>
      <p className="quiet">
        {state.received ? (
          <>
            {say('credentials.received', { who: names.actor(state.received.by) })} ·{' '}
            <Moment at={state.received.at} />
          </>
        ) : (
          say('credentials.not-received')
        )}
      </p>
      {state.file ? (
        <Download href={`/api/processes/${process}/rooms/${lodged.room}/credentials/${object}/file`}>
          {say('credentials.take')}
        </Download>
      ) : (
        <p className="hash" lang="zxx" dir="ltr" translate="no" title={say('credentials.sha256')}>
          {state.sha256}
        </p>
      )}
      {!state.received && state.seat !== seat.key && may('credentials.receive') && (
        <div className="no-print">
          <Confirm
            label={say('credentials.receive')}
            look="text"
            title={say('credentials.receive.title')}
            action={say('credentials.receive')}
            confirm={async () => (await receive()) !== null}
            busy={acting.busy}
          >
            <p>{say('credentials.receive.why')}</p>
            <Outcome trouble={acting.trouble} />
          </Confirm>
        </div>
      )}
    </div>
  )
}

/** Lodging credentials for a member, in the room in which the card lies. */
export const LodgeCredentials = ({ room, member }: { readonly room: string; readonly member: Member }) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const acting = useAct(room)
  const { value, write, clear } = useForm<PaperWriting>(`credentials/${member.id}`, noPaper)
  const paper = paperOf(value, process.languages)
  const lodge = async () => {
    if (!paper) return false
    const payload = { ...paper, seat: member.seat, member: member.id }
    const done = await acting.act({ kind: 'credentials.lodge', base: 0, payload })
    if (done) clear()
    return done !== null
  }
  return (
    <Confirm
      label={say('credentials.lodge')}
      look="text"
      title={say('credentials.lodge.title', { name: names.of(member.name) })}
      action={say('credentials.lodge')}
      confirm={lodge}
      busy={acting.busy || !paper}
    >
      <PaperFields room={room} value={value} write={write} />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}
