/** What the marks of the picture mean. */
import { solutionNames } from '#domain/bargaining/solve/aim.ts'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { SolutionMark } from './marks.tsx'
import type { Point } from './points.ts'

const Sign = ({ children }: { readonly children: React.ReactNode }) => (
  <svg width="26" height="20" viewBox="-13 -10 26 20" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

export const Legend = ({ points }: { readonly points: readonly Point[] }) => {
  const say = useSay()
  const { ratifications } = useAtMediator()
  const named = solutionNames.filter((name) => points.some((point) => point.named.includes(name)))
  return (
    <ul className="legend small" aria-label={say('bargaining.mediator.legend')}>
      <li>
        <Sign>
          <circle className="plot-point" r="4" />
        </Sign>
        {say('bargaining.mediator.legend.point')}
      </li>
      <li>
        <Sign>
          <g data-in="false">
            <circle className="plot-point" r="4" />
          </g>
        </Sign>
        {say('bargaining.mediator.legend.outside')}
      </li>
      <li>
        <Sign>
          <rect className="plot-zone" x="-13" y="-9" width="26" height="18" />
        </Sign>
        {say('bargaining.mediator.legend.zone')}
      </li>
      <li>
        <Sign>
          <line className="plot-reservation" x1="-13" x2="13" />
        </Sign>
        {say('bargaining.mediator.legend.reservation')}
      </li>
      <li>
        <Sign>
          <path className="plot-current" d="M-6-6L6 6M-6 6L6-6" />
        </Sign>
        {say('bargaining.mediator.legend.current')}
      </li>
      {Object.keys(ratifications).length > 0 && (
        <li>
          <Sign>
            <circle className="plot-home" r="7" />
            <circle className="plot-point" r="4" />
          </Sign>
          {say('bargaining.mediator.legend.home', { count: Object.keys(ratifications).length })}
        </li>
      )}
      {named.map((name) => (
        <li key={name}>
          <SolutionMark of={name} /> {say(`bargaining.mediator.solution.${name}`)}
        </li>
      ))}
    </ul>
  )
}
