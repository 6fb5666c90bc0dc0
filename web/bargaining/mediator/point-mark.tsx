/** One efficient package in a picture: a dot, hollow outside the zone, ringed where it passes at home; named solutions by shape and letter. */
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { SolutionShape } from './marks.tsx'
import type { Placed } from './plot.ts'
import type { Point } from './points.ts'

export const PointMark = ({ point, place }: { readonly point: Point; readonly place: Placed }) => {
  const say = useSay()
  const { ratifications } = useAtMediator()
  const homes = Object.keys(ratifications).length
  const [first] = point.named
  return (
    <g transform={`translate(${place.x} ${place.y})`} data-in={point.isInZone}>
      {homes > 0 && point.passes.length === homes && <circle className="plot-home" r={first ? 11 : 7} />}
      {first ? (
        <>
          <SolutionShape of={first} />
          <text className="plot-letter" x="11" y="-8">
            {point.named.map((name) => say(`bargaining.mediator.letter.${name}`)).join(' ')}
          </text>
        </>
      ) : (
        <circle className="plot-point" r="4" />
      )}
    </g>
  )
}
