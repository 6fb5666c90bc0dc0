/** Packages: the picture of what is efficient, the package one looks at in words, the named solutions, and what all have in common. */
import { useMemo } from 'react'
import type { Answer } from '#domain/bargaining/answer.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Refused } from '../../api.ts'
import { useTrouble } from '../../refusals.ts'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { WithCase } from './basis.tsx'
import { Fairness } from './fairness.tsx'
import { FrontierPicture, type Looking } from './frontier-picture.tsx'
import { Legend } from './legend.tsx'
import { NoZone } from './no-zone.tsx'
import { PackageBrief } from './package-brief.tsx'
import { PackageReading } from './package-reading.tsx'
import { isSamePackage, pointsOf } from './points.ts'
import { PointsTable } from './points-table.tsx'
import { RolesTable } from './roles-table.tsx'
import { useFigure } from './use-figure.ts'

const pairsOf = (parties: number): readonly (readonly [number, number])[] =>
  parties === 2
    ? [[0, 1]]
    : [
        [0, 1],
        [0, 2],
        [1, 2],
      ]

const useLooking = (answer: Answer): Looking => {
  const { ratifications, chosen, choose, agenda, current, shown } = useAtMediator()
  const points = useMemo(() => pointsOf(answer, ratifications), [answer, ratifications])
  const reservations = useMemo(() => answer.parties.map(({ reservation }) => reservation), [answer])
  const weighed = useAnalysis('worth', { case: shown.case, packages: [current] })
  const here = weighed.state.kind === 'done' ? weighed.state.answer[0] : undefined
  const at = points.findIndex((point) => isSamePackage(agenda, point.package, chosen))
  return {
    points,
    reservations,
    at,
    look: (next) => choose(points[next]?.package ?? null),
    current: here?.worth,
  }
}

/** How many packages there are and how many of them are efficient. */
const Counted = ({ answer }: { readonly answer: Answer }) => {
  const say = useSay()
  const figure = useFigure()
  const sentence = useTrouble()
  if (!answer.frontier)
    return <p>{answer.why === undefined ? null : sentence(new Refused(422, answer.why))}</p>
  const all = Number(answer.outcomes)
  return (
    <p>
      {say('bargaining.mediator.counted', {
        all: all < 1e15 ? figure(all) : answer.outcomes,
        count: answer.frontier.count,
      })}{' '}
      {say(answer.frontier.complete ? 'bargaining.mediator.complete' : 'bargaining.mediator.rounded')}
    </p>
  )
}

const Packages = ({ answer }: { readonly answer: Answer }) => {
  const say = useSay()
  const looking = useLooking(answer)
  const { chosen, parties } = useAtMediator()
  const drawn = parties.length === 2 || parties.length === 3
  return (
    <>
      <section className="stack" aria-labelledby="efficient">
        <h2 id="efficient">{say('bargaining.mediator.efficient')}</h2>
        <Counted answer={answer} />
        <NoZone of={answer.zone} />
        {drawn && (
          <figure className="stack">
            <div className="picture-and-package" data-count={parties.length}>
              <div className="plots" data-count={pairsOf(parties.length).length}>
                {pairsOf(parties.length).map((pair) => (
                  <FrontierPicture key={pair.join()} of={looking} pair={pair} parties={parties} />
                ))}
              </div>
              {chosen && <PackageBrief of={chosen} />}
            </div>
            <figcaption className="small quiet no-print">{say('bargaining.mediator.picture.how')}</figcaption>
            <Legend points={looking.points} />
          </figure>
        )}
        <PointsTable of={looking} />
      </section>
      <section className="card stack package-read" aria-labelledby="looked">
        <h2 id="looked">{say('bargaining.mediator.looked')}</h2>
        {chosen ? (
          <PackageReading chosen={chosen} />
        ) : (
          <p className="quiet">{say('bargaining.mediator.looked.none')}</p>
        )}
      </section>
      <Fairness answer={answer} />
      <RolesTable />
    </>
  )
}

export const PackagesPage = () => {
  const { shown } = useAtMediator()
  const enough = shown.case.worths.length >= 2
  const found = useAnalysis('packages', enough ? { case: shown.case } : null)
  return (
    <WithCase>
      <Analysed of={found}>{(answer) => <Packages answer={answer} />}</Analysed>
    </WithCase>
  )
}
