/** A quiet line in a room while a witness of its log is missing; nothing at all while none is. */
import { useQuery } from '@tanstack/react-query'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { recordQuery } from '../queries.ts'
import { useListing, useSay } from '../speech.tsx'
import { type Standing, standingOf } from '../standing.ts'

/** Which witnesses are missing and since when, as one sentence. */
export const useMissingSentence = (): ((missing: Standing['missing']) => string) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { moment } = useMoments()
  return (missing) =>
    say('witness.missing', {
      count: missing.length,
      seats: listing(
        missing.map(({ seat, missingSince }) =>
          say('witness.missing.since', { seat: names.sitter(seat), since: moment(missingSince) }),
        ),
      ),
    })
}

export const WitnessMissing = ({ room }: { readonly room: string }) => {
  const { id: process } = useProcess()
  const { data } = useQuery(recordQuery(process, room))
  const sentence = useMissingSentence()
  const { missing } = data ? standingOf(data.log, []) : { missing: [] }
  return missing.length > 0 && <p className="small witness-missing">{sentence(missing)}</p>
}
