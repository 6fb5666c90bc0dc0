/** Events that something rests on, from the time line of the reader's rooms. */
import { Tick } from '../elements/field.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useBackground } from './use-background.ts'
import { useWhenWords } from './use-when-words.ts'

/** Only events of this room are offered where one is given: what is said there must be there for all who read it. */
export const PickEvents = ({
  value,
  onChange,
  within,
}: {
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly within?: string
}) => {
  const say = useSay()
  const names = useNames()
  const when = useWhenWords()
  const events = useBackground().data?.events ?? []
  const among = events.filter(({ room }) => within === undefined || room === within)
  if (among.length === 0) return null
  const title = say('background.rests-on', { count: value.length })
  return (
    <details>
      <summary>{title}</summary>
      <fieldset className="pick-list stack tight">
        <legend className="unseen">{title}</legend>
        {among.map(({ room, object, when: at, name }) => (
          <Tick
            key={`${room} ${object}`}
            label={`${when(at)}: ${names.of(name)}`}
            value={value.includes(object)}
            onChange={(on) => onChange(on ? [...value, object] : value.filter((each) => each !== object))}
          />
        ))}
      </fieldset>
    </details>
  )
}
