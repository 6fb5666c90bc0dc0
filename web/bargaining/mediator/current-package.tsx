/** The package that improvements start from: what the text has settled, and for the rest what the mediator takes. */
import { type Issue, optionsOf } from '#domain/bargaining/agenda.ts'
import { optionName } from '#domain/bargaining/trade-words.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { LineField, Pick } from '../../elements/field.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { WorthLine } from './package-reading.tsx'

/** A longer list of numbers is typed, not chosen from. */
const longestList = 120

const OneIssue = ({ issue }: { readonly issue: Issue }) => {
  const say = useSay()
  const names = useNames()
  const { language } = usePreferences()
  const { agenda, current, setCurrent, inText } = useAtMediator()
  const options = optionsOf(issue)
  const take = (option: string): void => {
    if (options.includes(option)) setCurrent({ ...current, [issue.id]: option })
  }
  const settled = inText[issue.id] === undefined ? undefined : say('bargaining.mediator.settled-in-text')
  const label = names.of(issue.name)
  const hint = settled === undefined ? {} : { hint: settled }
  if (options.length > longestList)
    return <LineField label={label} type="number" value={current[issue.id] ?? ''} onChange={take} {...hint} />
  return (
    <Pick
      label={label}
      value={current[issue.id] ?? ''}
      onChange={take}
      among={options.map((key) => ({ key, name: optionName(agenda, issue.id, key, language) }))}
      {...hint}
    />
  )
}

export const CurrentPackage = () => {
  const say = useSay()
  const { agenda, current, shown } = useAtMediator()
  const weighing = useAnalysis('worth', { case: shown.case, packages: [current] })
  return (
    <section className="card stack" aria-labelledby="current">
      <h2 id="current">{say('bargaining.mediator.current')}</h2>
      <p className="hint">{say('bargaining.mediator.current.why')}</p>
      <div className="issue-picks">
        {agenda.issues.map((issue) => (
          <OneIssue key={issue.id} issue={issue} />
        ))}
      </div>
      <Analysed of={weighing}>{([weighed]) => (weighed ? <WorthLine of={weighed} /> : null)}</Analysed>
    </section>
  )
}
