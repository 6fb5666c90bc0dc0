/** Choosing a package: one option on each issue. */
import type { Agenda, Package } from '#domain/bargaining/agenda.ts'
import { useSay } from '../speech.tsx'
import { useAgendaNames } from './names.ts'
import { OptionPick } from './option-pick.tsx'

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
        <OptionPick
          key={issue.id}
          issue={issue}
          names={names}
          label={names.issue(issue.id)}
          value={chosen[issue.id] ?? ''}
          onChange={(option) => {
            const { [issue.id]: _, ...others } = chosen
            onChange(option === '' ? others : { ...chosen, [issue.id]: option })
          }}
          open={open || chosen[issue.id] === undefined ? say('bargaining.left-open') : undefined}
        />
      ))}
    </div>
  )
}
