/** The named solutions side by side: what each means, who gains what, how sure it is. They are not ranked, and none is advised. */
import { useState } from 'react'
import type { Answer, WrittenPoint } from '#domain/bargaining/answer.ts'
import type { Finding } from '#domain/bargaining/check/answer.ts'
import { type SolutionName, solutionNames } from '#domain/bargaining/solve/aim.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Refused } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { useTrouble } from '../../refusals.ts'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { SolutionMark } from './marks.tsx'
import { SideLines } from './side-lines.tsx'
import { useFigure, useGain } from './use-figure.ts'

const Found = ({ of }: { readonly of: Finding }) => {
  const say = useSay()
  const sentence = useTrouble()
  return (
    <p className="small" data-verdict={of.verdict}>
      <strong>{say(`bargaining.mediator.verdict.${of.verdict}`)}</strong>{' '}
      {of.why !== undefined && sentence(new Refused(422, of.why))}
    </p>
  )
}

const Gains = ({ answer, of }: { readonly answer: Answer; readonly of: WrittenPoint }) => {
  const say = useSay()
  const [figure, gain] = [useFigure(), useGain()]
  return (
    <SideLines
      of={(p) =>
        say('bargaining.mediator.worth-and-gain', {
          worth: figure(of.utilities[p] ?? 0),
          gain: gain((of.utilities[p] ?? 0) - (answer.parties[p]?.reservation ?? 0)),
        })
      }
    />
  )
}

/** A point with what each side gains there, and the way to read it. */
const PointOf = ({
  name,
  answer,
  point,
}: {
  readonly name: SolutionName
  readonly answer: Answer
  readonly point: WrittenPoint
}) => {
  const say = useSay()
  const { choose } = useAtMediator()
  const label = say('bargaining.mediator.read-solution', {
    name: say(`bargaining.mediator.solution.${name}`),
  })
  return (
    <>
      <Gains answer={answer} of={point} />
      <div className="no-print">
        <Button look="text" onPress={() => choose(point.package)} aria-label={label}>
          {say('bargaining.mediator.read')}
        </Button>
      </div>
    </>
  )
}

/** The points of the frontier at which a solution is exactly as good: the first is not better for being first. */
const equallyGood = (answer: Answer, name: SolutionName): readonly WrittenPoint[] => {
  const others = new Set((answer.solutions[name]?.alsoAt ?? []).map((worth) => worth.join()))
  return answer.frontier?.points.filter(({ worth }) => others.has(worth.join())) ?? []
}

/** How many equally good points are listed; the rest are on the frontier. */
const mostListed = 6

const One = ({
  name,
  answer,
  finding,
}: {
  readonly name: SolutionName
  readonly answer: Answer
  readonly finding: Finding | undefined
}) => {
  const say = useSay()
  const solution = answer.solutions[name]
  return (
    <li className="card stack tight">
      <h3 className="line">
        <SolutionMark of={name} />
        {say(`bargaining.mediator.solution.${name}`)}
      </h3>
      <p className="small">{say(`bargaining.mediator.definition.${name}`)}</p>
      {solution ? (
        <>
          <PointOf name={name} answer={answer} point={solution} />
          {equallyGood(answer, name)
            .slice(0, mostListed)
            .map((point) => (
              <PointOf key={point.worth.join()} name={name} answer={answer} point={point} />
            ))}
          <p className="small quiet">
            {say(`bargaining.mediator.proof.${solution.proof}`)}
            {solution.alsoAt.length > 0 &&
              ` ${say('bargaining.mediator.also-at', { count: solution.alsoAt.length })}`}
          </p>
        </>
      ) : (
        <p className="quiet">{say('bargaining.mediator.solution-none')}</p>
      )}
      {finding && <Found of={finding} />}
    </li>
  )
}

/** The view, with the separate checker at hand: it is told the claims and the case, and nothing of how they were found. */
export const Fairness = ({ answer }: { readonly answer: Answer }) => {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const check = useAnalysis('check', asked ? { answer } : null)
  const findings = check.state.kind === 'done' ? check.state.answer : []
  const rest = findings.filter(({ claim }) => claim === 'zone' || claim === 'frontier' || claim === 'case')
  return (
    <section className="stack" aria-labelledby="fairness">
      <h2 id="fairness">{say('bargaining.mediator.fairness')}</h2>
      <p className="hint">{say('bargaining.mediator.fairness.why')}</p>
      <ul className="solutions">
        {solutionNames.map((name) => (
          <One
            key={name}
            name={name}
            answer={answer}
            finding={findings.find(({ claim }) => claim === name)}
          />
        ))}
      </ul>
      <div className="stack tight" aria-live="polite">
        {!asked && (
          <div className="no-print">
            <Button onPress={() => setAsked(true)}>{say('bargaining.mediator.check')}</Button>
          </div>
        )}
        <p className="hint">{say('bargaining.mediator.check.why')}</p>
        <Analysed of={check}>
          {() => (
            <ul className="stack tight">
              {rest.map((finding) => (
                <li key={finding.claim}>
                  <span>
                    {say(`bargaining.mediator.claim.${finding.claim as 'zone' | 'frontier' | 'case'}`)}
                  </span>
                  <Found of={finding} />
                </li>
              ))}
            </ul>
          )}
        </Analysed>
      </div>
    </section>
  )
}
