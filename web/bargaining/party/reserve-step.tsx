/** Third: what we have without an agreement, as points or as a package; nothing below it is worth signing. */
import { useState } from 'react'
import type { Worth } from '#domain/bargaining/worth.ts'
import { Choice } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { useFigures, wholePackage } from '../names.ts'
import { PickPackage } from '../pick-package.tsx'
import { inOwnPoints, middleOf } from './own-worth.ts'
import { PointsSlider } from './points-slider.tsx'
import type { OwnWorth } from './use-worth.ts'

const ways = ['unsaid', 'points', 'batna'] as const
type Way = (typeof ways)[number]

/** The worth of the best options of all issues is this much at most. */
const mostPoints = 10_000

const without = (worth: Worth, part: 'batna' | 'reservation'): Worth => {
  const { [part]: _, ...rest } = worth
  return rest
}

const wayOf = (worth: Worth): Way =>
  worth.batna ? 'batna' : worth.reservation === undefined ? 'unsaid' : 'points'

/** The step. */
export const ReserveStep = ({ own: { agenda, worth, change, problem } }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const { percent } = useFigures()
  const [way, setWay] = useState<Way>(() => wayOf(worth))
  const reservation = worth.reservation === undefined ? 0 : Math.round(middleOf(worth.reservation))
  const counted = problem ? inOwnPoints(problem, problem.sides[0]?.reservation ?? 0n) : reservation
  const turn = (next: Way) => {
    setWay(next)
    if (next === 'unsaid') change(without(without(worth, 'batna'), 'reservation'))
    if (next === 'points') change({ ...without(worth, 'batna'), reservation: Math.round(counted) })
    if (next === 'batna')
      change({ ...without(worth, 'reservation'), batna: wholePackage(agenda, worth.batna ?? {}) })
  }
  return (
    <section className="stack step" aria-labelledby="worth-reserve">
      <h2 id="worth-reserve">{say('worth.step.reserve')}</h2>
      <p>{say('worth.step.reserve.how')}</p>
      <Choice
        label={say('worth.reserve.way')}
        value={way}
        onChange={turn}
        ways={ways.map((key) => ({
          key,
          name: say(`worth.reserve.${key}`),
          hint: say(`worth.reserve.${key}.hint`),
        }))}
      />
      {way === 'points' && (
        <PointsSlider
          label={say('worth.reserve.least')}
          value={reservation}
          onChange={(to) => change({ ...worth, reservation: Math.round(middleOf(to)) })}
          most={mostPoints}
          step={50}
          words={say('worth.reserve.words', {
            points: reservation,
            share: percent(reservation / mostPoints),
          })}
        />
      )}
      {way === 'batna' && (
        <>
          <PickPackage
            agenda={agenda}
            chosen={worth.batna ?? {}}
            onChange={(batna) => change({ ...worth, batna })}
          />
          <p className="quiet">{say('worth.reserve.counted', { points: Math.round(counted) })}</p>
        </>
      )}
    </section>
  )
}
