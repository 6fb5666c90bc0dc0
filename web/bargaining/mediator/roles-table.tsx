/** What efficient packages have in common: options that can be dropped, and options that are safe to close. */
import type { OptionRole } from '#domain/bargaining/advise/options.ts'
import { optionsOf } from '#domain/bargaining/agenda.ts'
import { optionName } from '#domain/bargaining/trade-words.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { Answers } from '../../analysis/questions.ts'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { FiguresTable } from './figures-table.tsx'

const roles: readonly OptionRole[] = ['close', 'open', 'drop']

const Table = ({ of }: { readonly of: Answers['roles'] }) => {
  const say = useSay()
  const names = useNames()
  const { language } = usePreferences()
  const { agenda } = useAtMediator()
  return (
    <FiguresTable label={say('bargaining.mediator.roles')}>
      <thead>
        <tr>
          <th scope="col">{say('bargaining.mediator.column.issue')}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {say(`bargaining.mediator.role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agenda.issues.map((issue) => (
          <tr key={issue.id}>
            <th scope="row">{names.of(issue.name)}</th>
            {roles.map((role) => (
              <td key={role}>
                {optionsOf(issue)
                  .filter((option) => of[issue.id]?.[option] === role)
                  .map((option) => optionName(agenda, issue.id, option, language))
                  .join(' · ') || '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FiguresTable>
  )
}

export const RolesTable = () => {
  const say = useSay()
  const { shown } = useAtMediator()
  const found = useAnalysis('roles', { case: shown.case })
  return (
    <section className="stack" aria-labelledby="roles">
      <h2 id="roles">{say('bargaining.mediator.roles')}</h2>
      <p className="hint">{say('bargaining.mediator.roles.why')}</p>
      <Analysed of={found}>{(answer) => <Table of={answer} />}</Analysed>
    </section>
  )
}
