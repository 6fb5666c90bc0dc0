/** For the mediator alone, beside an alternative: whether it is in no efficient package, in some, or in all. */
import { useMemo } from 'react'
import type { OptionRole } from '#domain/bargaining/advise/options.ts'
import type { Alternative } from '#domain/text/bracket.ts'
import { useAnalysis } from '../analysis/use-analysis.ts'
import { useShownCase } from '../analysis/use-shown-case.ts'
import { useSay } from '../speech.tsx'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'

interface Named {
  readonly issue: string
  readonly option: string
}

const roleOf = (roles: readonly (OptionRole | undefined)[]): OptionRole | undefined => {
  if (roles.includes('close')) return 'close'
  if (roles.includes('open')) return 'open'
  return roles.every((role) => role === 'drop') ? 'drop' : undefined
}

/** The options of the agenda that would take this alternative. */
const useOptions = (clause: string, alternative: string) => {
  const found = useShownCase()
  return useMemo(() => {
    const options = (found?.agenda.issues ?? []).flatMap(({ id, options }): readonly Named[] =>
      options
        .filter(({ closes = [] }) =>
          closes.some((place) => place.clause === clause && place.alternative === alternative),
        )
        .map((option) => ({ issue: id, option: option.id })),
    )
    return { options, shown: found?.shown }
  }, [found, clause, alternative])
}

/** Computed in the mediator's browser when a bracket is opened; nothing for alternatives that no option names. */
export const RoleInPackages = ({
  row,
  alternative,
}: {
  readonly row: Row
  readonly alternative: Alternative
}) => {
  const say = useSay()
  const { room } = useText()
  const { options, shown } = useOptions(row.clause.id, alternative.id)
  const asked = room.kind === 'plenary' && options.length > 0 && shown ? { case: shown.case } : null
  const { state } = useAnalysis('roles', asked)
  if (state.kind === 'busy') return <span>{say('bargaining.mediator.computing')}</span>
  if (state.kind !== 'done') return null
  const role = roleOf(options.map(({ issue, option }) => state.answer[issue]?.[option]))
  return role ? (
    <span className="role-in-packages" data-role={role}>
      {say(`bargaining.mediator.alternative.${role}`)}
    </span>
  ) : null
}
