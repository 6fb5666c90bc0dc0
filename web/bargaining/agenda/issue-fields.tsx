/** One issue while it is written: its name, its basket, and its options or its range. */
import { useState } from 'react'
import type { Agenda, Issue } from '#domain/bargaining/agenda.ts'
import { Button } from '../../elements/button.tsx'
import { Choice, Pick } from '../../elements/field.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { NameFields } from './name-fields.tsx'
import { OptionFields } from './option-fields.tsx'
import { RangeFields } from './range-fields.tsx'
import { lifted, newId, withIssueOf } from './writing.ts'

const kinds = ['options', 'range'] as const

/** Opens to be written; closed it says its name and how many options it has. */
export const IssueFields = ({
  agenda,
  issue,
  write,
}: {
  readonly agenda: Agenda
  readonly issue: Issue
  readonly write: (agenda: Agenda) => void
}) => {
  const say = useSay()
  const names = useNames()
  const [open, setOpen] = useState(names.of(issue.name) === '')
  const put = (next: Issue | undefined) => write(withIssueOf(agenda, issue.id, next))
  const title = names.of(issue.name) || say('agenda.issue.new')
  const { basket, range, ...rest } = issue
  return (
    <details
      className="issue-fields bargaining-form"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <strong>{title}</strong>{' '}
        <span className="quiet small">
          {range
            ? say('agenda.range', {
                from: range.from,
                to: range.to,
                unit: range.unit ? names.of(range.unit) : '',
              })
            : say('agenda.option.count', { count: issue.options.length })}
        </span>
      </summary>
      {open && (
        <div className="stack">
          <NameFields
            what={say('bargaining.issue')}
            name={issue.name}
            onChange={(name) => put({ ...issue, name })}
          />
          {agenda.baskets.length > 0 && (
            <Pick
              label={say('agenda.issue.basket')}
              value={basket ?? ''}
              onChange={(id) =>
                put({ ...rest, ...(range ? { range } : {}), ...(id === '' ? {} : { basket: id }) })
              }
              among={[
                { key: '', name: say('agenda.basket.none') },
                ...agenda.baskets.map(({ id, name }) => ({ key: id, name: names.of(name) })),
              ]}
            />
          )}
          <Choice
            label={say('agenda.issue.kind')}
            value={range ? 'range' : 'options'}
            onChange={(kind) => {
              const kept = { ...rest, ...(basket === undefined ? {} : { basket }) }
              if (kind === 'range') put({ ...kept, options: [], range: { from: 0, to: 10 } })
              else put({ ...kept, options: [newId(), newId()].map((id) => ({ id, name: {} })) })
            }}
            ways={kinds.map((key) => ({ key, name: say(`agenda.issue.kind.${key}`) }))}
          />
          {range ? (
            <RangeFields range={range} onChange={(next) => put({ ...issue, range: next })} />
          ) : (
            <OptionFields issue={issue} onChange={put} />
          )}
          <div className="line">
            {agenda.issues[0]?.id !== issue.id && (
              <Button look="text" onPress={() => write(lifted(agenda, issue.id))}>
                {say('agenda.issue.up')}
                <span className="unseen"> {title}</span>
              </Button>
            )}
            <Button look="text" onPress={() => put(undefined)}>
              {say('agenda.issue.off')}
              <span className="unseen"> {title}</span>
            </Button>
          </div>
        </div>
      )}
    </details>
  )
}
