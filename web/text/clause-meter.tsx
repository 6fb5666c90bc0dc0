/** Beside a clause: how far it can be carried out and seen to be, and what it lacks, while it can still be mended. */
import { Link } from '@tanstack/react-router'
import { lacksOf, levelOfReadings } from '#domain/commitments/drafting/clause-meter.ts'
import { MeterReadings, MeterTicks, useMeterTeller } from '../commitments/meter-readings.tsx'
import { useMetered } from '../commitments/metered.ts'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'

const panelOf = ({ clause }: Row): string => `meter-${clause.id}`

/** The level in the margin, which opens what was found; nothing for what demands nothing, such as a definition. */
export const ClauseMeter = ({
  row,
  isOpen,
  turn,
}: {
  readonly row: Row
  readonly isOpen: boolean
  readonly turn: (isOpen: boolean) => void
}) => {
  const say = useSay()
  const { process } = useText()
  const teller = useMeterTeller()
  const readings = useMetered(process, row.clause, row.above)
  const level = readings && levelOfReadings(readings)
  if (!readings || !level) return null
  const lacks = lacksOf(readings)
  return (
    <button
      type="button"
      className="button no-print meter"
      data-look="text"
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelOf(row) : undefined}
      onClick={() => turn(!isOpen)}
    >
      <MeterTicks level={level} />
      <span>
        <span className="unseen">{say('commitments.meter')} </span>
        {teller.say(`level.${level}`)}
        {lacks > 0 && <> · {say('commitments.meter.lacks', { count: lacks })}</>}
      </span>
    </button>
  )
}

/** What was found, under the clause and as wide as its words. */
export const MeterPanel = ({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { process, room, home } = useText()
  const { id } = useProcess()
  const readings = useMetered(process, row.clause, row.above)
  const [mayCommon, mayOwn] = [useMay(room)('stipulation.enter'), useMay(home)('stipulation.enter')]
  if (!readings) return null
  return (
    <section className="meter-panel no-print" id={panelOf(row)} aria-label={say('commitments.meter.title')}>
      <MeterReadings readings={readings} />
      {room.kind === 'plenary' && (mayCommon || mayOwn) && (
        <p>
          <Link
            to="/t/$process/commitments/stipulate"
            params={{ process: id }}
            search={{ clause: row.clause.id }}
          >
            {say('commitments.stipulate')}
          </Link>
        </p>
      )}
    </section>
  )
}
