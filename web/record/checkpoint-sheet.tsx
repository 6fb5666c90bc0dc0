/** The checkpoint of a room's log for paper: the note, the same as a QR code, its witnesses, and what it is good for. */
import type { LogView } from '#contract/record.ts'
import type { Room } from '#domain/parties/process.ts'
import { Button, Download } from '../elements/button.tsx'
import { QrCode } from '../elements/qr.tsx'
import { Side } from '../elements/side.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useExactMoment } from './age.tsx'

type Checkpoint = NonNullable<LogView['checkpoint']>

const WitnessesOnPaper = ({ log, size }: { readonly log: LogView; readonly size: number }) => {
  const say = useSay()
  const names = useNames()
  const exact = useExactMoment()
  return (
    <ul className="plain-list small">
      {log.witnesses.map(({ seat, at, size: cosigned, place }) => (
        <li key={seat}>
          <Side seat={seat} /> {names.seat(seat)}:{' '}
          {cosigned === size && at !== null ? exact(at) : say('verify.missing')}
          {place === null && ` (${say('witness.inside')})`}
        </li>
      ))}
    </ul>
  )
}

const Sheet = ({
  log,
  room,
  checkpoint: { note, size, at },
}: {
  readonly log: LogView
  readonly room: Room
  readonly checkpoint: Checkpoint
}) => {
  const say = useSay()
  const names = useNames()
  const exact = useExactMoment()
  return (
    <section className="checkpoint-sheet" aria-labelledby="checkpoint">
      <div className="stack tight">
        <h2 id="checkpoint">{say('checkpoint.of', { room: names.of(room.name), at: exact(at) })}</h2>
        <p>{say('checkpoint.why', { count: size })}</p>
        <p className="quiet">{say('checkpoint.compare')}</p>
      </div>
      <div className="checkpoint-parts">
        <div className="stack tight">
          <pre lang="zxx" dir="ltr" translate="no">
            {note}
          </pre>
          <WitnessesOnPaper log={log} size={size} />
          <div className="line no-print">
            <Button onPress={() => print()}>{say('checkpoint.print')}</Button>
            <Download href={`/log/${log.log}/checkpoint`}>{say('checkpoint.download')}</Download>
          </div>
        </div>
        <figure>
          <QrCode text={note} label={say('checkpoint.qr')} />
          <figcaption className="small quiet">{say('checkpoint.qr')}</figcaption>
        </figure>
      </div>
    </section>
  )
}

/** Only where something has been signed. */
export const CheckpointSheet = ({ log, room }: { readonly log: LogView; readonly room: Room }) =>
  log.checkpoint && <Sheet log={log} room={room} checkpoint={log.checkpoint} />
