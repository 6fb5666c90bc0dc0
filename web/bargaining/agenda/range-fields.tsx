/** An issue that is a number: from which to which, and of what. */
import { useState } from 'react'
import type { NumberRange } from '#domain/bargaining/agenda.ts'
import { LineField } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { NameFields } from './name-fields.tsx'

const whole = /^-?\d{1,6}$/

const NumberLine = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}) => {
  const [typed, setTyped] = useState(String(value))
  return (
    <LineField
      label={label}
      value={typed}
      onChange={(words) => {
        setTyped(words)
        if (whole.test(words.trim())) onChange(Number(words))
      }}
    />
  )
}

/** The two ends and the unit. */
export const RangeFields = ({
  range,
  onChange,
}: {
  readonly range: NumberRange
  readonly onChange: (range: NumberRange) => void
}) => {
  const say = useSay()
  return (
    <div className="stack tight">
      <div className="columns">
        <NumberLine
          label={say('agenda.range.from')}
          value={range.from}
          onChange={(from) => onChange({ ...range, from })}
        />
        <NumberLine
          label={say('agenda.range.to')}
          value={range.to}
          onChange={(to) => onChange({ ...range, to })}
        />
      </div>
      <NameFields
        what={say('agenda.range.unit')}
        name={range.unit ?? {}}
        onChange={(unit) => {
          const { unit: _, ...rest } = range
          onChange(Object.values(unit).some((words) => words !== '') ? { ...rest, unit } : rest)
        }}
      />
    </div>
  )
}
