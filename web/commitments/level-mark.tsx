/** An implementation level as a mark that reads without colour: so many of three ticks, and the word. */
import { useSay } from '../speech.tsx'

/** Level 0 to 3; null is not coded yet. */
export const LevelMark = ({ level }: { readonly level: 0 | 1 | 2 | 3 | null }) => {
  const say = useSay()
  return (
    <span className="level" data-level={level ?? 'none'}>
      <span aria-hidden="true" className="level-ticks">
        {[1, 2, 3].map((tick) => (
          <span key={tick} data-on={level !== null && tick <= level} />
        ))}
      </span>
      {say(level === null ? 'commitments.level.none' : `commitments.level.${level}`)}
    </span>
  )
}
