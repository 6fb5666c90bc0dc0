/** A new clause after this one: a party proposes it, who holds the pen enters it. */
import { useState } from 'react'
import { type Clause, type TextClauseKind, textClauseKinds } from '#domain/text/clause.ts'
import { Pick } from '../elements/field.tsx'
import { useSay } from '../speech.tsx'
import { passageOf, useKept, type WordsByLanguage } from './kept.ts'
import { placeAfter } from './places.ts'
import { NonPaper, Sending } from './sending.tsx'
import { useText } from './text-context.tsx'
import { useProposing } from './use-proposing.ts'
import { WordsFields } from './words-fields.tsx'

export const NewClause = ({ after, done }: { readonly after: Clause | null; readonly done: () => void }) => {
  const say = useSay()
  const { languages, now } = useText()
  const { bring, acting } = useProposing()
  const { value: words, set, clear } = useKept<WordsByLanguage>(`new.${after?.id ?? 'end'}`, {})
  const [kind, setKind] = useState<TextClauseKind>(after?.kind ?? 'operative')
  const [nonPaper, setNonPaper] = useState(false)
  const passage = passageOf(words, languages)
  const end = () => {
    clear()
    done()
  }
  const send = async () => {
    const target = { on: 'place' as const, kind, ...placeAfter(now().view.clauses, after) }
    if (await bring({ target, passage, nonPaper })) end()
  }
  return (
    <section className="stack propose" aria-label={say('text.new-clause')}>
      <Pick
        label={say('text.kind')}
        value={kind}
        onChange={(key) => setKind(textClauseKinds.find((each) => each === key) ?? 'operative')}
        among={textClauseKinds.map((key) => ({ key, name: say(`text.kind.${key}`) }))}
      />
      <WordsFields words={words} set={set} />
      <NonPaper value={nonPaper} onChange={setNonPaper} />
      <Sending
        ready={Object.values(passage).some((content) => content !== null)}
        acting={acting}
        send={() => void send()}
        cancel={end}
      />
    </section>
  )
}
