/** Choosing one option of an issue: from a list, or, where there are very many numbers, by writing one. */
import { useState } from 'react'
import { type Issue, optionsOf } from '#domain/bargaining/agenda.ts'
import { isOption } from '#domain/bargaining/references.ts'
import { LineField, Pick } from '../elements/field.tsx'
import { useSay } from '../speech.tsx'
import type { AgendaNames } from './names.ts'

/** A longer list than this nobody reads. */
const longest = 80

/** Whether the numbers of an issue are too many to be listed. */
export const isLong = ({ range }: Issue): boolean => range !== undefined && range.to - range.from >= longest

/** The options of an issue as a list to choose from. */
export const optionsAmong = (
  issue: Issue,
  names: AgendaNames,
): readonly { readonly key: string; readonly name: string }[] =>
  optionsOf(issue).map((option) => ({ key: option, name: names.option(issue.id, option) }))

const NumberPick = ({
  issue,
  label,
  value,
  onChange,
}: {
  readonly issue: Issue
  readonly label: string
  readonly value: string
  readonly onChange: (option: string) => void
}) => {
  const say = useSay()
  const [typed, setTyped] = useState(value)
  const { from = 0, to = 0 } = issue.range ?? {}
  return (
    <LineField
      label={label}
      hint={say('bargaining.from-to', { from, to })}
      // What is not one of the numbers stays as it is typed; a number chosen elsewhere is shown.
      value={isOption(issue, typed.trim()) ? value : typed}
      onChange={(words) => {
        setTyped(words)
        if (isOption(issue, words.trim())) onChange(words.trim())
      }}
    />
  )
}

/** The field; `open` is the name of leaving it open, where that is allowed. */
export const OptionPick = ({
  issue,
  names,
  label,
  value,
  onChange,
  open,
}: {
  readonly issue: Issue
  readonly names: AgendaNames
  readonly label: string
  readonly value: string
  readonly onChange: (option: string) => void
  readonly open?: string | undefined
}) =>
  isLong(issue) ? (
    <NumberPick issue={issue} label={label} value={value} onChange={onChange} />
  ) : (
    <Pick
      label={label}
      value={value}
      onChange={onChange}
      among={[...(open === undefined ? [] : [{ key: '', name: open }]), ...optionsAmong(issue, names)]}
    />
  )
