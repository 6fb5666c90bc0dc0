/** One body at home while it is written: its name, how many votes it needs, and the groups that vote in it. */
import { useState } from 'react'
import { type Agenda, optionsOf } from '#domain/bargaining/agenda.ts'
import type { Body, Group } from '#domain/bargaining/ratification.ts'
import { Button } from '../../elements/button.tsx'
import { LineField, Tick } from '../../elements/field.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { NameFields } from '../agenda/name-fields.tsx'
import { useAgendaNames } from '../names.ts'

const VotesField = ({
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
        onChange(/^\d{1,6}$/.test(words.trim()) ? Number(words) : 0)
      }}
    />
  )
}

/** On each issue the options a group can accept; an issue it says nothing of, it accepts however it is settled. */
const Accepts = ({
  agenda,
  group,
  onChange,
}: {
  readonly agenda: Agenda
  readonly group: Group
  readonly onChange: (group: Group) => void
}) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const turn = (issue: string, option: string, on: boolean, all: readonly string[]) => {
    const before = group.accepts[issue] ?? all
    const next = all.filter((each) => (each === option ? on : before.includes(each)))
    const { [issue]: _, ...others } = group.accepts
    onChange({ ...group, accepts: next.length === all.length ? others : { ...others, [issue]: next } })
  }
  return (
    <div className="columns">
      {agenda.issues
        .filter((issue) => optionsOf(issue).length <= 24)
        .map((issue) => {
          const all = optionsOf(issue)
          const accepted = group.accepts[issue.id] ?? all
          return (
            <fieldset key={issue.id} className="plain-fieldset">
              <legend className="field-title">{names.issue(issue.id)}</legend>
              {all.map((option) => (
                <Tick
                  key={option}
                  label={names.option(issue.id, option)}
                  value={accepted.includes(option)}
                  onChange={(on) => {
                    // A group that accepts nothing on an issue accepts no package; the last option stays.
                    if (on || accepted.length > 1) turn(issue.id, option, on, all)
                  }}
                />
              ))}
            </fieldset>
          )
        })}
      <p className="hint">{say('home.group.accepts.hint')}</p>
    </div>
  )
}

/** The fields; undefined takes the body away. */
export const BodyFields = ({
  agenda,
  body,
  onChange,
}: {
  readonly agenda: Agenda
  readonly body: Body
  readonly onChange: (body: Body | undefined) => void
}) => {
  const say = useSay()
  const names = useNames()
  const title = names.of(body.name) || say('home.body.new')
  const [open, setOpen] = useState(names.of(body.name) === '')
  const groups = (next: readonly Group[]) => onChange({ ...body, groups: next })
  const { need, of } = body.threshold
  return (
    <details
      className="issue-fields bargaining-form"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <strong>{title}</strong> <span className="quiet small">{say('home.threshold', { need, of })}</span>
      </summary>
      {open && (
        <div className="stack">
          <NameFields
            what={say('home.body')}
            name={body.name}
            onChange={(name) => onChange({ ...body, name })}
          />
          <div className="columns">
            <VotesField
              label={say('home.need')}
              value={need}
              onChange={(votes) => onChange({ ...body, threshold: { need: votes, of } })}
            />
            <VotesField
              label={say('home.of')}
              value={of}
              onChange={(votes) => onChange({ ...body, threshold: { need, of: votes } })}
            />
          </div>
          {body.groups.map((group, i) => (
            <section
              // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other name than their place.
              key={i}
              className="stack option-fields"
              aria-label={`${title}: ${say('home.group', { n: i + 1 })}`}
            >
              <NameFields
                what={say('home.group', { n: i + 1 })}
                name={group.name}
                onChange={(name) =>
                  groups(body.groups.map((each, at) => (at === i ? { ...each, name } : each)))
                }
              />
              <VotesField
                label={say('home.group.votes')}
                value={group.votes}
                onChange={(votes) =>
                  groups(body.groups.map((each, at) => (at === i ? { ...each, votes } : each)))
                }
              />
              <Accepts
                agenda={agenda}
                group={group}
                onChange={(next) => groups(body.groups.map((each, at) => (at === i ? next : each)))}
              />
              <div>
                <Button look="text" onPress={() => groups(body.groups.filter((_, at) => at !== i))}>
                  {say('bargaining.take-out')}
                  <span className="unseen"> {say('home.group', { n: i + 1 })}</span>
                </Button>
              </div>
            </section>
          ))}
          <div className="line">
            <Button onPress={() => groups([...body.groups, { name: {}, votes: 1, accepts: {} }])}>
              {say('home.group.add')}
            </Button>
            <Button look="text" onPress={() => onChange(undefined)}>
              {say('home.body.off')}
              <span className="unseen"> {title}</span>
            </Button>
          </div>
        </div>
      )}
    </details>
  )
}
