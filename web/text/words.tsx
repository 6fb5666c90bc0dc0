/** Words with their brackets, read in the sentence: by letters, by underline and by hue. */
import { Fragment } from 'react'
import { type Alternative, liveAlternatives } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import type { Content, Piece } from '#domain/text/content.ts'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

interface Place {
  readonly clause: Pick<Clause, 'brackets' | 'notes'>
  readonly language: string
  readonly numbers: ReadonlyMap<string, string>
  /** Opens a bracket; without it the words are only read. */
  readonly open?: ((bracket: string) => void) | undefined
}

/** Whose an alternative is, in letters; the mediator's bridge, or nobody's where the rules do not say. */
export const Sponsors = ({ of }: { readonly of: Alternative }) => {
  const { process } = useProcess()
  const names = useNames()
  const say = useSay()
  if (of.bridge) return <span className="side">{say('text.bridge')}</span>
  return of.sponsors.map((key) => {
    const party = process.parties.find((each) => each.key === key)
    return (
      <span key={key} className="side" data-hue={party?.hue}>
        {party ? names.of(party.short) : key}
      </span>
    )
  })
}

const hueOf = (
  alternative: Alternative,
  parties: readonly { readonly key: string; readonly hue: string }[],
) => (alternative.bridge ? 'mediator' : parties.find(({ key }) => key === alternative.sponsors[0])?.hue)

const InBracket = ({ id, place }: { readonly id: string; readonly place: Place }) => {
  const { process } = useProcess()
  const say = useSay()
  const bracket = place.clause.brackets[id]
  if (!bracket) return null
  const live = liveAlternatives(bracket)
  return (
    <span className="bracket">
      <button
        type="button"
        className="bracket-edge"
        onClick={() => place.open?.(id)}
        disabled={!place.open}
        aria-label={say('text.bracket.open', { n: live.length })}
      >
        [
      </button>
      {live.map((alternative, i) => {
        const content = alternative.passage[place.language] ?? null
        return (
          <Fragment key={alternative.id}>
            {i > 0 && <span className="bracket-bar"> | </span>}
            <span
              className="alternative"
              data-hue={hueOf(alternative, process.parties)}
              data-stood={alternative.stood}
            >
              {content === null ? (
                <em className="untranslated">{say('text.untranslated')}</em>
              ) : content.length === 0 ? (
                <em className="untranslated">{say('text.deleted')}</em>
              ) : (
                <Words content={content} place={place} />
              )}
            </span>
            <Sponsors of={alternative} />
          </Fragment>
        )
      })}
      <span className="bracket-edge" aria-hidden="true">
        ]
      </span>
    </span>
  )
}

const PieceShown = ({ piece, place }: { readonly piece: Piece; readonly place: Place }) => {
  if (typeof piece === 'string') return piece
  if ('bracket' in piece) return <InBracket id={piece.bracket} place={place} />
  if ('placeholder' in piece) return <span className="placeholder">[{piece.placeholder}]</span>
  if ('term' in piece) return <span className="term">{piece.words}</span>
  if ('reference' in piece)
    return (
      <a href={`#clause-${piece.reference}`}>
        {(place.numbers.get(piece.reference) ?? '…').replace(/\.$/u, '')}
      </a>
    )
  const words = place.clause.notes[piece.note]?.[place.language]
  return words ? (
    <small className="note"> ({words.filter((each) => typeof each === 'string').join('')})</small>
  ) : null
}

/** A content in one language. */
export const Words = ({ content, place }: { readonly content: Content; readonly place: Place }) => (
  <>
    {content.map((piece, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name than their place.
      <PieceShown key={i} piece={piece} place={place} />
    ))}
  </>
)
