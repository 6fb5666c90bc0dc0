/** Items of the agenda that something bears on. */
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { Tick } from './field.tsx'

export const PickIssues = ({
  value,
  onChange,
}: {
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  if (process.agenda.length === 0) return null
  return (
    <fieldset className="field">
      <legend className="field-title">{say('background.issues')}</legend>
      {process.agenda.map(({ key, title }) => (
        <Tick
          key={key}
          label={names.of(title)}
          value={value.includes(key)}
          onChange={(on) => onChange(on ? [...value, key] : value.filter((each) => each !== key))}
        />
      ))}
    </fieldset>
  )
}
