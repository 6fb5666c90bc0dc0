/** Naming options that belong together: in a bonus, in a constraint. */
import type { Agenda, Together } from '#domain/bargaining/agenda.ts'
import { optionsOf } from '#domain/bargaining/agenda.ts'
import { Button } from '../elements/button.tsx'
import { Pick } from '../elements/field.tsx'
import { useSay } from '../speech.tsx'
import { useAgendaNames } from './names.ts'
import { OptionPick } from './option-pick.tsx'

/** One option of each issue that is named, so far. */
export type Pairs = readonly (readonly [issue: string, option: string])[]

/** Two to begin with: nothing goes together alone. */
export const noPairs: Pairs = [
  ['', ''],
  ['', ''],
]

/** The pairs as they are kept; undefined until two issues at least are named. */
export const togetherOf = (pairs: Pairs): Together | undefined => {
  const named = pairs.filter(([issue, option]) => issue !== '' && option !== '')
  const issues = new Set(named.map(([issue]) => issue))
  if (named.length < 2 || issues.size < named.length) return undefined
  return Object.fromEntries(named.map(([issue, option]) => [issue, [option]]))
}

/** Lists of issues and their options, as many as are wanted. */
export const PickTogether = ({
  agenda,
  pairs,
  onChange,
}: {
  readonly agenda: Agenda
  readonly pairs: Pairs
  readonly onChange: (pairs: Pairs) => void
}) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const put = (at: number, pair: Pairs[number]) => onChange(pairs.map((each, i) => (i === at ? pair : each)))
  return (
    <div className="stack tight">
      {pairs.map(([id, option], i) => {
        const issue = agenda.issues.find((each) => each.id === id)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no other name than their place.
          <div key={i} className="columns">
            <Pick
              label={say('bargaining.together.issue', { n: i + 1 })}
              value={id}
              onChange={(chosen) => {
                const next = agenda.issues.find((each) => each.id === chosen)
                put(i, [chosen, next ? (optionsOf(next)[0] ?? '') : ''])
              }}
              among={[
                { key: '', name: say('bargaining.choose') },
                ...agenda.issues.map((each) => ({ key: each.id, name: names.issue(each.id) })),
              ]}
            />
            {issue && (
              <OptionPick
                issue={issue}
                names={names}
                label={say('bargaining.together.option', { n: i + 1 })}
                value={option}
                onChange={(chosen) => put(i, [id, chosen])}
              />
            )}
          </div>
        )
      })}
      {pairs.length < agenda.issues.length && (
        <div>
          <Button look="text" onPress={() => onChange([...pairs, ['', '']])}>
            {say('bargaining.together.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
