/** First: how much each issue matters to us, in one of three ways of saying it. */
import { useState } from 'react'
import { fromSwings } from '#domain/bargaining/advise/weights.ts'
import type { Estimate } from '#domain/bargaining/worth.ts'
import { Button } from '../../elements/button.tsx'
import { Choice, Tick } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames } from '../names.ts'
import { CompareWay } from './compare-way.tsx'
import { endsOf, middleOf, weightsOf, withWeights } from './own-worth.ts'
import { PointsSlider, SureSwitch } from './points-slider.tsx'
import { equalShares, mostFor, whole, withShare } from './shares.ts'
import type { OwnWorth } from './use-worth.ts'

const ways = ['points', 'swings', 'compare'] as const
type Way = (typeof ways)[number]

const PointsWay = ({ own: { agenda, worth, change } }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const [held, setHeld] = useState<readonly string[]>([])
  const weights = weightsOf(agenda, worth)
  const shares = weights.map((each) => Math.round(middleOf(each)))
  const sum = shares.reduce((all, share) => all + share, 0)
  const holding = agenda.issues.map(({ id }) => held.includes(id))
  const give = (at: number, to: Estimate) => {
    if (typeof to === 'object') {
      change(
        withWeights(
          agenda,
          worth,
          weights.map((each, i) => (i === at ? to : each)),
        ),
      )
      return
    }
    // An interval is not moved along: it says what is known of that issue, whatever the others are given.
    const fixed = weights.map((each, i) => holding[i] || (i !== at && typeof each === 'object'))
    const next = withShare(shares, at, middleOf(to), fixed)
    change(
      withWeights(
        agenda,
        worth,
        weights.map((each, i) => (fixed[i] ? each : (next[i] ?? 0))),
      ),
    )
  }
  return (
    <>
      <ul className="sliders">
        {agenda.issues.map(({ id }, i) => {
          const weight = weights[i] ?? 0
          const [least, most] = endsOf(weight)
          const name = names.issue(id)
          const words = say(typeof weight === 'object' ? 'worth.weight.between' : 'worth.weight.of', {
            points: least,
            most,
          })
          return (
            <li key={id} className="slider-row">
              <PointsSlider
                label={name}
                value={weight}
                onChange={(to) => give(i, to)}
                most={typeof weight === 'object' ? 100 : mostFor(shares, i, holding)}
                words={words}
                locked={holding[i] ?? false}
              />
              <div className="slider-aside">
                <Tick
                  label={say('worth.hold')}
                  about={name}
                  value={holding[i] ?? false}
                  onChange={(hold) => setHeld(hold ? [...held, id] : held.filter((each) => each !== id))}
                />
                <SureSwitch value={weight} about={name} onChange={(to) => give(i, to)} />
              </div>
            </li>
          )
        })}
      </ul>
      {sum !== whole && <p className="hint">{say('worth.sum', { sum })}</p>}
    </>
  )
}

const SwingsWay = ({ own: { agenda, worth, change } }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const weights = weightsOf(agenda, worth).map((each) => Math.round(middleOf(each)))
  const largest = Math.max(1, ...weights)
  const [swings, setSwings] = useState(() => weights.map((each) => Math.round((each / largest) * 100)))
  const put = (at: number, to: number) => {
    const next = swings.map((each, i) => (i === at ? to : each))
    setSwings(next)
    if (next.some((each) => each > 0)) change(withWeights(agenda, worth, fromSwings(next)))
  }
  return (
    <>
      <p className="hint">{say('worth.swings.how')}</p>
      <ul className="sliders">
        {agenda.issues.map(({ id }, i) => (
          <li key={id} className="slider-row">
            <PointsSlider
              label={names.issue(id)}
              value={swings[i] ?? 0}
              onChange={(to) => put(i, Math.round(middleOf(to)))}
              words={say('worth.swings.words', { swing: swings[i] ?? 0, points: weights[i] ?? 0 })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The step; whichever way is taken, weights come out. */
export const WeightsStep = ({ own }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const [way, setWay] = useState<Way>('points')
  const { agenda, worth, change } = own
  return (
    <section className="stack step" aria-labelledby="worth-weights">
      <h2 id="worth-weights">{say('worth.step.weights')}</h2>
      <p>{say('worth.step.weights.how')}</p>
      <div className="no-print">
        <Choice
          label={say('worth.way')}
          value={way}
          onChange={setWay}
          ways={ways.map((key) => ({
            key,
            name: say(`worth.way.${key}`),
            hint: say(`worth.way.${key}.hint`),
          }))}
        />
      </div>
      {way === 'points' && <PointsWay own={own} />}
      {way === 'swings' && <SwingsWay own={own} />}
      {way === 'compare' && <CompareWay own={own} />}
      {way === 'points' && (
        <div>
          <Button
            look="text"
            onPress={() => change(withWeights(agenda, worth, equalShares(agenda.issues.length)))}
          >
            {say('worth.equal')}
          </Button>
        </div>
      )}
    </section>
  )
}
