/** Words with their brackets, read in the sentence: by letters, by underline and by hue. */
import { Fragment } from 'react'
import { named } from '#domain/parties/localised.ts'
import { type Alternative, type Bracket, isMediators, liveAlternatives } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import type { Content, Piece } from '#domain/text/content.ts'
import { useSay } from '../speech.tsx'
import type { Numbered } from './row.ts'
import { useText } from './text-context.tsx'

/** Where words stand: in which clause, in which language, and what can be done there. */
export interface Place {
  readonly clause: Pick<Clause, 'brackets' | 'notes'>
  readonly language: string
  readonly named: Readonly<Record<string, Numbered>>
  /** Opens a bracket; without it the words are only read. */
  readonly open?: ((bracket: string) => void) | undefined
}

/** Whose an alternative is, in letters of the words' own language; nobody's where the rules do not say. */
export const Sponsors = ({ of, language }: { readonly of: Alternative; readonly language: string }) => {
  const { process } = useText()
  const say = useSay()
  if (of.bridge) {
    const word = say(of.nonPaper ? 'text.non-paper' : 'text.bridge')
    return <span className="side">{word}</span>
  }
  return of.sponsors.map((key) => {
    const party = process.parties.find((each) => each.key === key)
    return (
      <span key={key} className="side" data-hue={party?.hue} lang={language}>
        {party ? named(party.short, language) : key}
      </span>
    )
  })
}

const useHueOf = () => {
  const { process } = useText()
  return (of: Alternative): string | undefined =>
    isMediators(of) ? 'mediator' : process.parties.find(({ key }) => key === of.sponsors[0])?.hue
}

/** The words of an alternative, or that there are none. */
export const AlternativeWords = ({ of, place }: { readonly of: Alternative; readonly place: Place }) => {
  const say = useSay()
  const content = of.passage[place.language] ?? null
  if (content === null) return <em className="untranslated">{say('text.untranslated')}</em>
  if (content.length === 0) return <em className="untranslated">{say('text.deleted')}</em>
  return <Words content={content} place={place} />
}

/** What stood first, then the reader's own side, the other sides as they came, and a bridge last. */
export const useInOrder = (): ((alternatives: readonly Alternative[]) => readonly Alternative[]) => {
  const { party } = useText().seat
  const place = ({ stood, bridge, sponsors }: Alternative): number => {
    if (stood) return 0
    if (bridge) return 3
    return party !== undefined && sponsors.includes(party) ? 1 : 2
  }
  return (alternatives) => alternatives.toSorted((one, other) => place(one) - place(other))
}

const Alternatives = ({ bracket, place }: { readonly bracket: Bracket; readonly place: Place }) => {
  const hueOf = useHueOf()
  const inOrder = useInOrder()
  const { language } = place
  return inOrder(liveAlternatives(bracket)).map((alternative, i) => (
    <Fragment key={alternative.id}>
      {i > 0 && <span className="bracket-bar"> | </span>}
      <span
        className="alternative"
        data-within={alternative.id}
        data-hue={hueOf(alternative)}
        data-stood={alternative.stood}
      >
        <AlternativeWords of={alternative} place={place} />
      </span>
      <Sponsors of={alternative} language={language} />
    </Fragment>
  ))
}

const InBracket = ({
  id,
  place,
  at,
}: {
  readonly id: string
  readonly place: Place
  readonly at: number
}) => {
  const say = useSay()
  const bracket = place.clause.brackets[id]
  if (!bracket) return null
  const { open } = place
  const n = liveAlternatives(bracket).length
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is the way for the keyboard; this only makes it larger.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <span
      className="bracket"
      data-at={at}
      data-mark=""
      data-opens={open !== undefined}
      onClick={(event) => {
        if (!open || getSelection()?.isCollapsed === false) return
        event.stopPropagation()
        open(id)
      }}
    >
      {open && (
        <button type="button" className="unseen" onClick={() => open(id)}>
          {say('text.bracket.open', { n })}
        </button>
      )}
      <span className="bracket-edge">[</span>
      <Alternatives bracket={bracket} place={place} />
      <span className="bracket-edge">]</span>
    </span>
  )
}

const Mark = ({
  piece,
  place,
  at,
}: {
  readonly piece: Piece
  readonly place: Place
  readonly at: number
}) => {
  if (typeof piece === 'string') return <span data-at={at}>{piece}</span>
  if ('bracket' in piece) return <InBracket id={piece.bracket} place={place} at={at} />
  const mark = { 'data-at': at, 'data-mark': '' }
  if ('placeholder' in piece)
    return (
      <span className="placeholder" {...mark}>
        [{piece.placeholder}]
      </span>
    )
  if ('term' in piece)
    return (
      <span className="term" {...mark}>
        {piece.words}
      </span>
    )
  if ('reference' in piece) return <Reference to={piece.reference} place={place} at={at} />
  const words = place.clause.notes[piece.note]?.[place.language]
  return words ? (
    <small className="note" {...mark}>
      {' '}
      ({words.filter((each) => typeof each === 'string').join('')})
    </small>
  ) : null
}

const Reference = ({
  to,
  place,
  at,
}: {
  readonly to: string
  readonly place: Place
  readonly at: number
}) => (
  <a href={`#clause-${to}`} data-at={at} data-mark="">
    {(place.named[to]?.[place.language] || '…').replace(/\.$/u, '')}
  </a>
)

const widthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : 1)

/** A content in one language; every piece knows its position, so that words can be picked out of it. */
export const Words = ({ content, place }: { readonly content: Content; readonly place: Place }) => {
  let next = 0
  return content.map((piece) => {
    const at = next
    next += widthOf(piece)
    return <Mark key={at} piece={piece} place={place} at={at} />
  })
}

/** The words of a passage in each language that is shown, side by side where there is room. */
export const Columns = ({
  of,
  className,
}: {
  readonly of: (language: string) => React.ReactNode
  readonly className?: string
}) => {
  const { shown } = useText()
  return shown.map((language) => (
    <p key={language} lang={language} dir="auto" className={className ?? 'text-words'}>
      {of(language)}
    </p>
  ))
}
