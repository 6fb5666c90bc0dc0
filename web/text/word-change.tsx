/** One change that a Word file brings back: the old words and the new ones in every language, to be ticked or left. */
import type { WordReturn } from '#contract/text-word.ts'
import type { Content } from '#domain/text/content.ts'
import { Tick } from '../elements/field.tsx'
import { useSay } from '../speech.tsx'
import { useText } from './text-context.tsx'
import type { Read } from './use-word-sending.ts'
import { Words } from './words.tsx'

/** The clause as it is called: its number, or "clause" for one that has none. */
export const ClauseName = ({ id }: { readonly id: string | null }) => {
  const say = useSay()
  const { numbers, languages } = useText()
  if (id === null) return <span>{say('text.proposal.new')}</span>
  const number = numbers[languages[0] ?? '']?.get(id)
  return (
    <a href={`#clause-${id}`}>
      {number ? say('text.proposal.on', { number: number.replace(/\.$/u, '') }) : say('text.proposal.here')}
    </a>
  )
}

const InLanguage = ({ read, language }: { readonly read: Read; readonly language: string }) => {
  const say = useSay()
  const { view, numbers } = useText()
  const clause = view.clauses.find(({ id }) => id === read.clause)
  const place = {
    clause: clause ?? { brackets: {}, notes: {} },
    language,
    numbers: numbers[language] ?? new Map<string, string>(),
  }
  const stood: Content | null = read.target.on === 'words' ? (read.stood[language] ?? null) : null
  const words = read.passage[language] ?? null
  return (
    <p lang={language} dir="auto" className="alternative-words">
      {stood && stood.length > 0 && words !== null && (
        <>
          <del>
            <Words content={stood} place={place} />
          </del>{' '}
        </>
      )}
      {words === null ? (
        <em className="untranslated">{say('text.untranslated')}</em>
      ) : words.length === 0 ? (
        <em className="untranslated">{say('text.deleted')}</em>
      ) : (
        <ins>
          <Words content={words} place={place} />
        </ins>
      )}
    </p>
  )
}

export const WordChange = ({
  read,
  chosen,
  choose,
  withReason,
  reason,
  isSent,
}: {
  readonly read: Read
  readonly chosen: boolean
  readonly choose: (chosen: boolean) => void
  readonly withReason: boolean
  /** Undefined where no reason can be given. */
  readonly reason: ((along: boolean) => void) | undefined
  readonly isSent: boolean
}) => {
  const say = useSay()
  const { languages } = useText()
  return (
    <li className="proposal stack tight">
      <p className="line small quiet">
        <ClauseName id={read.clause} />
        {read.authors.length > 0 && <span>{say('text.word.by', { who: read.authors.join(', ') })}</span>}
        {read.target.on === 'bracket' && <span>{say('text.word.alternative')}</span>}
        {read.how === 'compared' && <span className="tag">{say('text.word.compared')}</span>}
        {isSent && <span className="tag">{say('text.word.sent')}</span>}
      </p>
      <div className="columns">
        {languages.map((language) => (
          <InLanguage key={language} read={read} language={language} />
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
export const NotPlaced = ({ all }: { readonly all: WordReturn['unplaced'] }) => {
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
              {clause !== null && <ClauseName id={clause} />}
              <span>{say(`text.word.why.${why}`, { n: Number(words) || 0 })}</span>
            </p>
            {why !== 'formatting' && (stood !== '' || words !== '') && (
              <p className="alternative-words" {...(language === null ? {} : { lang: language })} dir="auto">
                {stood !== '' && <del>{stood}</del>} {words !== '' && <ins>{words}</ins>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
