/** Putting a stakeholder on the map, or changing what is there: who they are, and where they stand on one issue. */
import { type Stakeholder, type StakeholderKind, stakeholderKinds } from '#domain/stakeholders/map.ts'
import { Confirm } from '../elements/dialog.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import type { Drawing } from './use-map.ts'

const figures = ['position', 'influence', 'salience'] as const

interface Writing {
  readonly name: Readonly<Record<string, string>>
  readonly kind: StakeholderKind
  readonly behind: string
  readonly position: string
  readonly influence: string
  readonly salience: string
}

const begun = (stakeholder: Stakeholder | undefined, issue: string): Writing => {
  const stand = stakeholder?.stands.find((each) => each.issue === issue)
  const figure = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    name: stakeholder?.name ?? {},
    kind: stakeholder?.kind ?? 'legislature',
    behind: stakeholder?.behind ?? '',
    ...{ position: figure(stand?.position), influence: figure(stand?.influence) },
    salience: figure(stand?.salience),
  }
}

const figureOf = (written: string): number | null =>
  /^(?:100|[1-9]?[0-9])$/.test(written.trim()) ? Number(written.trim()) : null

/** The stakeholder as written, or null until it is whole; without any figure it stands nowhere on this issue. */
const stakeholderOf = (
  writing: Writing,
  issue: string,
  before: Stakeholder | undefined,
): Stakeholder | null => {
  const named = Object.entries(writing.name).map(([language, words]) => [language, words.trim()] as const)
  const name = Object.fromEntries(named.filter(([, words]) => words !== ''))
  if (Object.keys(name).length === 0) return null
  const others = (before?.stands ?? []).filter((each) => each.issue !== issue)
  const who = {
    id: before?.id ?? crypto.randomUUID(),
    name,
    kind: writing.kind,
    behind: writing.behind || null,
  }
  if (figures.every((each) => writing[each].trim() === '')) return { ...who, stands: others }
  const [position, influence, salience] = figures.map((each) => figureOf(writing[each]))
  if (position == null || influence == null || salience == null) return null
  return { ...who, stands: [...others, { issue, position, influence, salience }] }
}

const Fields = ({
  value,
  write,
}: {
  readonly value: Writing
  readonly write: (part: Partial<Writing>) => void
}) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const languageName = useLanguageName()
  return (
    <>
      <div className="columns">
        {process.languages.map((language) => (
          <LineField
            key={language}
            label={say('person.name-in', { language: languageName(language) })}
            lang={language}
            value={value.name[language] ?? ''}
            onChange={(words) => write({ name: { ...value.name, [language]: words } })}
          />
        ))}
      </div>
      <div className="columns">
        <Pick
          label={say('stakeholders.kind')}
          value={value.kind}
          onChange={(kind) => write({ kind: kind as StakeholderKind })}
          among={stakeholderKinds.map((key) => ({ key, name: say(`stakeholders.kind.${key}`) }))}
        />
        <Pick
          label={say('stakeholders.behind')}
          value={value.behind}
          onChange={(behind) => write({ behind })}
          among={[
            { key: '', name: say('stakeholders.behind-none') },
            ...process.parties.map(({ key }) => ({ key, name: names.party(key) })),
          ]}
        />
      </div>
      {figures.map((each) => (
        <LineField
          key={each}
          label={say(`stakeholders.${each}`)}
          hint={say(`stakeholders.${each}.why`)}
          value={value[each]}
          onChange={(written) => write({ [each]: written })}
        />
      ))}
    </>
  )
}

export const StakeholderForm = ({
  issue,
  drawing,
  stakeholder,
}: {
  readonly issue: string
  readonly drawing: Drawing
  readonly stakeholder?: Stakeholder
}) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const { revision, map, acting, draw } = drawing
  const form = useForm<Writing>(
    `stakeholder/${stakeholder?.id ?? 'new'}/${issue}`,
    begun(stakeholder, issue),
    // The other stakeholders of the map go along as they stand.
    { revision, ofPart: true },
  )
  const { value, write, clear, base } = form
  const title = names.of(process.agenda.find(({ key }) => key === issue)?.title ?? {})
  const written = stakeholderOf(value, issue, stakeholder)
  const keep = async () => {
    if (!written) return false
    const stakeholders = stakeholder
      ? map.stakeholders.map((each) => (each.id === written.id ? written : each))
      : [...map.stakeholders, written]
    const done = await draw({ stakeholders }, base)
    if (done) clear()
    return done
  }
  const about = stakeholder ? names.of(stakeholder.name) : ''
  return (
    <Confirm
      label={stakeholder ? say('stakeholders.change', { name: about }) : say('stakeholders.add')}
      look={stakeholder ? 'text' : 'plain'}
      title={stakeholder ? about : say('stakeholders.add')}
      action={say('stakeholders.keep')}
      confirm={keep}
      form={form}
      busy={acting.busy || !written}
    >
      <p className="hint">{say('stakeholders.on', { issue: title })}</p>
      <Fields value={value} write={write} />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}
