/** A number taken from a range by sliding, with its value in words beside it. */
import { useId } from 'react'

export const RangeField = ({
  label,
  said,
  value,
  onChange,
  least,
  most,
}: {
  readonly label: string
  /** The value in words. */
  readonly said: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly least: number
  readonly most: number
}) => {
  const id = useId()
  return (
    <div className="field range-field">
      <label className="field-title" htmlFor={id}>
        {label}
      </label>
      <div className="line">
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          value={value}
          aria-valuetext={said}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output htmlFor={id}>{said}</output>
      </div>
    </div>
  )
}
