/** "What is seen by whom", in plain sentences, for whoever has to decide what to say here. */
import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { doorQuery } from '../queries.ts'
import { Frame } from '../shell/frame.tsx'
import { Hall } from '../shell/hall.tsx'
import { type Phrase, useSay } from '../speech.tsx'

const parts = [
  {
    title: 'trust.rooms',
    sentences: [
      'trust.rooms.walls',
      'trust.rooms.caucus',
      'trust.rooms.channel',
      'trust.rooms.plenary',
      'trust.rooms.missing',
    ],
  },
  {
    title: 'trust.conveying',
    sentences: [
      'trust.conveying.words',
      'trust.conveying.times',
      'trust.conveying.verbatim',
      'trust.conveying.non-paper',
    ],
  },
  { title: 'trust.mediator', sentences: ['trust.mediator.sees', 'trust.mediator.not'] },
  { title: 'trust.sides', sentences: ['trust.sides.own', 'trust.sides.other', 'trust.sides.marks'] },
  { title: 'trust.others', sentences: ['trust.others.observers', 'trust.others.public'] },
  {
    title: 'trust.operator',
    sentences: [
      'trust.operator.can',
      'trust.operator.invites',
      'trust.operator.logs',
      'trust.operator.backups',
      'trust.operator.passkeys',
    ],
  },
  { title: 'trust.court', sentences: ['trust.court.order', 'trust.court.advice'] },
  {
    title: 'trust.record',
    sentences: [
      'trust.record.forever',
      'trust.record.withdrawn',
      'trust.record.commitments',
      'trust.record.witnesses',
      'trust.record.limits',
    ],
  },
] as const satisfies readonly { readonly title: Phrase; readonly sentences: readonly Phrase[] }[]

const Pages = () => {
  const say = useSay()
  return (
    <article className="trust serif">
      <div className="page-head">
        <PageTitle>{say('trust')}</PageTitle>
        <p className="quiet">{say('trust.lead')}</p>
      </div>
      {parts.map(({ title, sentences }) => (
        <section key={title} aria-labelledby={title} className="stack tight">
          <h2 id={title}>{say(title)}</h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{say(sentence)}</p>
          ))}
        </section>
      ))}
    </article>
  )
}

/**
 * Inside the frame for whoever is signed in, in the hall for everybody else. Nothing is shown before it is known which:
 * a reader who has chosen a language in one must not lose it to the other.
 */
export const TrustPage = () => {
  const query = useQuery(doorQuery)
  if (query.isPending)
    return (
      <main className="alone">
        <Shown query={query}>{() => null}</Shown>
      </main>
    )
  const signedIn = query.data?.signedIn
  if (signedIn)
    return (
      <Frame process={signedIn.process}>
        <Pages />
      </Frame>
    )
  return (
    <Hall>
      <Pages />
    </Hall>
  )
}
