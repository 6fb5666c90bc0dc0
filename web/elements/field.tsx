/** Fields for words, choices and days; every one has a label and may have a line that explains it. */
import type { ReactNode } from 'react'
import {
  DateField,
  DateInput,
  DateSegment,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextArea,
  TextField,
  Checkbox as Ticked,
} from 'react-aria-components'

interface Named {
  readonly label: string
  readonly hint?: ReactNode
}

const Hint = ({ hint }: Pick<Named, 'hint'>) =>
  hint ? (
    <Text slot="description" className="hint">
      {hint}
    </Text>
  ) : null

/** One line of words. */
export const LineField = ({
  label,
  hint,
  value,
  onChange,
  lang,
  type = 'text',
  required = false,
}: Named & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly lang?: string
  readonly type?: string
  readonly required?: boolean
}) => (
  <TextField className="field" value={value} onChange={onChange} type={type} isRequired={required}>
    <Label className="field-title">{label}</Label>
    <Input className="input" lang={lang} />
    <Hint hint={hint} />
  </TextField>
)

/** Words that may be long; `lang` is the language they are written in. */
export const WordsField = ({
  label,
  hint,
  value,
  onChange,
  lang,
  locked = false,
}: Named & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly lang: string
  readonly locked?: boolean
}) => (
  <TextField className="field" value={value} onChange={onChange} isReadOnly={locked}>
    <Label className="field-title">{label}</Label>
    <TextArea className="input" lang={lang} rows={3} />
    <Hint hint={hint} />
  </TextField>
)

/** One of a few ways, each with a line that explains it. */
export const Choice = <T extends string>({
  label,
  hint,
  value,
  onChange,
  ways,
}: Named & {
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly ways: readonly {
    readonly key: T
    readonly name: string
    readonly hint?: string | undefined
    readonly off?: boolean
  }[]
}) => (
  <RadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as T)}>
    <Label className="field-title">{label}</Label>
    <Hint hint={hint} />
    <div className="choices">
      {ways.map((way) => (
        <Radio key={way.key} value={way.key} className="choice" isDisabled={way.off ?? false}>
          <span>{way.name}</span>
          {way.hint && <span className="hint">{way.hint}</span>}
        </Radio>
      ))}
    </div>
  </RadioGroup>
)

/** Yes or no. */
export const Tick = ({
  label,
  about,
  hint,
  value,
  onChange,
}: Named & {
  /** What it is about, for who does not see where it stands. */
  readonly about?: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) => (
  <Ticked className="choice box" isSelected={value} onChange={onChange}>
    <span>
      {label}
      {about && <span className="unseen"> {about}</span>}
    </span>
    {hint && <span className="hint">{hint}</span>}
  </Ticked>
)

/** One of many, from a list. */
export const Pick = ({
  label,
  hint,
  value,
  onChange,
  among,
}: Named & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly among: readonly { readonly key: string; readonly name: string; readonly lang?: string }[]
}) => (
  <label className="field">
    <span className="field-title">{label}</span>
    <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
      {among.map((each) => (
        <option key={each.key} value={each.key} lang={each.lang}>
          {each.name}
        </option>
      ))}
    </select>
    {hint && <span className="hint">{hint}</span>}
  </label>
)

/** A day, written by its parts in the reader's own order; empty until it is whole. */
export const DayField = ({ label, hint, onChange }: Named & { readonly onChange: (day: string) => void }) => (
  <DateField className="field" onChange={(day) => onChange(day ? day.toString().slice(0, 10) : '')}>
    <Label className="field-title">{label}</Label>
    <DateInput className="date-field">{(segment) => <DateSegment segment={segment} />}</DateInput>
    <Hint hint={hint} />
  </DateField>
)
