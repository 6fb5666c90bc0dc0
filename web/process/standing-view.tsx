/** How the process stands: the mandate, consents, tracks, and what is read into the sides. */
import { Shown } from '../elements/shown.tsx'
import { Consents } from './consents.tsx'
import { Mandates } from './mandates.tsx'
import { RipenessList } from './ripeness-list.tsx'
import { TrackList } from './track-list.tsx'
import { useStanding } from './use-standing.ts'

/** Everything of it that the reader's seat may see. */
export const StandingView = () => (
  <Shown query={useStanding()}>
    {(view) => (
      <div className="stack wide-gap">
        <Mandates view={view} />
        <TrackList view={view} />
        <Consents view={view} />
        <RipenessList view={view} />
      </div>
    )}
  </Shown>
)
