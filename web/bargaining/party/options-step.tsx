/** Second: how good each option is on its issue, from the worst to the best, and what we can never accept. */
import { useState } from 'react'
import { type Issue, optionsOf } from '#domain/bargaining/agenda.ts'
import type { Estimate } from '#domain/bargaining/worth.ts'
import { Button } from '../../elements/button.tsx'
import { Tick } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames } from '../names.ts'
import { PlaceLinks } from '../places.tsx'
import {
  endsOf,
  isWeighed,
  middleOf,
  optionEstimate,
  slopeBetween,
  slopeEnds,
  withIssue,
} from './own-worth.ts'
import { PointsSlider, SureSwitch } from './points-slider.tsx'
import type { OwnWorth } from './use-worth.ts'

const grades = ['worst', 'poor', 'middling', 'good', 'best'] as const

/** The word for points from 0 to 100. */
const gradeOf = (points: number): (typeof grades)[number] => {
  if (points <= 0) return 'worst'
  if (points >= 100) return 'best'
  return points < 34 ? 'poor' : points < 67 ? 'middling' : 'good'
}

const useGradeWords = () => {
  const say = useSay()
  return (given: Estimate) => {
    const [least, most] = endsOf(given)
    if (typeof given === 'object') return say('worth.weight.between', { points: least, most })
    return say('worth.grade', { grade: say(`worth.grade.${gradeOf(least)}`), points: least })
  }
}

interface Part {
  readonly own: OwnWorth
  readonly issue: Issue
}

const RangeSliders = ({ own: { agenda, worth, change }, issue }: Part) => {
  const words = useGradeWords()
  const names = useAgendaNames(agenda)
  const { from = 0, to = 0 } = issue.range ?? {}
  const ends = slopeEnds(worth, issue)
  const put = (low: number, high: number) =>
    change(withIssue(agenda, worth, issue.id, { slope: slopeBetween(issue, low, high), options: undefined }))
  return ([0, 1] as const).map((end) => (
    <li key={end} className="slider-row">
      <PointsSlider
        label={names.option(issue.id, String(end === 0 ? from : to))}
        value={ends[end]}
        onChange={(value) => {
          const points = Math.round(middleOf(value))
          put(end === 0 ? points : ends[0], end === 1 ? points : ends[1])
        }}
        words={words(ends[end])}
      />
    </li>
  ))
}

const OptionSliders = ({ own, issue }: Part) => {
  const say = useSay()
  const { agenda, worth, change } = own
  const words = useGradeWords()
  const names = useAgendaNames(agenda)
  const isRed = (option: string) =>
    worth.redLines.some((line) => line.issue === issue.id && line.option === option)
  const put = (option: string, value: Estimate) => {
    const all = issue.options.map(({ id }) => [id, id === option ? value : optionEstimate(worth, issue, id)])
    change(withIssue(agenda, worth, issue.id, { options: Object.fromEntries(all) }))
  }
  const draw = (option: string, red: boolean) => {
    const others = worth.redLines.filter((line) => line.issue !== issue.id || line.option !== option)
    change({ ...worth, redLines: red ? [...others, { issue: issue.id, option }] : others })
  }
  return issue.options.map(({ id, closes }) => {
    const value = optionEstimate(worth, issue, id)
    const name = names.option(issue.id, id)
    return (
      <li key={id} className="slider-row" data-red={isRed(id)}>
        <div className="stack tight">
          <PointsSlider
            label={name}
            value={value}
            onChange={(to) => put(id, to)}
            words={isRed(id) ? say('worth.red') : words(value)}
          />
          <PlaceLinks places={closes} />
        </div>
        <div className="slider-aside">
          <Tick label={say('worth.never')} about={name} value={isRed(id)} onChange={(red) => draw(id, red)} />
          <SureSwitch value={value} about={name} onChange={(to) => put(id, to)} />
        </div>
      </li>
    )
  })
}

/** Putting the options in order; the points are then spread evenly from the best to the worst. */
const QuickOrder = ({ own: { agenda, worth, change }, issue }: Part) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const order = optionsOf(issue).toSorted(
    (a, b) => middleOf(optionEstimate(worth, issue, b)) - middleOf(optionEstimate(worth, issue, a)),
  )
  const lay = (ids: readonly string[]) => {
    const steps = Math.max(1, ids.length - 1)
    const points = ids.map((id, i) => [id, Math.round((100 * (ids.length - 1 - i)) / steps)])
    change(withIssue(agenda, worth, issue.id, { options: Object.fromEntries(points) }))
  }
  const lift = (at: number) => {
    const next = [...order]
    const [moved = ''] = next.splice(at, 1)
    next.splice(at - 1, 0, moved)
    lay(next)
  }
  return (
    <ol className="numbered quick-order">
      {order.map((option, i) => (
        <li key={option}>
          <span>{names.option(issue.id, option)}</span>
          {i > 0 && (
            <Button onPress={() => lift(i)}>
              {say('worth.order.up')}
              <span className="unseen"> {names.option(issue.id, option)}</span>
            </Button>
          )}
        </li>
      ))}
      <li className="plain">
        <Button look="text" onPress={() => lay(order)}>
          {say('worth.order.spread')}
        </Button>
      </li>
    </ol>
  )
}

const IssueOptions = ({ own, issue }: Part) => {
  const say = useSay()
  const names = useAgendaNames(own.agenda)
  const [ordering, setOrdering] = useState(false)
  const count = issue.options.length
  return (
    <section className="stack tight issue-options" aria-label={names.issue(issue.id)}>
      <div className="line spread">
        <h3>{names.issue(issue.id)}</h3>
        {count > 1 && (
          <Button look="text" onPress={() => setOrdering(!ordering)}>
            {say(ordering ? 'worth.order.done' : 'worth.order')}
            <span className="unseen"> {names.issue(issue.id)}</span>
          </Button>
        )}
      </div>
      {!isWeighed(own.worth, issue) && <p className="quiet small">{say('worth.not-weighed')}</p>}
      {ordering && <QuickOrder own={own} issue={issue} />}
      <ul className="sliders">
        {issue.range ? <RangeSliders own={own} issue={issue} /> : <OptionSliders own={own} issue={issue} />}
      </ul>
    </section>
  )
}

/** The step: every issue with its options. */
export const OptionsStep = ({ own }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const { issues } = own.agenda
  const weighed = issues.filter((issue) => isWeighed(own.worth, issue)).length
  return (
    <section className="stack step" aria-labelledby="worth-options">
      <h2 id="worth-options">{say('worth.step.options')}</h2>
      <p>{say('worth.step.options.how')}</p>
      <p className="quiet small">{say('worth.weighed', { count: weighed, of: issues.length })}</p>
      {issues.map((issue) => (
        <IssueOptions key={issue.id} own={own} issue={issue} />
      ))}
    </section>
  )
}
