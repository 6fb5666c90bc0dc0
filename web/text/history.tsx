/** The history of one clause: every act on it, who did it and when, and what it changed in the words. */
import { useQuery } from '@tanstack/react-query'
import type { ClauseHistory } from '#contract/text-history.ts'
import { follow } from '#domain/acts.ts'
import type { Act } from '#domain/record/act.ts'
import type { Kept } from '#domain/record/rule.ts'
import type { Clause } from '#domain/text/clause.ts'
import { runsBetween } from '#domain/text/compare/compare.ts'
import { writeClause } from '#domain/text/notation/write.ts'
import { Button } from '../elements/button.tsx'
import { Shown } from '../elements/shown.tsx'
import { Side } from '../elements/side.tsx'
import { Moment } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { clauseHistoryQuery } from '../queries.ts'
import { type Phrase, useSay } from '../speech.tsx'
import { useLettered } from './lettered.ts'
import { Runs } from './runs.tsx'
import { useText } from './text-context.tsx'

interface Step {
  readonly act: ClauseHistory['acts'][number]
  readonly before: Clause | undefined
  readonly after: Clause
}

/** The acts with the clause before and after each, computed anew from them as any verifier does. */
export const stepsOf = ({ acts }: ClauseHistory): readonly Step[] => {
  const steps: Step[] = []
  let kept: Kept | undefined
  for (const act of acts) {
    const next = follow(kept, act as Act)
    if (!next.ok) break
    steps.push({ act, before: kept?.state as Clause | undefined, after: next.value.state as Clause })
    kept = next.value
  }
  return steps
}

const phraseOf = (kind: string): Phrase => `text.did.${kind.slice('clause.'.length)}` as Phrase

const StepLine = ({ step: { act, before, after } }: { readonly step: Step }) => {
  const say = useSay()
  const names = useNames()
  const { languages } = useText()
  const lettered = useLettered()
  const words = (clause: Clause | undefined, language: string) =>
    clause ? writeClause(lettered(clause, language), language) : ''
  const changed = languages.some((language) => words(before, language) !== words(after, language))
  return (
    <li className="history-step">
      <p className="line small">
        {act.by && <Side seat={act.by.seat} />}
        <strong>{say(phraseOf(act.kind))}</strong>
        <span className="quiet">{act.by ? names.actor(act.by) : say('author.none')}</span>
        <span className="quiet">
          <Moment at={act.at} />
        </span>
      </p>
      {changed && (
        <div className="columns">
          {languages.map((language) => (
            <p key={language} lang={language} dir="auto" className="difference">
              <Runs runs={runsBetween(words(before, language), words(after, language))} />
            </p>
          ))}
        </div>
      )}
    </li>
  )
}

export const History = ({ clause, close }: { readonly clause: Clause; readonly close: () => void }) => {
  const say = useSay()
  const { id } = useProcess()
  const { room } = useText()
  const read = useQuery(clauseHistoryQuery(id, room.id, clause.id))
  return (
    <section className="bracket-panel" aria-label={say('text.history')}>
      <h3>{say('text.history')}</h3>
      <Shown query={read}>
        {(history) => (
          <ol>
            {stepsOf(history)
              .toReversed()
              .map((step) => (
                <StepLine key={step.act.id} step={step} />
              ))}
          </ol>
        )}
      </Shown>
      <Button look="text" onPress={close}>
        {say('text.close')}
      </Button>
    </section>
  )
}
