/** Searching the words of one's own rooms. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Form, Input, Label, SearchField } from 'react-aria-components'
import type { FoundList } from '#contract/rooms.ts'
import { Button } from '../elements/button.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Empty, PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { WhoReads } from '../elements/who-reads.tsx'
import { Moment } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { searchQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { byRoom } from './found.ts'

const Results = ({ list }: { readonly list: FoundList }) => {
  const { id: process, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const languageName = useLanguageName()
  if (list.found.length === 0) return <Empty>{say('search.nothing')}</Empty>
  return (
    <div className="stack wide-gap">
      {byRoom(list.found).map(([id, found]) => {
        const room = rooms.find((each) => each.id === id)
        return (
          <section key={id} className="stack tight" aria-labelledby={`found-${id}`}>
            <h2 id={`found-${id}`}>{names.room(id)}</h2>
            {room && (
              <p className="small">
                <WhoReads room={room} about={names.room(id)} />
              </p>
            )}
            <ul className="lines">
              {found.map((each) => (
                <li key={`${each.object} ${each.language}`}>
                  <p className="serif" lang={each.language} dir="auto">
                    {each.excerpt}
                  </p>
                  <p className="quiet small">
                    <Link
                      to="/t/$process/rooms/$room"
                      params={{ process, room: id }}
                      hash={`object-${each.object}`}
                    >
                      {say('search.go')}
                    </Link>{' '}
                    · {languageName(each.language)} · <Moment at={each.at} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {list.more && <p className="quiet">{say('search.more')}</p>}
    </div>
  )
}

export const SearchPage = ({ words }: { readonly words: string }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  const query = useQuery(searchQuery(process, words))
  return (
    <>
      <div className="page-head">
        <PageTitle>{say('search')}</PageTitle>
        <p className="quiet">{say('search.why')}</p>
      </div>
      <Form
        className="search-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          void navigate({ to: '/t/$process/search', params: { process }, search: { q: typed.trim() } })
        }}
      >
        <SearchField className="field" value={typed} onChange={setTyped}>
          <Label className="field-title">{say('search.words')}</Label>
          <Input className="input" />
        </SearchField>
        <Button type="submit" look="main">
          {say('search.do')}
        </Button>
      </Form>
      <div aria-live="polite" className="found">
        {words !== '' && <Shown query={query}>{(list) => <Results list={list} />}</Shown>}
      </div>
    </>
  )
}
