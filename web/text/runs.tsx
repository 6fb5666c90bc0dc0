/** Words of two versions in one line: what went, what came, what stayed. */
import type { Run } from '#domain/text/compare/compare.ts'
import { useSay } from '../speech.tsx'

/** A screen reader hears where an insertion or a deletion begins, which the marks alone do not say everywhere. */
export const Runs = ({ runs }: { readonly runs: readonly Run[] }) => {
  const say = useSay()
  return runs.map((run, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place.
    if (run.kind === 'same') return <span key={i}>{run.words}</span>
    return run.kind === 'removed' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <del key={i}>
        <span className="unseen">{say('text.went')} </span>
        {run.words}
      </del>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <ins key={i}>
        <span className="unseen">{say('text.came')} </span>
        {run.words}
      </ins>
    )
  })
}
