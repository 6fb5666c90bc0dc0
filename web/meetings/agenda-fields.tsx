/** The agenda of a session: its items in every language, each with papers of the room. */
import { useQuery } from '@tanstack/react-query'
import type { RoomView } from '#contract/rooms.ts'
import { renderingIn } from '#domain/language/wording.ts'
import type { Paper } from '#domain/rooms/paper.ts'
import { BothFields } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { Tick } from '../elements/field.tsx'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { roomQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import type { Part } from './people-fields.tsx'
import type { WrittenItem } from './session-writing.ts'

const papersIn = (
  view: RoomView | undefined,
): readonly { readonly object: string; readonly paper: Paper }[] =>
  (view?.objects ?? [])
    .filter(({ kind }) => kind === 'paper')
    .map(({ object, state }) => ({ object, paper: state as Paper }))
    .filter(({ paper }) => paper.withdrawnAt === undefined)

export const AgendaFields = ({ value, write }: Part) => {
  const say = useSay()
  const { id } = useProcess()
  const { language } = usePreferences()
  const { data } = useQuery({ ...roomQuery(id, value.room), enabled: value.room !== '' })
  const papers = papersIn(data)
  const change = (key: string, part: Partial<WrittenItem>) =>
    write({ agenda: value.agenda.map((item) => (item.key === key ? { ...item, ...part } : item)) })
  return (
    <fieldset className="field">
      <legend className="field-title">{say('meetings.agenda')}</legend>
      {value.agenda.map((item, i) => (
        <div key={item.key} className="card stack tight">
          <BothFields
            label={say('meetings.item', { number: i + 1 })}
            value={item.title}
            onChange={(title) => change(item.key, { title })}
          />
          {papers.map(({ object, paper }) => (
            <Tick
              key={object}
              label={renderingIn(paper, language)?.words ?? Object.values(paper.words)[0] ?? ''}
              about={say('meetings.item', { number: i + 1 })}
              value={item.papers.includes(object)}
              onChange={(on) =>
                change(item.key, {
                  papers: on ? [...item.papers, object] : item.papers.filter((each) => each !== object),
                })
              }
            />
          ))}
          <div>
            <Button
              look="text"
              onPress={() => write({ agenda: value.agenda.filter(({ key }) => key !== item.key) })}
            >
              {say('meetings.item.remove', { number: i + 1 })}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          onPress={() =>
            write({ agenda: [...value.agenda, { key: crypto.randomUUID(), title: {}, papers: [] }] })
          }
        >
          {say('meetings.item.add')}
        </Button>
      </div>
    </fieldset>
  )
}
