/** Opening a text: from two rival papers, from one, or from nothing but a title. */
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TextView } from '#contract/text-views.ts'
import { partyOf, type Room, seatOf } from '#domain/parties/process.ts'
import type { Paper } from '#domain/rooms/paper.ts'
import type { ClauseSeed } from '#domain/text/laws.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useNames, useProcess } from '../process.tsx'
import { readingQuery, roomQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { draftOfPaper, seedsOfOne, seedsOfTwo } from './from-papers.ts'

interface Choosable {
  readonly key: string
  readonly room: string
  readonly paper: string
  readonly party: string | undefined
  readonly name: string
}

/** The bilingual papers of the reader's rooms, each with the party that brought it. */
const usePapers = (): readonly Choosable[] => {
  const { id, process, rooms } = useProcess()
  const names = useNames()
  const views = useQueries({ queries: rooms.map((room) => roomQuery(id, room.id)) })
  return views.flatMap(({ data }) =>
    (data?.objects ?? []).flatMap(({ kind, object, state }) => {
      const paper = state as Paper
      if (kind !== 'paper' || paper.form !== 'bilingual' || paper.withdrawnAt !== undefined || !data)
        return []
      const party =
        seatOf(process, paper.author?.seat ?? '')?.party ?? paper.voice ?? partyOf(process, data.room)?.key
      const name = `${names.of(paper.words)} · ${names.of(data.room.name)}`
      return [{ key: `${data.room.id}/${object}`, room: data.room.id, paper: object, party, name }]
    }),
  )
}

const useOpening = (room: Room) => {
  const { id, process } = useProcess()
  const client = useQueryClient()
  const acting = useAct(room.id)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const draft = async (chosen: Choosable) =>
    draftOfPaper(await client.fetchQuery(readingQuery(id, chosen.room, chosen.paper)), process.languages)
  const seeds = async (first: Choosable | undefined, second: Choosable | undefined) => {
    if (!first) return []
    if (!second) return seedsOf(seedsOfOne(await draft(first)))
    const parties = process.parties.map(({ key }) => key)
    const one = first.party ?? parties[0] ?? ''
    const other = second.party ?? parties.find((key) => key !== one) ?? ''
    return seedsOf(seedsOfTwo(await draft(first), await draft(second), [one, other]))
  }
  const open = async (title: Readonly<Record<string, string>>, first?: Choosable, second?: Choosable) => {
    setTrouble(null)
    try {
      const clauses = await seeds(first, second)
      await acting.act({ kind: 'text.open', object: 'text', base: 0, payload: { title, clauses } as never })
    } catch (error) {
      setTrouble(error as Error)
    }
  }
  return { open, busy: acting.busy, trouble: trouble ?? acting.trouble }
}

const seedsOf = (outcome: ReturnType<typeof seedsOfOne>): readonly ClauseSeed[] => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

/** A private draft begins with what the common text says, in the reading of the own side. */
export const TakeAsDraft = ({
  room,
  seeds,
  title,
}: {
  readonly room: Room
  readonly seeds: readonly ClauseSeed[]
  readonly title: TextView['text']
}) => {
  const say = useSay()
  const acting = useAct(room.id)
  return (
    <div className="stack">
      <div>
        <Button
          look="main"
          isDisabled={acting.busy || !title}
          onPress={() =>
            void acting.act({
              kind: 'text.open',
              object: 'text',
              base: 0,
              payload: { title: title?.title ?? {}, clauses: seeds } as never,
            })
          }
        >
          {say('text.take-as-draft')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

export const OpenText = ({ room }: { readonly room: Room }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { process } = useProcess()
  const papers = usePapers()
  const { open, busy, trouble } = useOpening(room)
  const [title, setTitle] = useState<Readonly<Record<string, string>>>({})
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const among = [
    { key: '', name: say('text.open.no-paper') },
    ...papers.map(({ key, name }) => ({ key, name })),
  ]
  const ready = process.languages.every((language) => title[language]?.trim())
  const of = (key: string) => papers.find((each) => each.key === key)
  return (
    <section className="stack sheet-like" aria-label={say('text.open')}>
      <p>{say('text.open.hint')}</p>
      <div className="columns">
        {process.languages.map((language) => (
          <LineField
            key={language}
            label={say('text.open.title', { language: languageName(language) })}
            lang={language}
            value={title[language] ?? ''}
            onChange={(words) => setTitle({ ...title, [language]: words })}
          />
        ))}
      </div>
      <div className="columns">
        <Pick label={say('text.open.first')} value={first} onChange={setFirst} among={among} />
        <Pick
          label={say('text.open.second')}
          hint={say('text.open.second.hint')}
          value={second}
          onChange={setSecond}
          among={among}
        />
      </div>
      <div className="line">
        <Button
          look="main"
          isDisabled={!ready || busy || (second !== '' && (first === '' || first === second))}
          onPress={() => void open(title, of(first), of(second))}
        >
          {say('text.open')}
        </Button>
      </div>
      <Outcome trouble={trouble} />
    </section>
  )
}
