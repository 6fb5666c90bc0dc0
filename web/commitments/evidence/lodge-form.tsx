/** Lodging evidence: a file with its hash, what it shows, when it was made, and the records and obligations it belongs to. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { TakenFile } from '#contract/rooms.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { BothFields, type Written, whole } from '../../elements/both-fields.tsx'
import { Button } from '../../elements/button.tsx'
import { LineField } from '../../elements/field.tsx'
import { HashedFile, referenceOf } from '../../elements/hashed-file.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useForm } from '../../use-form.ts'
import { PickObligations } from '../notify-form.tsx'
import { PickRecords } from './pick-records.tsx'

/** The records that a file can stand behind. */
const kinds = ['observation', 'denial', 'incident', 'inspection', 'report', 'finding', 'case'] as const

interface Writing {
  readonly taken: TakenFile | null
  readonly words: Written
  readonly at: string
  readonly stipulations: readonly string[]
  readonly of: readonly string[]
}

export const LodgeForm = ({ room, view }: { readonly room: Room; readonly view: CommitmentsView }) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(room.id)
  const isMission = room.kind === 'mission'
  const { value, write, clear } = useForm<Writing>(`lodge/${room.id}`, {
    ...{ taken: null, words: {}, at: '', stipulations: [], of: [] },
  })
  const words = whole(value.words, process.languages)
  const send = async () => {
    if (!words || !value.taken) return
    const { stipulations, of, at } = value
    const taken = at === '' ? {} : { taken: new Date(`${at}Z`).toISOString() }
    const payload = { file: referenceOf(value.taken), words, stipulations, of, ...taken }
    if (await acting.act({ kind: 'evidence.lodge', base: 0, payload })) clear()
  }
  return (
    <section className="card stack" aria-labelledby="lodge">
      <h3 id="lodge">{say('commitments.evidence.lodge')}</h3>
      <p className="hint">
        {say(isMission ? 'commitments.evidence.why.mission' : 'commitments.evidence.why')}
      </p>
      <HashedFile
        room={room.id}
        label={say('commitments.evidence.file')}
        taken={value.taken}
        take={(taken) => write({ taken })}
      />
      <BothFields
        long
        label={say('commitments.evidence.words')}
        value={value.words}
        onChange={(each) => write({ words: each })}
      />
      <LineField
        type="datetime-local"
        label={say('commitments.evidence.at')}
        hint={say(isMission ? 'commitments.evidence.where' : 'commitments.evidence.where.words')}
        value={value.at}
        onChange={(at) => write({ at })}
      />
      <PickObligations
        view={view}
        value={value.stipulations}
        onChange={(stipulations) => write({ stipulations })}
      />
      <PickRecords
        label={say('commitments.evidence.of')}
        hint={say(isMission ? 'commitments.evidence.of.why.mission' : 'commitments.evidence.of.why')}
        room={room.id}
        kinds={kinds}
        about={value.stipulations}
        value={value.of}
        onChange={(of) => write({ of })}
      />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !words || !value.taken} onPress={() => void send()}>
          {say('commitments.evidence.lodge')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} done={acting.last ? say('commitments.evidence.done') : null} />
    </section>
  )
}
