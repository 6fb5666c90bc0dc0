/** What the reader can do with evidence: hand it on, compute its hash again, let go of it or of a copy. */
import { useState } from 'react'
import { holderOf } from '#domain/commitments/evidence.ts'
import { useAct } from '../../acts.ts'
import { readFile } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { Pick } from '../../elements/field.tsx'
import { fingerprintOf } from '../../elements/fingerprint.ts'
import { Outcome } from '../../elements/trouble.tsx'
import { useMay, useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { WordsAct } from '../../words-act.tsx'
import type { EvidenceRecord } from './lodged.tsx'
import { ReleaseEvidence } from './release-evidence.tsx'

interface Given {
  readonly record: EvidenceRecord
}

const HandOn = ({ record }: Given) => {
  const say = useSay()
  const names = useNames()
  const acting = useAct(record.room)
  const { members, me, rooms } = useProcess()
  const seats = rooms.find(({ id }) => id === record.room)?.seats ?? []
  const hands = members.filter(
    ({ member, serving }) => serving && member.id !== me.id && seats.includes(member.seat),
  )
  const [to, choose] = useState('')
  const { object, revision } = record
  return (
    <WordsAct
      name={`hand/${object}`}
      on={{ revision }}
      label={say('commitments.evidence.hand')}
      acting={acting}
      ready={to !== ''}
      send={async (words, { base }) =>
        (await acting.act({ kind: 'evidence.hand', object, base, payload: { to, words } })) !== null
      }
    >
      <p className="hint">{say('commitments.evidence.hand.why')}</p>
      <Pick
        label={say('commitments.evidence.hand.to')}
        value={to}
        onChange={choose}
        among={[
          { key: '', name: '—' },
          ...[...new Map(hands.map(({ member }) => [member.id, member])).values()].map((member) => ({
            key: member.id,
            name: `${names.of(member.name)}, ${names.seat(member.seat)}`,
          })),
        ]}
      />
    </WordsAct>
  )
}

const Examine = ({ record }: Given) => {
  const say = useSay()
  const { id } = useProcess()
  const acting = useAct(record.room)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const { object, revision, room } = record
  const examine = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const bytes = await readFile(`/api/processes/${id}/rooms/${room}/evidence/${object}/file`)
      const file = await fingerprintOf(new Uint8Array(bytes ?? []).buffer)
      await acting.act({ kind: 'evidence.examine', object, base: revision, payload: { file } })
    } catch (error) {
      setTrouble(error as Error)
    }
    setBusy(false)
  }
  return (
    <>
      <Button isDisabled={busy || acting.busy} onPress={() => void examine()}>
        {say('commitments.evidence.examine')}
      </Button>
      <Outcome
        trouble={trouble ?? acting.trouble}
        done={acting.last ? say('commitments.evidence.examined') : null}
      />
    </>
  )
}

/** Only who holds it hands it on; everybody of the room who lodges evidence can examine it. */
export const EvidenceActs = ({ record }: Given) => {
  const { rooms, me } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === record.room))
  return (
    <>
      {may('evidence.hand') && holderOf(record.state) === me.id && <HandOn record={record} />}
      {may('evidence.examine') && <Examine record={record} />}
      {may('evidence.release') && <ReleaseEvidence record={record} />}
    </>
  )
}
