/** What a party shows of its worth, in words: all of it, and nothing that is not there. */
import type { Agenda } from '#domain/bargaining/agenda.ts'
import { optionsOf } from '#domain/bargaining/agenda.ts'
import type { Shown } from '#domain/bargaining/disclosure.ts'
import { exact, nearest, plus, readExact, times } from '#domain/bargaining/exact.ts'
import type { Body } from '#domain/bargaining/ratification.ts'
import type { Estimate, IssueWorth } from '#domain/bargaining/worth.ts'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type AgendaNames, useAgendaNames } from './names.ts'

const useEstimate = () => {
  const say = useSay()
  return (given: Estimate): string =>
    typeof given === 'object'
      ? say('bargaining.from-to', { from: String(given.least), to: String(given.most) })
      : String(given)
}

/** The points of a range so many steps from its lower end. */
const pointsAt = ({ slope }: IssueWorth, steps: number): number => {
  const [offset, by] = [readExact(slope?.offset ?? 0), readExact(slope?.slope ?? 0)]
  return offset && by ? Math.round(nearest(plus(offset, times(by, exact(BigInt(steps)))))) : 0
}

const IssueShown = ({
  agenda,
  id,
  given,
  names,
}: {
  readonly agenda: Agenda
  readonly id: string
  readonly given: IssueWorth
  readonly names: AgendaNames
}) => {
  const say = useSay()
  const words = useEstimate()
  const issue = agenda.issues.find((each) => each.id === id)
  const named = issue && !issue.range ? optionsOf(issue) : []
  return (
    <li>
      <strong>{names.issue(id)}</strong> · {say('shown.weight', { points: words(given.weight) })}
      <ul className="plain-list">
        {named.map((option) => (
          <li key={option}>
            {names.option(id, option)}: {words(given.options?.[option] ?? 0)}
          </li>
        ))}
        {issue?.range &&
          given.slope &&
          [issue.range.from, issue.range.to].map((end, i) => (
            <li key={end}>
              {say('shown.slope.end', {
                option: names.option(id, String(end)),
                points: pointsAt(given, i === 0 ? 0 : end - (issue.range?.from ?? 0)),
              })}
            </li>
          ))}
      </ul>
    </li>
  )
}

/** A body with every group, its votes and what it accepts: that is shown with it. */
const BodyShown = ({ body, names }: { readonly body: Body; readonly names: AgendaNames }) => {
  const say = useSay()
  const people = useNames()
  const { need, of } = body.threshold
  return (
    <li>
      {say('shown.body', { body: people.of(body.name), need, of })}
      <ul className="plain-list">
        {body.groups.map(({ name, votes, accepts }) => {
          const facts = { group: people.of(name), votes, options: names.together(accepts) }
          const words = say(Object.keys(accepts).length === 0 ? 'shown.group' : 'shown.group.accepts', facts)
          return <li key={words}>{words}</li>
        })}
      </ul>
    </li>
  )
}

/** The parts as a list. */
export const ShownWorth = ({ agenda, shown }: { readonly agenda: Agenda; readonly shown: Shown }) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  return (
    <ul className="stack tight">
      {Object.entries(shown.issues ?? {}).map(([id, given]) => (
        <IssueShown key={id} agenda={agenda} id={id} given={given} names={names} />
      ))}
      {shown.reservation !== undefined && (
        <li>{say('shown.reservation', { points: Number(shown.reservation) })}</li>
      )}
      {shown.batna && <li>{say('shown.batna', { options: names.package(shown.batna) })}</li>}
      {shown.redLines?.map(({ issue, option }) => (
        <li key={`${issue}/${option}`}>
          {say('shown.red-line', { options: names.together({ [issue]: [option] }) })}
        </li>
      ))}
      {shown.interdependence?.map(({ together, worth }) => {
        const words = say(Number(worth) < 0 ? 'worth.together.penalty-of' : 'worth.together.bonus-of', {
          options: names.together(together),
          points: Math.abs(Number(worth)),
        })
        return <li key={words}>{words}</li>
      })}
      {shown.constraints?.map((together) => {
        const words = say('worth.together.never-of', { options: names.together(together) })
        return <li key={words}>{words}</li>
      })}
      {shown.comparisons?.map(({ better, worse }) => {
        const words = say('worth.compare.answer', {
          better: names.package(better),
          worse: names.package(worse),
        })
        return <li key={words}>{words}</li>
      })}
      {shown.bodies?.map((body) => (
        <BodyShown key={body.id} body={body} names={names} />
      ))}
    </ul>
  )
}
