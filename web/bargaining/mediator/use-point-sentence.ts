/** A point of the frontier in one sentence, for whoever hears the picture. */
import { useNames } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import type { Point } from './points.ts'
import { useFigure } from './use-figure.ts'

export const usePointSentence = (): ((point: Point) => string) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const figure = useFigure()
  const { parties } = useAtMediator()
  return ({ worth, named, isInZone }) =>
    [
      listing(
        parties.map((party, i) =>
          say('bargaining.mediator.points-for', {
            party: names.of(party.short),
            points: figure(worth[i] ?? 0),
          }),
        ),
      ),
      say(isInZone ? 'bargaining.mediator.in-zone' : 'bargaining.mediator.outside-zone'),
      ...named.map((name) => say(`bargaining.mediator.solution.${name}`)),
    ].join('; ')
}
