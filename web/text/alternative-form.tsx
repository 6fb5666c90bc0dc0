/** Another alternative for an open bracket, in one language or in all. */
import { useState } from 'react'
import type { Bracket } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import { passageOf, useKept, type WordsByLanguage } from './kept.ts'
import { NonPaper, Sending } from './sending.tsx'
import { useText } from './text-context.tsx'
import { useProposing } from './use-proposing.ts'
import { WordsFields } from './words-fields.tsx'

export const AlternativeForm = ({
  clause,
  bracket,
  done,
}: {
  readonly clause: Clause
  readonly bracket: Bracket
  readonly done: () => void
}) => {
  const { languages } = useText()
  const { bring, acting } = useProposing()
  const { value: words, set, clear } = useKept<WordsByLanguage>(`alternative.${bracket.id}`, {})
  const [nonPaper, setNonPaper] = useState(false)
  const passage = passageOf(words, languages)
  const end = () => {
    clear()
    done()
  }
  const send = async () => {
    const target = { on: 'bracket' as const, clause: clause.id, bracket: bracket.id }
    if (await bring({ target, passage, nonPaper })) end()
  }
  return (
    <div className="stack alternative-form">
      <WordsFields words={words} set={set} />
      <NonPaper value={nonPaper} onChange={setNonPaper} />
      <Sending
        ready={Object.values(passage).some((content) => content !== null)}
        acting={acting}
        send={() => void send()}
        cancel={end}
      />
    </div>
  )
}
