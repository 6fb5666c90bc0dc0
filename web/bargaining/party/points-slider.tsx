/** A slider of whole points, with one thumb or, for who is not sure, with two: the least and the most. */
import type { ReactNode } from 'react'
import { Label, Slider, SliderFill, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import type { Estimate } from '#domain/bargaining/worth.ts'
import { Button } from '../../elements/button.tsx'
import { useSay } from '../../speech.tsx'
import { endsOf, estimateOf } from './own-worth.ts'

const thumbs = (ends: readonly number[], least: string, most: string, points: string) =>
  ends.map((_, i) => (
    <SliderThumb
      // biome-ignore lint/suspicious/noArrayIndexKey: a thumb has no other name than its place.
      key={i}
      index={i}
      className="thumb"
      aria-label={ends.length === 1 ? points : i === 0 ? least : most}
    />
  ))

/** `words` says what the points mean; `most` is as far as this slider goes now. */
export const PointsSlider = ({
  label,
  value,
  onChange,
  most = 100,
  step = 1,
  words,
  locked = false,
}: {
  readonly label: ReactNode
  readonly value: Estimate
  readonly onChange: (value: Estimate) => void
  readonly most?: number
  readonly step?: number
  readonly words: string
  readonly locked?: boolean
}) => {
  const say = useSay()
  const isRange = typeof value === 'object'
  const ends = isRange ? [...endsOf(value)] : [endsOf(value)[0]]
  return (
    <Slider
      className="points-slider"
      value={ends}
      onChange={(next) => {
        const [low = 0, high = low] = Array.isArray(next) ? next : [next]
        onChange(isRange ? { least: low, most: high } : low)
      }}
      minValue={0}
      maxValue={Math.max(most, ...ends)}
      step={step}
      isDisabled={locked}
    >
      <Label className="slider-name">{label}</Label>
      <SliderOutput className="slider-words">{words}</SliderOutput>
      <SliderTrack className="track">
        <SliderFill className="track-fill" />
        {thumbs(ends, say('worth.least'), say('worth.most'), say('worth.points'))}
      </SliderTrack>
    </Slider>
  )
}

/** Turns a figure into an interval around it, and an interval into its middle. */
export const SureSwitch = ({
  value,
  onChange,
  about,
}: {
  readonly value: Estimate
  readonly onChange: (value: Estimate) => void
  readonly about: string
}) => {
  const say = useSay()
  const [least, most] = endsOf(value)
  return typeof value === 'object' ? (
    <Button look="text" onPress={() => onChange(Math.round((least + most) / 2))}>
      {say('worth.sure')}
      <span className="unseen"> {about}</span>
    </Button>
  ) : (
    <Button
      look="text"
      onPress={() => {
        const wider = estimateOf(Math.max(0, least - 10), Math.min(100, most + 10))
        onChange(wider)
      }}
    >
      {say('worth.not-sure')}
      <span className="unseen"> {about}</span>
    </Button>
  )
}
