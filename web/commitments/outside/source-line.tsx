/** Whose coding it is and on what terms: it stands wherever outside coding is shown, so that nobody takes it for ours. */
import type { LoadedOutside } from '#contract/outside-views.ts'
import { sourceNotes } from '#domain/commitments/outside/sources.ts'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

export const SourceLine = ({ from }: { readonly from: Pick<LoadedOutside, 'source' | 'licence'> }) => {
  const say = useSay()
  const names = useNames()
  return (
    <p className="small quiet">
      <span className="tag">{say('commitments.outside.tag')}</span>{' '}
      <cite dir="auto">{names.of(sourceNotes[from.source].name)}</cite>.{' '}
      <span dir="auto">{names.of(from.licence)}</span>
    </p>
  )
}
