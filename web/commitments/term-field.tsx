/** A moment of a stipulation: a day, so many days after something, at all times, or not said. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { Term } from '#domain/commitments/stipulation.ts'
import { LineField, Pick } from '../elements/field.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** A term as it is being written. `from` is `force` or the id of another stipulation. */
export interface WrittenTerm {
  readonly kind: Term['kind']
  readonly date: string
  readonly days: string
  readonly from: string
  readonly event: 'begun' | 'done'
}

/** The term; null while a day or a number is missing. */
export const termOf = ({ kind, date, days, from, event }: WrittenTerm): Term | null => {
  if (kind === 'none' || kind === 'standing') return { kind }
  if (kind === 'date') return date === '' ? null : { kind, date }
  const count = Number(days)
  if (days.trim() === '' || !Number.isInteger(count) || count < 0) return null
  return { kind, days: count, from: from === 'force' ? from : { stipulation: from, event } }
}

export const TermField = ({
  label,
  value,
  onChange,
  among,
  standing = false,
}: {
  readonly label: string
  readonly value: WrittenTerm
  readonly onChange: (value: WrittenTerm) => void
  readonly among: CommitmentsView['stipulations']
  readonly standing?: boolean
}) => {
  const say = useSay()
  const names = useNames()
  const kinds = ['none', 'date', 'after', ...(standing ? (['standing'] as const) : [])] as const
  return (
    <div className="columns">
      <Pick
        label={label}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind: kind as Term['kind'] })}
        among={kinds.map((key) => ({ key, name: say(`commitments.term-kind.${key}`) }))}
      />
      {value.kind === 'date' && (
        <LineField
          type="date"
          label={say('commitments.day')}
          value={value.date}
          onChange={(date) => onChange({ ...value, date })}
        />
      )}
      {value.kind === 'after' && (
        <>
          <LineField
            type="number"
            label={say('commitments.days')}
            value={value.days}
            onChange={(days) => onChange({ ...value, days })}
          />
          <Pick
            label={say('commitments.after-what')}
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
            among={[
              { key: 'force', name: say('commitments.after-force') },
              ...among.map(({ object, terms }) => ({ key: object, name: names.of(terms.name) })),
            ]}
          />
        </>
      )}
    </div>
  )
}
