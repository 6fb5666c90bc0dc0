/** Proposing other words: the sentence is written as one would have it, and the difference becomes the proposal. */
import { useState } from 'react'
import type { Clause } from '#domain/text/clause.ts'
import { useAct } from '../acts.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'
import type { Doing } from './desk.ts'
import { useKept } from './kept.ts'
import { RewriteField } from './rewrite-field.tsx'
import { beginDraft, type Draft, draftAnew, proposalOf, withoutPicked } from './rewriting.ts'
import { NonPaper, Sending } from './sending.tsx'
import { useText } from './text-context.tsx'
import { ThreeWay } from './three-way.tsx'
import { useProposing } from './use-proposing.ts'

type Asked = Extract<Doing, { what: 'propose' }>

const firstDraft = (clause: Clause, languages: readonly string[], { picked, out }: Asked): Draft => {
  const draft = beginDraft(clause, languages, picked)
  return picked && out ? withoutPicked(draft, picked) : draft
}

const useRewriting = (clause: Clause, asked: Asked) => {
  const { languages } = useText()
  const [first] = useState(() => firstDraft(clause, languages, asked))
  const kept = useKept<Draft>(`propose.${clause.id}`, first)
  const [lost, setLost] = useState<readonly { readonly language: string; readonly words: string }[]>([])
  const anew = () => {
    const placed = draftAnew(kept.value, clause)
    setLost(placed.lost.map((language) => ({ language, words: kept.value.rewrites[language]?.wished ?? '' })))
    kept.set(placed.draft)
  }
  return { ...kept, draft: kept.value, lost, anew, isStale: kept.value.seen.wording !== clause.wording }
}

/** Words that were written for a place that is no longer there; they stay in sight until the form is closed. */
const Lost = ({ of }: { readonly of: ReturnType<typeof useRewriting>['lost'] }) => {
  const say = useSay()
  return of.map(({ language, words }) => (
    <div key={language} className="notice" role="status">
      <p className="small">{say('text.three-way.lost')}</p>
      <p lang={language} dir="auto" className="difference">
        {words}
      </p>
    </div>
  ))
}

const useWritingThrough = (clause: Clause, end: () => void) => {
  const { room, languages } = useText()
  const writing = useAct(room.id)
  const write = async (draft: Draft) => {
    const passage = Object.fromEntries(
      languages.map((language) => {
        const words = draft.rewrites[language]?.wished.replace(/\s+/gu, ' ').trim() ?? ''
        return [language, words === '' ? null : [words.normalize('NFC')]]
      }),
    )
    const payload = { wording: draft.seen.wording, passage }
    if (await writing.act({ kind: 'clause.write', object: clause.id, base: null, payload })) end()
  }
  return { writing, write }
}

const isWrittenThrough = (clause: Clause): boolean =>
  Object.keys(clause.brackets).length === 0 &&
  Object.values(clause.passage).every((content) => content?.every((piece) => typeof piece === 'string'))

export const ProposeForm = ({
  clause,
  asked,
  done,
}: {
  readonly clause: Clause
  readonly asked: Asked
  readonly done: () => void
}) => {
  const say = useSay()
  const { languages } = useText()
  const { role, bring, acting, isCommon } = useProposing()
  const { draft, set, clear, lost, anew, isStale } = useRewriting(clause, asked)
  const [nonPaper, setNonPaper] = useState(false)
  const end = () => {
    clear()
    done()
  }
  const { writing, write } = useWritingThrough(clause, end)
  const proposal = proposalOf(draft)
  const privately = !isCommon && isWrittenThrough(clause)
  const send = async () => {
    if (privately) return write(draft)
    if (!proposal) return
    const within = draft.within === null ? {} : { within: draft.within }
    const { wording } = draft.seen
    const target = { on: 'words' as const, clause: clause.id, wording, ranges: proposal.ranges, ...within }
    if (await bring({ target, passage: proposal.passage, nonPaper })) end()
  }
  return (
    <section className="stack propose" aria-label={say('text.propose')}>
      {isStale ? (
        <>
          <ThreeWay draft={draft} clause={clause} anew={anew} />
          <Outcome trouble={acting.trouble} />
        </>
      ) : (
        <>
          <p className="hint">{say(privately ? 'text.write.hint' : 'text.propose.hint')}</p>
          <Lost of={lost} />
          <div className="columns">
            {languages.map((language) => (
              <RewriteField
                key={language}
                language={language}
                draft={draft}
                set={set}
                picked={asked.picked?.language === language ? asked.picked : undefined}
              />
            ))}
          </div>
          {!privately && <NonPaper value={nonPaper} onChange={setNonPaper} />}
          <Sending
            ready={privately || proposal !== null}
            acting={privately ? writing : acting}
            send={() => void send()}
            {...(privately ? { label: say('text.write') } : role === null ? {} : {})}
            cancel={end}
          />
        </>
      )}
    </section>
  )
}
