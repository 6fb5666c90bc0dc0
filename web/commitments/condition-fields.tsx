/** What a stipulation waits for; with a day it is a reciprocal step: owed only if the other was there by then. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** A condition as it is being written. */
export interface WrittenCondition {
  readonly key: string
  readonly before: 'begin' | 'complete'
  readonly other: string
  readonly event: 'begun' | 'done'
  readonly days: string
  readonly by: string
}

export const ConditionFields = ({
  value,
  onChange,
  among,
}: {
  readonly value: readonly WrittenCondition[]
  readonly onChange: (value: readonly WrittenCondition[]) => void
  readonly among: CommitmentsView['stipulations']
}) => {
  const say = useSay()
  const names = useNames()
  const change = (key: string, part: Partial<WrittenCondition>) =>
    onChange(value.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const add = () =>
    onChange([
      ...value,
      { key: crypto.randomUUID(), before: 'begin', other: '', event: 'done', days: '', by: '' },
    ])
  return (
    <fieldset className="field">
      <legend className="field-title">{say('commitments.conditions')}</legend>
      {value.map((each) => (
        <div key={each.key} className="columns condition">
          <Pick
            label={say('commitments.condition.before')}
            value={each.before}
            onChange={(before) => change(each.key, { before: before as WrittenCondition['before'] })}
            among={(['begin', 'complete'] as const).map((key) => ({
              key,
              name: say(`commitments.condition.${key}`),
            }))}
          />
          <Pick
            label={say('commitments.condition.other')}
            value={each.other}
            onChange={(other) => change(each.key, { other })}
            among={[
              { key: '', name: '—' },
              ...among.map(({ object, terms }) => ({ key: object, name: names.of(terms.name) })),
            ]}
          />
          <Pick
            label={say('commitments.condition.event')}
            value={each.event}
            onChange={(event) => change(each.key, { event: event as WrittenCondition['event'] })}
            among={(['begun', 'done'] as const).map((key) => ({
              key,
              name: say(`commitments.condition.${key}`),
            }))}
          />
          <LineField
            type="number"
            label={say('commitments.condition.days')}
            value={each.days}
            onChange={(days) => change(each.key, { days })}
          />
          <LineField
            type="date"
            label={say('commitments.condition.by')}
            value={each.by}
            onChange={(by) => change(each.key, { by })}
          />
          <div>
            <Button onPress={() => onChange(value.filter(({ key }) => key !== each.key))}>
              {say('commitments.condition.drop')}
            </Button>
          </div>
        </div>
      ))}
      {among.length > 0 && (
        <div>
          <Button onPress={add}>{say('commitments.condition.add')}</Button>
        </div>
      )}
    </fieldset>
  )
}
