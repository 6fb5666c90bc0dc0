/** How an obligation stands towards its day, in words; and the choice of those that are shown. */
import type { Due } from '#domain/commitments/due.ts'
import { Pick as PickField } from '../elements/field.tsx'
import { useMoments } from '../moments.tsx'
import { useListing, useSay } from '../speech.tsx'
import type { useTermWords } from './in-words.ts'

/** Which obligations are shown. */
export type DueFilter = 'all' | 'overdue' | 'due' | 'waiting' | 'done'

const filters = ['all', 'overdue', 'due', 'waiting', 'done'] as const

/** Whether an obligation is among those; what is not in force stands only among all. */
export const isShown = (filter: DueFilter, due: Due | undefined): boolean => {
  if (filter === 'all') return true
  if (filter === 'waiting') return due?.kind === 'waiting' || due?.kind === 'uncounted'
  return due?.kind === filter
}

/** Nothing for what has no day of its own. */
export const DueMark = ({
  due,
  words,
}: {
  readonly due: Due | undefined
  readonly words: Pick<ReturnType<typeof useTermWords>, 'nameOf'>
}) => {
  const say = useSay()
  const listing = useListing()
  const { day } = useMoments()
  if (!due) return null
  const told = (): string | null => {
    if (due.kind === 'done')
      return due.late && due.deadline !== null
        ? say('commitments.due.done-late', { day: day(due.on), due: day(due.deadline) })
        : say('commitments.due.done', { day: day(due.on) })
    if (due.kind === 'uncounted') return say('commitments.due.uncounted', { others: words.nameOf(due.from) })
    if (due.kind === 'overdue' || due.kind === 'due')
      return say(`commitments.due.${due.kind}`, { days: due.days })
    if (due.kind !== 'waiting') return null
    const isLapsed = due.lapsed.length > 0
    return say(isLapsed ? 'commitments.due.lapsed' : 'commitments.due.waiting', {
      others: listing((isLapsed ? due.lapsed : due.for).map(words.nameOf)),
    })
  }
  const said = told()
  return said === null ? null : (
    <span className="small due-mark" data-due={due.kind}>
      {said}
    </span>
  )
}

/** The choice, with how many there are of each; nothing while nothing is in force. */
export const DueFilters = ({
  dues,
  chosen,
  choose,
}: {
  readonly dues: ReadonlyMap<string, Due>
  readonly chosen: DueFilter
  readonly choose: (filter: DueFilter) => void
}) => {
  const say = useSay()
  if (dues.size === 0) return null
  const all = [...dues.values()]
  return (
    <div className="narrow-field">
      <PickField
        label={say('commitments.filter')}
        value={chosen}
        onChange={(key) => choose(key as DueFilter)}
        among={filters.map((key) => {
          const count = all.filter((due) => isShown(key, due)).length
          return {
            key,
            name:
              key === 'all'
                ? say('commitments.filter.all')
                : `${say(`commitments.filter.${key}`)} (${count})`,
          }
        })}
      />
    </div>
  )
}
