/** How sure we can be of one package, given how sure we are of our own figures. */
import { useMemo } from 'react'
import { toleratedError } from '#domain/bargaining/advise/robustness.ts'
import type { Package } from '#domain/bargaining/agenda.ts'
import { choiceOf, type Problem } from '#domain/bargaining/problem.ts'
import { useSay } from '../../speech.tsx'
import { ColumnsPicture } from '../columns-picture.tsx'
import { useAgendaNames, useFigures } from '../names.ts'
import { PickPackage } from '../pick-package.tsx'
import { ownDraws } from './own-draws.ts'
import { OwnScale, useStandingWords } from './own-scale.tsx'
import { ownStanding } from './own-worth.ts'
import { useTriedPackage } from './try-package.tsx'
import { turningWeights } from './turning-weights.ts'
import type { OwnWorth } from './use-worth.ts'

/** How far each weight may be off, all else being as it was said. */
const Turning = ({
  own: { agenda, worth },
  problem,
  chosen,
}: {
  readonly own: OwnWorth
  readonly problem: Problem
  readonly chosen: Package
}) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const { percent } = useFigures()
  const turning = turningWeights(problem, worth, chosen)
  if (!turning) return null
  return (
    <table className="figures">
      <caption>{say('rehearsal.turning')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('bargaining.issue')}</th>
          <th scope="col">{say('rehearsal.turning.stays')}</th>
        </tr>
      </thead>
      <tbody>
        {turning.map(({ issue, below, above }) => (
          <tr key={issue}>
            <th scope="row">{names.issue(agenda.issues[issue]?.id ?? '')}</th>
            <td>
              {below !== undefined && say('rehearsal.turning.below', { share: percent(below) })}
              {above !== undefined && say('rehearsal.turning.above', { share: percent(above) })}
              {below === undefined && above === undefined && say('rehearsal.turning.never')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The section: the package that is tried, its draws, and the error it bears. */
export const SurePackage = ({ own, problem }: { readonly own: OwnWorth; readonly problem: Problem }) => {
  const say = useSay()
  const { points, percent } = useFigures()
  const words = useStandingWords()
  const { agenda, worth } = own
  const [tried, choose] = useTriedPackage(own)
  const key = JSON.stringify(tried)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the package is a new object each time, its words are not.
  const drawn = useMemo(() => ownDraws(agenda, worth, tried), [agenda, worth, key])
  const choice = choiceOf(problem, tried)
  const standing = ownStanding(problem, tried)
  if (!choice || !standing) return null
  const error = toleratedError(problem, choice)
  return (
    <section className="stack step">
      <h2>{say('rehearsal.sure')}</h2>
      <PickPackage agenda={agenda} chosen={tried} onChange={choose} />
      <div className="stack tight" aria-live="polite">
        <p>
          <strong>{say('worth.try.points', { points: Math.round(standing.points) })}</strong> ·{' '}
          {words(standing)}
        </p>
        <OwnScale standing={standing} />
        <p>{error >= 0 ? say('rehearsal.error', { share: percent(error) }) : say('rehearsal.error.none')}</p>
        {drawn.hasIntervals ? (
          <p>
            {say('rehearsal.draws', {
              draws: points(drawn.draws),
              share: percent(drawn.above),
              least: points(drawn.least),
              most: points(drawn.most),
            })}
          </p>
        ) : (
          <p className="quiet">{say('rehearsal.draws.none')}</p>
        )}
      </div>
      <Turning own={own} problem={problem} chosen={tried} />
      {drawn.hasIntervals && (
        <ColumnsPicture
          columns={drawn.columns}
          mark={standing.reservation}
          markName={say('rehearsal.mark', { points: points(standing.reservation) })}
          what={say('rehearsal.draws.picture')}
        />
      )}
    </section>
  )
}
