/** The parts that entries share: who said it, what may be done with it, what became of it, who has read it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Actor } from '#domain/record/act.ts'
import { commonText } from '#domain/rooms/links.ts'
import type { Conveyable, Reference } from '#domain/rooms/message.ts'
import { Side } from '../elements/side.tsx'
import { Moment } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { readingQuery } from '../queries.ts'
import { useListing, useSay } from '../speech.tsx'
import { seenBy } from './marks.ts'
import { useRoom } from './room-context.tsx'

/** The line over an entry: seat, name, function, hour. A non-paper has no author here or anywhere. */
export const Byline = ({
  author,
  at,
  voice,
}: {
  readonly author: Actor | null
  readonly at: string
  readonly voice?: string | undefined
}) => {
  const { process } = useProcess()
  const names = useNames()
  const say = useSay()
  const card = author ? names.memberCard(author.member) : undefined
  const voiced = process.seats.find(({ party }) => party === voice)
  return (
    <span className="byline">
      {author && <Side seat={author.seat} />}{' '}
      <strong>{author ? names.actor(author) : say('author.none')}</strong>
      {card && `, ${names.function(card)}`} · <Moment at={at} />
      {voice && voiced && (
        <>
          {' '}
          · <Side seat={voiced.key} /> {say('voice', { party: names.party(voice) })}
        </>
      )}
    </span>
  )
}

/** What the sender lets the mediator do with it, as a small plain label. */
export const UseLabel = ({ kept }: { readonly kept: Conveyable }) => {
  const say = useSay()
  if (!kept.use) return null
  return (
    <>
      <span className={kept.use === 'mediator-only' ? 'tag solid' : 'tag'}>{say(`use.${kept.use}`)}</span>
      {kept.askFirst && <span className="tag">{say('ask-first')}</span>}
    </>
  )
}

/** That it was taken back, or how, when and to whom it was conveyed. */
export const Fate = ({ kept }: { readonly kept: Conveyable }) => {
  const say = useSay()
  const names = useNames()
  if (kept.withdrawnAt)
    return (
      <p className="fate">
        {say('withdrawn')} · <Moment at={kept.withdrawnAt} />
      </p>
    )
  return kept.carried.map((carrying) => (
    <p className="fate" key={carrying.at}>
      {say('carried', {
        to:
          carrying.to.party === undefined
            ? say(`room-kind.${carrying.to.kind === 'plenary' ? 'plenary' : 'working-group'}`)
            : names.party(carrying.to.party),
        manner: say(`manner.${carrying.as}`),
      })}{' '}
      · <Moment at={carrying.at} />
    </p>
  ))
}

/** Which seats have read the reader's own words. */
export const SeenBy = ({ author, first }: { readonly author: Actor | null; readonly first: number }) => {
  const { view } = useRoom()
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const own = useMySeat().key
  if (author?.seat !== own || view.room.seats.length < 2) return null
  const { read, delivered } = seenBy(view, first, own)
  if (read.length === 0 && delivered.length === 0) return <p className="fate">{say('read.nobody')}</p>
  return (
    <p className="fate">
      {read.length > 0 && say('read.by', { seats: listing(read.map(names.sitter)) })}
      {read.length > 0 && delivered.length > 0 && ' · '}
      {delivered.length > 0 && say('delivered.to', { seats: listing(delivered.map(names.sitter)) })}
    </p>
  )
}

const AboutClause = ({ paper, clause }: { readonly paper: string; readonly clause: string }) => {
  const { view } = useRoom()
  const { id: process } = useProcess()
  const { language } = usePreferences()
  const say = useSay()
  const reading = useQuery(readingQuery(process, view.room.id, paper))
  const cells = reading.data?.clauses.find(({ key }) => key === clause)?.cells ?? {}
  const number = (cells[language] ?? Object.values(cells)[0])?.number?.replace(/[.)]+$/, '')
  const object = view.objects.find((each) => each.object === paper)
  const words = object?.kind === 'paper' ? object.state.words : {}
  const title = words[language] ?? Object.values(words)[0] ?? ''
  return (
    <p className="fate">
      <Link
        to="/t/$process/rooms/$room/papers/$paper"
        params={{ process, room: view.room.id, paper }}
        hash={`clause-${clause}`}
      >
        {number ? say('about.numbered', { number, title }) : say('about.clause', { title })}
      </Link>
    </p>
  )
}

/** A clause of the common text that an entry is about: the text itself says which. */
const AboutText = ({ clause }: { readonly clause: string }) => {
  const { id: process } = useProcess()
  const say = useSay()
  return (
    <p className="fate">
      <Link to="/t/$process/text" params={{ process }} hash={`clause-${clause}`}>
        {say('about.text-clause')}
      </Link>
    </p>
  )
}

/** What an entry is about, as a link to it. */
export const About = ({ about }: { readonly about: Reference | undefined }) => {
  const { view } = useRoom()
  const say = useSay()
  if (!about) return null
  const object = view.objects.find((each) => each.object === about.object)
  const kind = object?.kind === 'paper' || object?.kind === 'silence' ? object.kind : 'message'
  if (about.object === commonText) return <AboutText clause={about.clause ?? ''} />
  if (about.clause !== undefined) return <AboutClause paper={about.object} clause={about.clause} />
  return (
    <p className="fate">
      <a href={`#object-${about.object}`}>{say(`about.${kind}`)}</a>
    </p>
  )
}
