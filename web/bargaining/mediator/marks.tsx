/** The marks of the named solutions: a shape and a letter each, so that they are told apart without colour. */
import type { SolutionName } from '#domain/bargaining/solve/aim.ts'
import { useSay } from '../../speech.tsx'

const shapes: Readonly<Record<SolutionName, string>> = {
  nash: 'M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z',
  kalaiSmorodinsky: 'M0-9L9 0L0 9L-9 0Z',
  egalitarian: 'M-6.5-6.5H6.5V6.5H-6.5Z',
  welfare: 'M0-8L8 6.5H-8Z',
  leastDifference: 'M0-8L7-4V4L0 8L-7 4V-4Z',
}

/** The shape of a solution about the origin. */
export const SolutionShape = ({ of }: { readonly of: SolutionName }) => (
  <path className="plot-solution" d={shapes[of]} />
)

/** The mark beside the name of a solution, in running words. */
export const SolutionMark = ({ of }: { readonly of: SolutionName }) => {
  const say = useSay()
  return (
    <span className="solution-mark" aria-hidden>
      <svg width="20" height="20" viewBox="-10 -10 20 20" focusable="false" aria-hidden="true">
        <SolutionShape of={of} />
      </svg>
      <strong>{say(`bargaining.mediator.letter.${of}`)}</strong>
    </span>
  )
}
