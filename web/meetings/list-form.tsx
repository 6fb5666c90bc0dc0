/** The list that a head submits for accreditation: people with names and titles in every language, and the days of the badges. */
import type { MeetingsView } from '#contract/meetings-views.ts'
import { type BadgeCategory, badgeCategories } from '#domain/meetings/accreditation.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { Overtaken } from '../elements/overtaken.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'

interface WrittenPerson {
  readonly id: string
  readonly name: Written
  readonly title: Written
  readonly category: BadgeCategory
}

interface Writing {
  readonly from: string
  readonly until: string
  readonly people: readonly WrittenPerson[]
}

const PersonFields = ({
  person,
  number,
  change,
  remove,
}: {
  readonly person: WrittenPerson
  readonly number: number
  readonly change: (part: Partial<WrittenPerson>) => void
  readonly remove: () => void
}) => {
  const say = useSay()
  return (
    <div className="card stack tight">
      <BothFields
        label={say('meetings.person.name', { number })}
        value={person.name}
        onChange={(name) => change({ name })}
      />
      <BothFields
        label={say('meetings.person.title', { number })}
        value={person.title}
        onChange={(title) => change({ title })}
      />
      <Pick
        label={say('meetings.person.category', { number })}
        value={person.category}
        onChange={(category) => change({ category: category as BadgeCategory })}
        among={badgeCategories.map((key) => ({ key, name: say(`meetings.category.${key}`) }))}
      />
      <div>
        <Button look="text" onPress={remove}>
          {say('meetings.person.remove', { number })}
        </Button>
      </div>
    </div>
  )
}

/** Everybody whose name and title stand in every language. */
const wholePeople = (people: readonly WrittenPerson[], languages: readonly string[]) =>
  people.flatMap((person) => {
    const [name, title] = [whole(person.name, languages), whole(person.title, languages)]
    return name && title ? [{ ...person, name, title }] : []
  })

const PeopleFields = ({
  people,
  write,
}: Pick<Writing, 'people'> & { readonly write: (part: Pick<Writing, 'people'>) => void }) =>
  people.map((person, i) => (
    <PersonFields
      key={person.id}
      person={person}
      number={i + 1}
      change={(part) =>
        write({ people: people.map((one) => (one.id === person.id ? { ...one, ...part } : one)) })
      }
      remove={() => write({ people: people.filter(({ id }) => id !== person.id) })}
    />
  ))

const DayFields = ({
  from,
  until,
  write,
}: Pick<Writing, 'from' | 'until'> & { readonly write: (part: Partial<Writing>) => void }) => {
  const say = useSay()
  return (
    <div className="columns">
      <LineField
        type="date"
        label={say('meetings.list.from')}
        value={from}
        onChange={(day) => write({ from: day })}
      />
      <LineField
        type="date"
        label={say('meetings.list.until')}
        value={until}
        onChange={(day) => write({ until: day })}
      />
    </div>
  )
}

/** The form, with the list as it stands in it. */
export const ListForm = ({
  room,
  list,
}: {
  readonly room: string
  readonly list: MeetingsView['accreditations'][number] | undefined
}) => {
  const say = useSay()
  const { process, at } = useProcess()
  const acting = useAct(room)
  const today = at.slice(0, 10)
  const begun = list ? list.state : { from: today, until: today, people: [] }
  const { from, until, people: listed } = begun
  // Badges granted meanwhile change nothing of what is written here.
  const on = { revision: list?.revision ?? 0, ofPart: true }
  const form = useForm<Writing>(`accreditation/${room}`, { from, until, people: listed }, on)
  const { value, write, clear, base } = form
  const people = wholePeople(value.people, process.languages)
  const isWhole =
    people.length > 0 && people.length === value.people.length && value.from !== '' && value.until !== ''
  const send = async () => {
    const asked = { kind: 'accreditation.submit', object: 'accreditation', base } as const
    if (await acting.act({ ...asked, payload: { from: value.from, until: value.until, people } })) clear()
  }
  return (
    <details className="stack no-print">
      <summary>{say(list ? 'meetings.list.change' : 'meetings.list.write')}</summary>
      <div className="stack">
        <DayFields from={value.from} until={value.until} write={write} />
        <PeopleFields people={value.people} write={write} />
        <Overtaken form={form} />
        <div className="line">
          <Button
            onPress={() =>
              write({
                people: [
                  ...value.people,
                  { id: crypto.randomUUID(), name: {}, title: {}, category: 'delegate' },
                ],
              })
            }
          >
            {say('meetings.person.add')}
          </Button>
          <Button
            look="main"
            isDisabled={acting.busy || !isWhole || form.isOvertaken}
            onPress={() => void send()}
          >
            {say('meetings.list.submit')}
          </Button>
        </div>
        <Outcome trouble={acting.trouble} />
      </div>
    </details>
  )
}
