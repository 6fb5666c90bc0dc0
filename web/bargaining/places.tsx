/** The places in the common text that an option would settle, each a way to the clause. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { Place } from '#domain/bargaining/agenda.ts'
import type { Alternative } from '#domain/text/bracket.ts'
import type { Content } from '#domain/text/content.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'

/** The common text, as far as it has been read. */
export const useCommonText = (): TextView | undefined => {
  const { id, rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  return useQuery({ ...textQuery(id, plenary?.id ?? ''), enabled: plenary !== undefined }).data
}

const plainWords = (content: Content | null | undefined): string =>
  (content ?? []).map((run) => (typeof run === 'string' ? run : '[…]')).join('')

/** How a place is called: the number of its clause and the words of its alternative, in the reader's language. */
export interface PlaceNames {
  readonly number: (clause: string) => string
  readonly words: (place: Place) => string
  /** True for one that is still open in the text. */
  readonly isOpen: (place: Place) => boolean
}

const alternativeAt = (
  view: TextView | undefined,
  { clause, bracket, alternative }: Place,
): Alternative | undefined => {
  const found = view?.clauses.find(({ id }) => id === clause)
  const settled = found?.settled.find((each) => each.bracket.id === bracket)?.bracket
  return (found?.brackets[bracket] ?? settled)?.alternatives.find(({ id }) => id === alternative)
}

/** The names of places, read from the common text. */
export const usePlaceNames = (): PlaceNames => {
  const view = useCommonText()
  const { language } = usePreferences()
  const say = useSay()
  return useMemo(() => {
    const numbers = view ? numbersOf(view, language) : new Map<string, string>()
    return {
      number: (clause) =>
        numbers
          .get(clause)
          ?.replace(/[.)]+$/u, '')
          .replace(/^\(/u, '') ?? '',
      words: (place) => {
        const words = plainWords(alternativeAt(view, place)?.passage[language]).trim()
        return words === ''
          ? say('bargaining.place.nothing')
          : say('bargaining.place.words', { words: words.length > 70 ? `${words.slice(0, 68)}…` : words })
      },
      isOpen: ({ clause, bracket }) =>
        view?.clauses.find(({ id }) => id === clause)?.brackets[bracket] !== undefined,
    }
  }, [view, language, say])
}

const PlaceLink = ({ place, names }: { readonly place: Place; readonly names: PlaceNames }) => {
  const { id } = useProcess()
  const say = useSay()
  const number = names.number(place.clause)
  return (
    <>
      <Link to="/t/$process/text" params={{ process: id }} hash={`clause-${place.clause}`}>
        {number ? say('bargaining.place', { number }) : say('bargaining.place.unnumbered')}
      </Link>{' '}
      <span>{names.words(place)}</span>
      {!names.isOpen(place) && <span> · {say('bargaining.place.settled')}</span>}
    </>
  )
}

/** The places of one option, or nothing. */
export const PlaceLinks = ({ places }: { readonly places: readonly Place[] | undefined }) => {
  const names = usePlaceNames()
  const say = useSay()
  if (!places?.length) return null
  return (
    <ul className="places small quiet" aria-label={say('bargaining.closes')}>
      {places.map((place) => (
        <li key={`${place.clause}/${place.bracket}/${place.alternative}`}>
          <PlaceLink place={place} names={names} />
        </li>
      ))}
    </ul>
  )
}
