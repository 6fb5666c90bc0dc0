/** The picture of one issue: position from left to right, influence upwards, salience as the size of a circle. */
import { rangeOf, type StandOf, standsOn, weightedMedian } from '#domain/stakeholders/figures.ts'
import type { Ends, Stakeholder } from '#domain/stakeholders/map.ts'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

const frame = { width: 640, height: 300, left: 44, right: 24, top: 30, bottom: 46 } as const

const across = (position: number): number =>
  frame.left + (position / 100) * (frame.width - frame.left - frame.right)
const up = (influence: number): number =>
  frame.height - frame.bottom - (influence / 100) * (frame.height - frame.top - frame.bottom)

/** The area of a circle goes with salience; the least is still seen. */
const radius = (salience: number): number => 4 + Math.sqrt(salience) * 1.1

const Mark = ({ stand, letter }: { readonly stand: StandOf; readonly letter: string }) => {
  const { process } = useProcess()
  const names = useNames()
  const say = useSay()
  const hue = process.parties.find(({ key }) => key === stand.stakeholder.behind)?.hue
  const { position, influence, salience } = stand
  const name = names.of(stand.stakeholder.name)
  return (
    <g className="stand" data-hue={hue}>
      <title>{say('stakeholders.stand', { name, position, influence, salience })}</title>
      <circle cx={across(position)} cy={up(influence)} r={radius(salience)} />
      <text x={across(position)} y={up(influence) + 4} textAnchor="middle">
        {letter}
      </text>
    </g>
  )
}

const Axes = ({ ends }: { readonly ends: Ends | undefined }) => {
  const say = useSay()
  const names = useNames()
  const bottom = up(0)
  return (
    <g className="stand-axes">
      <path d={`M${frame.left} ${frame.top} V${bottom} H${frame.width - frame.right}`} />
      {[0, 50, 100].map((each) => (
        <text key={`x${each}`} x={across(each)} y={bottom + 16} textAnchor="middle">
          {each}
        </text>
      ))}
      {[50, 100].map((each) => (
        <text key={`y${each}`} x={frame.left - 8} y={up(each) + 4} textAnchor="end">
          {each}
        </text>
      ))}
      <text x={frame.left} y={bottom + 36}>
        {ends ? names.of(ends.low) : say('stakeholders.low')}
      </text>
      <text x={frame.width - frame.right} y={bottom + 36} textAnchor="end">
        {ends ? names.of(ends.high) : say('stakeholders.high')}
      </text>
      <text x={frame.left - 36} y={frame.top - 14}>
        {say('stakeholders.influence')}
      </text>
    </g>
  )
}

const Median = ({ at }: { readonly at: number }) => {
  const say = useSay()
  return (
    <g className="stand-median">
      <path d={`M${across(at)} ${frame.top} V${up(0)}`} />
      <text x={across(at)} y={frame.top - 14} textAnchor={at > 80 ? 'end' : at < 30 ? 'start' : 'middle'}>
        {say('stakeholders.median', { at })}
      </text>
    </g>
  )
}

/** The letter by which a stakeholder is found in picture and table alike: A, B … Z, then AA. */
export const letterOf = (i: number): string =>
  (i >= 26 ? String.fromCharCode(64 + Math.floor(i / 26)) : '') + String.fromCharCode(65 + (i % 26))

export const IssuePicture = ({
  issue,
  title,
  stakeholders,
  ends,
}: {
  readonly issue: string
  readonly title: string
  readonly stakeholders: readonly Stakeholder[]
  readonly ends: Ends | undefined
}) => {
  const say = useSay()
  const stands = standsOn(stakeholders, issue)
  const median = weightedMedian(stands)
  const range = rangeOf(stands)
  const label = say('stakeholders.picture', { issue: title })
  return (
    <figure className="stack tight">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture wider than the screen is scrolled with the keys, too. */}
      <section className="stand-picture" aria-label={label} tabIndex={0}>
        <svg role="img" aria-label={label} width={frame.width} height={frame.height}>
          <Axes ends={ends} />
          {range && (
            <path
              className="stand-range"
              d={`M${across(range.low)} ${up(0)} H${Math.max(across(range.high), across(range.low) + 2)}`}
            />
          )}
          {median !== null && <Median at={median} />}
          {stands
            .toSorted((one, other) => other.salience - one.salience)
            .map((stand) => (
              <Mark
                key={stand.stakeholder.id}
                stand={stand}
                letter={letterOf(stakeholders.indexOf(stand.stakeholder))}
              />
            ))}
        </svg>
      </section>
      <figcaption className="small quiet">
        {median === null || range === null
          ? say('stakeholders.no-weight')
          : say('stakeholders.told', { median, low: range.low, high: range.high })}
      </figcaption>
    </figure>
  )
}
