/** On a printed sheet: which version these words are, and its proof as a QR code; or since which version they have changed. */
import { useMemo } from 'react'
import { freeze } from '#domain/text/version/freezing.ts'
import { citeOf } from '#domain/text/version/record.ts'
import { QrCode } from '../../elements/qr.tsx'
import { useSay } from '../../speech.tsx'
import { useHead, useText } from '../text-context.tsx'
import { verifyAddress } from './version-card.tsx'

/** The newest version, and whether the text as it is has the very words of it: frozen again, it would have the same hash. */
const useNewest = () => {
  const { room, process } = useText()
  const { view } = useHead()
  return useMemo(() => {
    const [newest, before] = (view.text?.versions ?? []).toReversed()
    if (!newest || !view.text) return null
    const source = {
      ...{ room: room.id, title: view.text.title, clauses: view.clauses },
      ...{ languages: process.languages, parties: process.parties.map(({ key }) => key) },
    }
    const again = freeze(source, before ? { number: before.number, hash: before.hash } : null)
    return { ...newest, isThis: again.hash === newest.hash }
  }, [view, room.id, process])
}

/** The citation for the head of a sheet. */
export const PrintedVersion = () => {
  const say = useSay()
  const newest = useNewest()
  if (!newest) return null
  const cite = citeOf(newest.number)
  return (
    <>
      {' · '}
      {newest.isThis ? cite : say('text.print.since', { cite })}
    </>
  )
}

/** The proof, where the sheet holds the words of a version with all their brackets. */
export const PrintProof = () => {
  const say = useSay()
  const newest = useNewest()
  if (!newest?.isThis) return null
  return <QrCode text={verifyAddress(newest.hash)} label={say('version.qr')} />
}
