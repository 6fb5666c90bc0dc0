/** One package on our own scale: its points, and where what we have without an agreement stands. */
import { useSay } from '../../speech.tsx'
import type { OwnStanding } from './own-worth.ts'

/** The words that say how a package stands against what we have without an agreement. */
export const useStandingWords = () => {
  const say = useSay()
  return ({ points: worth, reservation, isAllowed }: OwnStanding): string => {
    if (!isAllowed) return say('worth.try.forbidden')
    const gain = Math.round(worth) - Math.round(reservation)
    if (gain === 0) return say('worth.try.even')
    return say(gain > 0 ? 'worth.try.above' : 'worth.try.below', { points: Math.abs(gain) })
  }
}

/** The bar; the same in words and figures stands beside it. */
export const OwnScale = ({
  standing,
  most = 10_000,
}: {
  readonly standing: OwnStanding
  readonly most?: number
}) => {
  const share = (value: number) => `${Math.max(0, Math.min(100, (value / most) * 100))}%`
  const isAbove = standing.isAllowed && standing.points >= standing.reservation
  return (
    <svg className="own-scale" data-above={isAbove} width="100%" height="22" aria-hidden="true">
      <rect className="scale-ground" x="0" y="5" width="100%" height="12" rx="3" />
      <rect className="scale-worth" x="0" y="5" width={share(standing.points)} height="12" rx="3" />
      <line
        className="scale-reserve"
        x1={share(standing.reservation)}
        x2={share(standing.reservation)}
        y1="0"
        y2="22"
      />
    </svg>
  )
}
