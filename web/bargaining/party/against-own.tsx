/** Two packages on our own scale, one above the other; nobody but us sees it. */
import type { Package } from '#domain/bargaining/agenda.ts'
import { useSay } from '../../speech.tsx'
import { useFigures } from '../names.ts'
import { OwnScale, useStandingWords } from './own-scale.tsx'
import { isWeighed, type OwnStanding, ownStanding } from './own-worth.ts'
import type { OwnWorth } from './use-worth.ts'

const Row = ({ name, standing }: { readonly name: string; readonly standing: OwnStanding }) => {
  const { points } = useFigures()
  const words = useStandingWords()
  return (
    <tr>
      <th scope="row">
        {name}
        <OwnScale standing={standing} />
      </th>
      <td>{points(standing.points)}</td>
      <td>{words(standing)}</td>
    </tr>
  )
}

/** The comparison; without a worth of ours it says what to do. */
export const AgainstOwn = ({
  own: { agenda, worth, problem },
  before,
  beforeName,
  after,
}: {
  readonly own: OwnWorth
  readonly before: Package
  readonly beforeName: string
  readonly after: Package
}) => {
  const say = useSay()
  const [then, now] = problem ? [ownStanding(problem, before), ownStanding(problem, after)] : []
  if (!then || !now || !agenda.issues.some((issue) => isWeighed(worth, issue)))
    return <p className="quiet">{say('suggestion.no-worth')}</p>
  const difference = Math.round(now.points) - Math.round(then.points)
  return (
    <div className="stack tight">
      <table className="figures own-compare">
        <caption>{say('suggestion.own')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('bargaining.package')}</th>
            <th scope="col">{say('worth.points')}</th>
            <th scope="col">{say('suggestion.stands')}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={beforeName} standing={then} />
          <Row name={say('suggestion.with')} standing={now} />
        </tbody>
      </table>
      <p>
        {difference === 0
          ? say('suggestion.same')
          : say(difference > 0 ? 'suggestion.better' : 'suggestion.worse', {
              points: Math.abs(difference),
            })}
      </p>
    </div>
  )
}
