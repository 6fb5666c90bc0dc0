/** The mediator's notes on an interlocutor, beside their card: read and written in the office alone. */
import { useQuery } from '@tanstack/react-query'
import type { NotesView } from '#contract/notes.ts'
import type { Member } from '#domain/parties/member.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { WordsField } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { notesQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'

type Kept = NotesView['notes'][number]

/** The language the reader writes notes in: their own, if the process has it. */
const useOwnLanguage = (): string => {
  const { me, process } = useProcess()
  return process.languages.includes(me.language) ? me.language : (process.languages[0] ?? 'en')
}

const WriteNote = ({
  room,
  member,
  note,
}: {
  readonly room: Room
  readonly member: Member
  readonly note?: Kept
}) => {
  const say = useSay()
  const names = useNames()
  const acting = useAct(room.id)
  const own = useOwnLanguage()
  const language = note?.state.language ?? own
  const begun = { words: note?.state.words ?? '' }
  const form = useForm(`note/${note?.object ?? member.id}`, begun, note)
  const { value, write, clear, base } = form
  const send = async () => {
    const words = value.words.trim()
    if (words === '') return false
    const payload = { seat: member.seat, member: member.id, language, words }
    const asked = { kind: 'note.write' as const, base, payload }
    const done = await acting.act(note ? { ...asked, object: note.object } : asked)
    if (done) clear()
    return done !== null
  }
  return (
    <Confirm
      label={say(note ? 'note.change' : 'note.write')}
      look="text"
      title={say('note.title', { name: names.of(member.name) })}
      action={say('note.keep')}
      form={form}
      confirm={send}
      busy={acting.busy || value.words.trim() === ''}
    >
      <p className="hint">{say('note.why')}</p>
      <WordsField
        label={say('note.words')}
        lang={language}
        value={value.words}
        onChange={(words) => write({ words })}
      />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const NoteLine = ({
  note,
  room,
  member,
}: {
  readonly note: Kept
  readonly room: Room
  readonly member: Member
}) => {
  const say = useSay()
  const names = useNames()
  const may = useMay(room)
  const acting = useAct(room.id)
  const { object, revision, state } = note
  const withdraw = () => acting.act({ kind: 'note.withdraw', object, base: revision, payload: {} })
  return (
    <li className="stack tight">
      <p className="words" lang={state.language} dir="auto">
        {state.words}
      </p>
      <p className="quiet small">
        {names.actor(state.by)} · <Moment at={state.changedAt ?? state.at} />
      </p>
      {may('note.write') && (
        <div className="line small no-print">
          <WriteNote room={room} member={member} note={note} />
          <Button look="text" isDisabled={acting.busy} onPress={() => void withdraw()}>
            {say('note.withdraw')}
          </Button>
        </div>
      )}
      <Outcome trouble={acting.trouble} />
    </li>
  )
}

/** Nothing for who has no office; nor on the members of the own seat. */
export const NotesOn = ({ member }: { readonly member: Member }) => {
  const { id, rooms, me } = useProcess()
  const say = useSay()
  const names = useNames()
  const office = rooms.find(({ kind }) => kind === 'office')
  const may = useMay(office)
  const query = useQuery({ ...notesQuery(id, office?.id ?? ''), enabled: office !== undefined })
  if (!office || member.seat === me.seat) return null
  const notes = (query.data?.notes ?? []).filter(({ state }) => state.member === member.id)
  return (
    <section
      className="notes stack tight no-print"
      aria-label={say('note.of', { name: names.of(member.name) })}
    >
      <h4 className="small">{say('note')}</h4>
      {notes.length > 0 && (
        <ul className="plain-list stack tight">
          {notes.map((note) => (
            <NoteLine key={note.object} note={note} room={office} member={member} />
          ))}
        </ul>
      )}
      {may('note.write') && <WriteNote room={office} member={member} />}
    </section>
  )
}
