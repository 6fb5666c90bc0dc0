/** Beside a clause: how far it can be carried out and seen to be, and what it lacks, while it can still be mended. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { lacksOf, levelOfReadings } from '#domain/commitments/drafting/clause-meter.ts'
import { MeterReadings, MeterTicks, useMeterTeller } from '../commitments/meter-readings.tsx'
import { useMetered } from '../commitments/metered.ts'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'

/** Nothing for what demands nothing, such as a definition. */
export const ClauseMeter = ({ row: { clause, above } }: { readonly row: Row }) => {
  const say = useSay()
  const { process, room, home } = useText()
  const { id } = useProcess()
  const teller = useMeterTeller()
  const readings = useMetered(process, clause, above)
  const [mayCommon, mayOwn] = [useMay(room)('stipulation.enter'), useMay(home)('stipulation.enter')]
  const [isOpen, setOpen] = useState(false)
  const level = readings && levelOfReadings(readings)
  if (!readings || !level) return null
  const lacks = lacksOf(readings)
  return (
    <details className="no-print meter" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <MeterTicks level={level} /> <span className="unseen">{say('commitments.meter')} </span>
        {teller.say(`level.${level}`)}
        {lacks > 0 && <> · {say('commitments.meter.lacks', { count: lacks })}</>}
      </summary>
      {isOpen && (
        <>
          <MeterReadings readings={readings} />
          {room.kind === 'plenary' && (mayCommon || mayOwn) && (
            <p>
              <Link
                to="/t/$process/commitments/stipulate"
                params={{ process: id }}
                search={{ clause: clause.id }}
              >
                {say('commitments.stipulate')}
              </Link>
            </p>
          )}
        </>
      )}
    </details>
  )
}
