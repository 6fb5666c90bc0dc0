/** Choosing a package: one option on each issue. */
import type { Agenda, Issue, Package } from '#domain/bargaining/agenda.ts'
import { optionsOf } from '#domain/bargaining/agenda.ts'
import { Pick } from '../elements/field.tsx'
import { useSay } from '../speech.tsx'
import { type AgendaNames, useAgendaNames } from './names.ts'

/** The options of an issue as a list to choose from. */
export const optionsAmong = (
  issue: Issue,
  names: AgendaNames,
): readonly { readonly key: string; readonly name: string }[] =>
  optionsOf(issue).map((option) => ({ key: option, name: names.option(issue.id, option) }))

/** A list for every issue; `open` lets an issue be left open. */
export const PickPackage = ({
  agenda,
  chosen,
  onChange,
  open = false,
}: {
  readonly agenda: Agenda
  readonly chosen: Package
  readonly onChange: (chosen: Package) => void
  readonly open?: boolean
}) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  return (
    <div className="pick-package">
      {agenda.issues.map((issue) => (
        <Pick
          key={issue.id}
          label={names.issue(issue.id)}
          value={chosen[issue.id] ?? ''}
          onChange={(option) => {
            const { [issue.id]: _, ...others } = chosen
            onChange(option === '' ? others : { ...chosen, [issue.id]: option })
          }}
          among={[
            ...(open || chosen[issue.id] === undefined
              ? [{ key: '', name: say('bargaining.left-open') }]
              : []),
            ...optionsAmong(issue, names),
          ]}
        />
      ))}
    </div>
  )
}
