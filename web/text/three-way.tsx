/** What you saw, what it says now, what you wrote: when a clause has changed under one's hands. */
import type { Clause } from '#domain/text/clause.ts'
import { runsBetween } from '#domain/text/compare/compare.ts'
import type { Content } from '#domain/text/content.ts'
import { writeContent } from '#domain/text/notation/write.ts'
import { Button } from '../elements/button.tsx'
import { useSay } from '../speech.tsx'
import { useLettered } from './lettered.ts'
import { pickedFrom } from './picking.ts'
import { type Draft, wishedContent } from './rewriting.ts'
import { Runs } from './runs.tsx'
import { useText } from './text-context.tsx'

const Compared = ({
  name,
  from,
  to,
}: {
  readonly name: string
  readonly from: Readonly<Record<string, string>>
  readonly to: Readonly<Record<string, string>>
}) => {
  const { languages } = useText()
  return (
    <div className="three-way-row">
      <h4 className="small quiet">{name}</h4>
      <div className="columns">
        {languages.map((language) => (
          <p key={language} lang={language} dir="auto" className="difference">
            <Runs runs={runsBetween(from[language] ?? '', to[language] ?? '')} />
          </p>
        ))}
      </div>
    </div>
  )
}

/** The three, in every language, and the way back to writing. */
export const ThreeWay = ({
  draft,
  clause,
  anew,
}: {
  readonly draft: Draft
  readonly clause: Clause
  /** Places it on the words as they are now; absent where those it was written for are gone. */
  readonly anew: (() => void) | undefined
}) => {
  const say = useSay()
  const { languages } = useText()
  const lettered = useLettered()
  const plain = (of: Pick<Clause, 'brackets'>, make: (language: string) => Content | null) =>
    Object.fromEntries(
      languages.map((language) => {
        const content = make(language)
        const { brackets } = lettered(of, language)
        return [language, content ? writeContent(content, brackets, language) : '…']
      }),
    )
  const seen = plain(draft.seen, (language) => draft.seen.passage[language] ?? null)
  const now = plain(clause, (language) => clause.passage[language] ?? null)
  const whole = (language: string) => pickedFrom(draft.seen, { language, within: draft.within })
  const base = plain(draft.seen, whole)
  const written = plain(draft.seen, (language) => {
    const [content, rewrite] = [whole(language), draft.rewrites[language]]
    return content && rewrite ? wishedContent(content, rewrite) : content
  })
  return (
    <section className="three-way" aria-label={say('text.three-way')}>
      <h3>{say('text.three-way')}</h3>
      <p className="small">{say('text.three-way.hint')}</p>
      <Compared name={say('text.three-way.seen')} from={seen} to={seen} />
      <Compared name={say('text.three-way.now')} from={seen} to={now} />
      <Compared name={say('text.three-way.yours')} from={base} to={written} />
      <div className="line">
        {anew ? (
          <Button look="main" onPress={anew}>
            {say('text.three-way.anew')}
          </Button>
        ) : (
          <p className="small">{say('text.three-way.gone')}</p>
        )}
      </div>
    </section>
  )
}
