/** The interpreters' pack of a session, for paper: hours, names and titles in every language, the papers clause by clause. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { renderingIn } from '#domain/language/wording.ts'
import { glossaryOf } from '#domain/meetings/glossary.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { useBackground } from '../background/use-background.ts'
import { useCommitments } from '../commitments/use-commitments.ts'
import { Button } from '../elements/button.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Empty, PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useNames, useProcess } from '../process.tsx'
import { readingQuery, roomQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { Hours } from './session-parts.tsx'
import { type ReadSession, useMeetings } from './use-meetings.ts'

interface Row {
  readonly key: string
  readonly cells: Localised
}

/** The same words in every language of the talks, a line each. */
const InAllLanguages = ({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) => {
  const { process } = useProcess()
  const languageName = useLanguageName()
  if (rows.length === 0) return null
  return (
    <section className="pack-part" aria-label={title}>
      <h2>{title}</h2>
      <table className="pack-table">
        <thead>
          <tr>
            {process.languages.map((language) => (
              <th key={language} scope="col" className="small quiet">
                {capital(languageName(language))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {process.languages.map((language) => (
                <td key={language} lang={language} dir="auto">
                  {cells[language] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const joined = (languages: readonly string[], one: Localised, other: Localised): Localised =>
  Object.fromEntries(languages.map((each) => [each, [one[each], other[each]].filter(Boolean).join(', ')]))

const Paper = ({ paper }: { readonly paper: MeetingsView['papers'][number] }) => {
  const say = useSay()
  const names = useNames()
  const { id } = useProcess()
  const query = useQuery(readingQuery(id, paper.room, paper.object))
  return (
    <Shown query={query}>
      {({ clauses }) => (
        <InAllLanguages
          title={names.of(paper.title) || say('paper')}
          rows={clauses.map(({ key, cells }) => ({
            key,
            cells: Object.fromEntries(
              Object.entries(cells).map(([language, { number, words }]) => [
                language,
                [number, words].filter(Boolean).join(' '),
              ]),
            ),
          }))}
        />
      )}
    </Shown>
  )
}

/** Names that the talks use, from what the whole table reads: a pack of one room tells nothing of another. */
const Glossary = () => {
  const say = useSay()
  const { process, rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  const events = useBackground().data?.events ?? []
  const stipulations = useCommitments().data?.stipulations ?? []
  const terms = useMemo(() => {
    const atTable = <T extends { readonly room: string }>(all: readonly T[]) =>
      all.filter(({ room }) => room === plenary)
    const from = {
      ...{ parties: process.parties, agenda: process.agenda, events: atTable(events) },
      stipulations: atTable(stipulations).map(({ terms: { name } }) => ({ name })),
    }
    return glossaryOf(from, process.languages)
  }, [process, plenary, events, stipulations])
  return (
    <InAllLanguages
      title={say('meetings.pack.glossary')}
      rows={terms.map(({ words }) => ({ key: JSON.stringify(words), cells: words }))}
    />
  )
}

/** How many of the last statements of the room are in the pack. */
const lastStatements = 8

/** What was said in the room last, by the words that there are in each language: who interprets hears how it is put. */
const Statements = ({ room }: { readonly room: string }) => {
  const say = useSay()
  const { id, process } = useProcess()
  const query = useQuery(roomQuery(id, room))
  const rows = (query.data?.objects ?? []).flatMap((shown): readonly Row[] => {
    if (shown.kind !== 'message' || shown.state.withdrawnAt) return []
    const { state } = shown
    const cells = Object.fromEntries(
      process.languages.map((language) => [language, renderingIn(state, language)?.words ?? '']),
    )
    return [{ key: shown.object, cells }]
  })
  return <InAllLanguages title={say('meetings.pack.statements')} rows={rows.slice(-lastStatements)} />
}

const Pack = ({ session, view }: { readonly session: ReadSession; readonly view: MeetingsView }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { state, room } = session
  const cards = [...state.attends, ...state.interpreters.map(({ member }) => member)].flatMap(
    (id) => names.memberCard(id) ?? [],
  )
  const seats = process.seats.filter(({ key }) => cards.some(({ seat }) => seat === key))
  const venue = view.arrangements.state.venues.find(({ key }) => key === state.venue)
  const papers = view.papers.filter(
    (paper) => paper.room === room && state.agenda.some((item) => item.papers.includes(paper.object)),
  )
  return (
    <>
      <Hours session={session} view={view} />
      <InAllLanguages
        title={say('meetings.pack.session')}
        rows={[
          { key: 'title', cells: state.title },
          ...(venue ? [{ key: 'venue', cells: venue.name }] : []),
          ...state.agenda.map(({ title }, i) => ({ key: `item ${i}`, cells: title })),
        ]}
      />
      <InAllLanguages
        title={say('meetings.pack.names')}
        rows={[
          ...seats.map(({ key, name }) => ({ key, cells: name })),
          ...cards.map(({ id, name, title }) => ({ key: id, cells: joined(process.languages, name, title) })),
        ]}
      />
      <Glossary />
      <Statements room={room} />
      {papers.map((paper) =>
        paper.form === 'bilingual' ? (
          <Paper key={paper.object} paper={paper} />
        ) : (
          <p key={paper.object}>
            <strong>{names.of(paper.title)}</strong> {say('meetings.pack.file')}
          </p>
        ),
      )}
    </>
  )
}

/** The page of the pack. */
export const PackPage = ({ room, object }: { readonly room: string; readonly object: string }) => {
  const say = useSay()
  const names = useNames()
  const { id, rooms } = useProcess()
  const query = useMeetings({ session: object })
  const there = rooms.find((each) => each.id === room)
  return (
    <Shown query={query}>
      {(view) => {
        const session = view.sessions.find((each) => each.room === room && each.object === object)
        if (!session) return <Empty>{say('meetings.session.unknown')}</Empty>
        return (
          <div className="stack">
            <div className="page-head">
              {there && <RoomLine room={there} />}
              <PageTitle>{say('meetings.pack.of', { session: names.of(session.state.title) })}</PageTitle>
              <div className="line no-print">
                <Button onPress={() => print()}>{say('meetings.print')}</Button>
                <Link to="/t/$process/meetings/$room/$object" params={{ process: id, room, object }}>
                  {say('meetings.back-to-session')}
                </Link>
              </div>
            </div>
            <Pack session={session} view={view} />
          </div>
        )
      }}
    </Shown>
  )
}
