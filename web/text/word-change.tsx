/** One change that a Word file brings back: the old words and the new ones in every language, to be ticked or left. */
import { useMemo } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { WordReturn } from '#contract/text-word.ts'
import { named } from '#domain/parties/localised.ts'
import type { Clause } from '#domain/text/clause.ts'
import type { Content } from '#domain/text/content.ts'
import { writeContent } from '#domain/text/notation/write.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { Tick } from '../elements/field.tsx'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Read } from './use-word-sending.ts'

/** The text a file was read against, as its changes are shown on it. */
export interface WordPage {
  readonly view: TextView
  readonly languages: readonly string[]
  readonly numbers: Readonly<Record<string, ReadonlyMap<string, string>>>
}

/** The page of a text for its changes: the reader's language first, as in the text itself. */
export const useWordPage = (view: TextView): WordPage => {
  const { process } = useProcess()
  const { language } = usePreferences()
  return useMemo(() => {
    const languages = process.languages.toSorted(
      (one, other) => Number(other === language) - Number(one === language),
    )
    const numbers = Object.fromEntries(languages.map((each) => [each, numbersOf(view, each)]))
    return { view, languages, numbers }
  }, [view, process, language])
}

/** The clause as it is called: its number, or "where it belongs" for one that has none. */
const ClauseName = ({ id, page }: { readonly id: string | null; readonly page: WordPage }) => {
  const say = useSay()
  if (id === null) return <span>{say('text.proposal.new')}</span>
  const number = page.numbers[page.languages[0] ?? '']?.get(id)
  return (
    <a href={`#clause-${id}`}>
      {number ? say('text.proposal.on', { number: number.replace(/\.$/u, '') }) : say('text.proposal.here')}
    </a>
  )
}

/** The brackets of a clause with the parties by name, as the plain notation shows them. */
const useBrackets = (clause: Clause | undefined, language: string): Clause['brackets'] => {
  const { process } = useProcess()
  return useMemo(() => {
    const nameOf = (key: string): string => {
      const party = process.parties.find((each) => each.key === key)
      return party ? named(party.short, language) : key
    }
    return Object.fromEntries(
      Object.entries(clause?.brackets ?? {}).map(([id, bracket]) => [
        id,
        {
          id,
          alternatives: bracket.alternatives.map((each) => ({
            ...each,
            sponsors: each.sponsors.map(nameOf),
          })),
        },
      ]),
    )
  }, [clause, language, process])
}

const InLanguage = ({
  read,
  language,
  page,
}: {
  readonly read: Read
  readonly language: string
  readonly page: WordPage
}) => {
  const say = useSay()
  const brackets = useBrackets(
    page.view.clauses.find(({ id }) => id === read.clause),
    language,
  )
  const said = (content: Content): string => writeContent(content, brackets, language, page.numbers[language])
  const stood = read.target.on === 'words' ? (read.stood[language] ?? []) : []
  const words = read.passage[language] ?? null
  return (
    <p className="serif" lang={language} dir="auto">
      {stood.length > 0 && words !== null && (
        <>
          <del>{said(stood)}</del>{' '}
        </>
      )}
      {words !== null && words.length > 0 && <ins>{said(words)}</ins>}
      {words === null && <em className="untranslated">{say('text.untranslated')}</em>}
      {words?.length === 0 && <em className="untranslated">{say('text.deleted')}</em>}
    </p>
  )
}

export const WordChange = ({
  read,
  page,
  chosen,
  choose,
  withReason,
  reason,
  isSent,
}: {
  readonly read: Read
  readonly page: WordPage
  readonly chosen: boolean
  readonly choose: (chosen: boolean) => void
  readonly withReason: boolean
  /** Undefined where no reason can be given. */
  readonly reason: ((along: boolean) => void) | undefined
  readonly isSent: boolean
}) => {
  const say = useSay()
  return (
    <li className="proposal stack tight">
      <p className="line small quiet">
        <ClauseName id={read.clause} page={page} />
        {read.authors.length > 0 && (
          <span>
            {say('text.word.by')} <bdi dir="auto">{read.authors.join(', ')}</bdi>
          </span>
        )}
        {read.target.on === 'bracket' && <span>{say('text.word.alternative')}</span>}
        {read.how === 'compared' && <span className="tag">{say('text.word.compared')}</span>}
        {isSent && <span className="tag">{say('text.word.sent')}</span>}
      </p>
      <div className="columns">
        {page.languages.map((language) => (
          <InLanguage key={language} read={read} language={language} page={page} />
        ))}
      </div>
      {read.comments.map((words) => (
        <p key={words} className="small" dir="auto">
          <strong>{say('text.word.comment')}</strong> {words}
        </p>
      ))}
      {!isSent && (
        <div className="line">
          <Tick label={say('text.word.choose')} value={chosen} onChange={choose} />
          {reason && read.comments.length > 0 && (
            <Tick label={say('text.word.with-reason')} value={withReason} onChange={reason} />
          )}
        </div>
      )}
    </li>
  )
}

/** What could not be placed: its words, and why. */
export const NotPlaced = ({
  all,
  page,
}: {
  readonly all: WordReturn['unplaced']
  readonly page: WordPage
}) => {
  const say = useSay()
  if (all.length === 0) return null
  return (
    <section className="stack tight" aria-label={say('text.word.not-placed')}>
      <h3>{say('text.word.not-placed')}</h3>
      <ul className="plain-list stack tight">
        {all.map(({ why, clause, language, stood, words }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what could not be placed has no other name than its place in the list.
          <li key={i}>
            <p className="line small">
              {clause !== null && <ClauseName id={clause} page={page} />}
              <span>{say(`text.word.why.${why}`, { n: Number(words) || 0 })}</span>
            </p>
            {why !== 'formatting' && (stood !== '' || words !== '') && (
              <p className="serif" {...(language === null ? {} : { lang: language })} dir="auto">
                {stood !== '' && <del>{stood}</del>} {words !== '' && <ins>{words}</ins>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
