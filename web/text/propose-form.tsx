/** Proposing other words: the sentence is written as one would have it, and the difference becomes the proposal. */
import { useState } from 'react'
import type { Clause } from '#domain/text/clause.ts'
import type { Content, Range } from '#domain/text/content.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Pick, WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'
import { changeOf, type Segment, segmentsOf, wholeOf } from './change.ts'
import { useText } from './text-context.tsx'
import { useProposing } from './use-proposing.ts'

const excerpt = ({ words }: Segment): string => {
  const plain = words.trim()
  return plain.length > 60 ? `${plain.slice(0, 58)}…` : plain || '…'
}

interface Draft {
  readonly segment: number
  readonly words: string
}

const firstDraft = (content: Content | null): Draft => {
  const segments = segmentsOf(content ?? [])
  const segment = Math.max(
    0,
    segments.findIndex(({ words }) => words.trim() !== ''),
  )
  return { segment, words: segments[segment]?.words ?? '' }
}

/** The ranges and words of a proposal; null while nothing is different in any language. */
const proposalOf = (
  clause: Clause,
  languages: readonly string[],
  drafts: Readonly<Record<string, Draft>>,
) => {
  const ranges: Record<string, Range | null> = {}
  const passage: Record<string, Content | null> = {}
  let changed = false
  for (const language of languages) {
    const content = clause.passage[language] ?? null
    const draft = drafts[language]
    const segment = content && draft ? segmentsOf(content)[draft.segment] : undefined
    const change = segment && draft ? changeOf(segment, draft.words) : null
    changed ||= change !== null
    ranges[language] = change ? change.range : segment ? wholeOf(segment) : null
    passage[language] = change ? change.content : null
  }
  return changed ? { ranges, passage } : null
}

export const ProposeForm = ({ clause, done }: { readonly clause: Clause; readonly done: () => void }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { languages, room } = useText()
  const { role, bring, acting } = useProposing()
  const writing = useAct(room.id)
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>(() =>
    Object.fromEntries(languages.map((language) => [language, firstDraft(clause.passage[language] ?? null)])),
  )
  // The words that were seen when the form was opened: what is proposed is proposed on them.
  const [seen] = useState(clause)
  const proposal = proposalOf(seen, languages, drafts)
  const privately = room.kind !== 'plenary' && Object.keys(seen.brackets).length === 0
  const send = async () => {
    if (!proposal) return
    const target = { on: 'words' as const, clause: seen.id, wording: seen.wording, ranges: proposal.ranges }
    if (await bring({ target, passage: proposal.passage })) done()
  }
  const write = async () => {
    const passage = Object.fromEntries(
      languages.map((language) => {
        const words = drafts[language]?.words.replace(/\s+/gu, ' ').trim() ?? ''
        return [language, words === '' ? null : [words.normalize('NFC')]]
      }),
    )
    const payload = { wording: seen.wording, passage }
    if (await writing.act({ kind: 'clause.write', object: seen.id, base: null, payload })) done()
  }
  return (
    <section className="stack propose" aria-label={say('text.propose')}>
      <p className="hint">{say('text.propose.hint')}</p>
      <div className="columns">
        {languages.map((language) => {
          const segments = segmentsOf(seen.passage[language] ?? [])
          const draft = drafts[language] ?? { segment: 0, words: '' }
          const turn = (next: Draft) => setDrafts({ ...drafts, [language]: next })
          return (
            <div key={language} className="stack tight">
              {segments.length > 1 && (
                <Pick
                  label={say('text.which-words', { language: languageName(language) })}
                  value={String(draft.segment)}
                  onChange={(key) =>
                    turn({ segment: Number(key), words: segments[Number(key)]?.words ?? '' })
                  }
                  among={segments.map((segment, i) => ({
                    key: String(i),
                    name: excerpt(segment),
                    lang: language,
                  }))}
                />
              )}
              <WordsField
                label={say('text.words-in', { language: languageName(language) })}
                lang={language}
                value={draft.words}
                onChange={(words) => turn({ ...draft, words })}
              />
            </div>
          )
        })}
      </div>
      <div className="line">
        {privately ? (
          <Button look="main" isDisabled={writing.busy} onPress={() => void write()}>
            {say('text.write')}
          </Button>
        ) : (
          <Button look="main" isDisabled={!proposal || acting.busy} onPress={() => void send()}>
            {say(role === 'party' ? 'text.send-proposal' : 'text.enter')}
          </Button>
        )}
        <Button onPress={done}>{say('cancel')}</Button>
        {role === 'party' && <span className="hint">{say('text.goes-to-mediator')}</span>}
      </div>
      <Outcome trouble={acting.trouble ?? writing.trouble} />
    </section>
  )
}
