/** A rehearsal with our own worth alone, computed in our own browser: nobody hears of it. */
import { useMemo } from 'react'
import { type Choice, type Problem, packageCount, packageOf } from '#domain/bargaining/problem.ts'
import { chosenIn } from '#domain/bargaining/references.ts'
import { Button } from '../../elements/button.tsx'
import { Empty } from '../../elements/page.tsx'
import { useSay } from '../../speech.tsx'
import { ColumnsPicture } from '../columns-picture.tsx'
import { useAgendaNames, useFigures } from '../names.ts'
import { PackageWords } from '../package-words.tsx'
import { type OwnPicture, ownPicture } from './own-picture.ts'
import { inOwnPoints, isWeighed, ownStanding } from './own-worth.ts'
import { SurePackage } from './sure-package.tsx'
import { TradeOffs } from './trade-offs.tsx'
import type { OwnWorth } from './use-worth.ts'

interface Part {
  readonly own: OwnWorth
  readonly problem: Problem
}

const OnePackage = ({
  own,
  problem,
  choice,
  title,
}: Part & { readonly choice: Choice; readonly title: string }) => {
  const say = useSay()
  const chosen = packageOf(problem, choice)
  const worth = ownStanding(problem, chosen)?.points ?? 0
  return (
    <details className="twin">
      <summary>
        {title}: <strong>{say('worth.try.points', { points: Math.round(worth) })}</strong>
      </summary>
      <PackageWords chosen={chosenIn(own.agenda, chosen)} caption={title} />
    </details>
  )
}

const OptionsAlive = ({
  own: { agenda },
  picture,
}: {
  readonly own: OwnWorth
  readonly picture: OwnPicture
}) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const { percent } = useFigures()
  return (
    <details className="twin">
      <summary>{say('rehearsal.options')}</summary>
      <table className="figures">
        <caption>{say('rehearsal.options.how')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('bargaining.issue')}</th>
            <th scope="col">{say('bargaining.option')}</th>
            <th scope="col">{say('rehearsal.options.share')}</th>
          </tr>
        </thead>
        <tbody>
          {agenda.issues.flatMap((issue, i) =>
            issue.options.map(({ id }, at) => {
              const { count = 0, above = 0 } = picture.options[i]?.[at] ?? {}
              return (
                <tr key={`${issue.id}/${id}`}>
                  <td>{at === 0 ? names.issue(issue.id) : ''}</td>
                  <th scope="row">{names.option(issue.id, id)}</th>
                  <td>{count === 0 ? say('rehearsal.options.never') : percent(above / count)}</td>
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
    </details>
  )
}

const Overview = ({ own, problem }: Part) => {
  const say = useSay()
  const { points, percent } = useFigures()
  const picture = useMemo(() => ownPicture(problem), [problem])
  const reservation = inOwnPoints(problem, problem.sides[0]?.reservation ?? 0n)
  const { allowed, above, best, leastAbove, isWhole } = picture
  return (
    <section className="stack step">
      <h2>{say('rehearsal.overview')}</h2>
      {allowed === 0 ? (
        <p className="notice">{say('rehearsal.nothing')}</p>
      ) : (
        <>
          <p>
            {say(isWhole ? 'rehearsal.count' : 'rehearsal.count.drawn', {
              all: points(isWhole ? allowed : Number(packageCount(problem))),
              above: points(above),
              share: percent(above / allowed),
            })}
          </p>
          <ColumnsPicture
            columns={picture.columns}
            mark={reservation}
            markName={say('rehearsal.mark', { points: points(reservation) })}
            what={say('rehearsal.picture')}
          />
          {best && <OnePackage own={own} problem={problem} choice={best} title={say('rehearsal.best')} />}
          {leastAbove && (
            <OnePackage
              own={own}
              problem={problem}
              choice={leastAbove}
              title={say('rehearsal.least-above')}
            />
          )}
          <OptionsAlive own={own} picture={picture} />
        </>
      )}
    </section>
  )
}

/** The page; without a worth it says what comes first. */
export const RehearsalPage = ({ own }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const { agenda, worth, problem } = own
  if (!problem || !agenda.issues.some((issue) => isWeighed(worth, issue)))
    return <Empty>{say('rehearsal.none')}</Empty>
  return (
    <div className="stack">
      <p className="quiet">{say('rehearsal.intro')}</p>
      <Overview own={own} problem={problem} />
      <TradeOffs own={own} problem={problem} />
      <SurePackage own={own} problem={problem} />
      <div className="no-print">
        <Button onPress={() => window.print()}>{say('bargaining.print')}</Button>
      </div>
    </div>
  )
}
