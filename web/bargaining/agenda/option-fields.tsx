/** The options of an issue while they are written, each linked to what of the common text it would close. */
import type { Issue, Option, Place } from '#domain/bargaining/agenda.ts'
import { liveAlternatives } from '#domain/text/bracket.ts'
import { Button } from '../../elements/button.tsx'
import { Pick } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { type PlaceNames, useCommonText, usePlaceNames } from '../places.tsx'
import { NameFields } from './name-fields.tsx'
import { newId } from './writing.ts'

const keyOf = ({ clause, bracket, alternative }: Place): string => `${clause}/${bracket}/${alternative}`

/** Every alternative of every bracket that is open in the common text. */
const usePlaces = (): readonly Place[] => {
  const view = useCommonText()
  return (view?.clauses ?? []).flatMap((clause) =>
    Object.values(clause.brackets).flatMap((bracket) =>
      liveAlternatives(bracket).map(({ id }) => ({
        clause: clause.id,
        bracket: bracket.id,
        alternative: id,
      })),
    ),
  )
}

const called = (say: ReturnType<typeof useSay>, names: PlaceNames, place: Place): string => {
  const number = names.number(place.clause)
  const where = number ? say('bargaining.place', { number }) : say('bargaining.place.unnumbered')
  return `${where} ${names.words(place)}`
}

const Closes = ({
  option,
  onChange,
}: {
  readonly option: Option
  readonly onChange: (option: Option) => void
}) => {
  const say = useSay()
  const names = usePlaceNames()
  const places = usePlaces()
  const closes = option.closes ?? []
  const put = (next: readonly Place[]) => {
    const { closes: _, ...rest } = option
    onChange(next.length > 0 ? { ...rest, closes: next } : rest)
  }
  // One bracket is closed by one alternative only.
  const left = places.filter(
    (place) => !closes.some(({ bracket, clause }) => bracket === place.bracket && clause === place.clause),
  )
  return (
    <div className="stack tight">
      {closes.map((place) => (
        <p key={keyOf(place)} className="small">
          {say('agenda.closes', { place: called(say, names, place) })}{' '}
          <Button look="text" onPress={() => put(closes.filter((each) => each !== place))}>
            {say('bargaining.take-out')}
            <span className="unseen"> {called(say, names, place)}</span>
          </Button>
        </p>
      ))}
      {left.length > 0 && (
        <Pick
          label={say('agenda.closes.add')}
          value=""
          onChange={(key) => {
            const found = left.find((place) => keyOf(place) === key)
            if (found) put([...closes, found])
          }}
          among={[
            { key: '', name: say('bargaining.choose') },
            ...left.map((place) => ({ key: keyOf(place), name: called(say, names, place) })),
          ]}
        />
      )}
    </div>
  )
}

/** The options with their names and links; one more, one less. */
export const OptionFields = ({
  issue,
  onChange,
}: {
  readonly issue: Issue
  readonly onChange: (issue: Issue) => void
}) => {
  const say = useSay()
  const put = (id: string, option: Option | undefined) =>
    onChange({
      ...issue,
      options: issue.options.flatMap((each) => (each.id === id ? (option ? [option] : []) : [each])),
    })
  return (
    <div className="stack">
      <ol className="stack">
        {issue.options.map((option, i) => (
          <li key={option.id} className="stack tight option-fields">
            <NameFields
              what={say('agenda.option', { n: i + 1 })}
              name={option.name}
              onChange={(name) => put(option.id, { ...option, name })}
            />
            <Closes option={option} onChange={(next) => put(option.id, next)} />
            {issue.options.length > 1 && (
              <div>
                <Button look="text" onPress={() => put(option.id, undefined)}>
                  {say('agenda.option.off')}
                  <span className="unseen"> {i + 1}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button
          onPress={() => onChange({ ...issue, options: [...issue.options, { id: newId(), name: {} }] })}
        >
          {say('agenda.option.add')}
        </Button>
      </div>
    </div>
  )
}
