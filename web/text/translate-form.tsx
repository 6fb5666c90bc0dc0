/** Putting a language where there was "not yet translated": in a clause, or in one of its alternatives. */

import type { Clause } from '#domain/text/clause.ts'
import type { Content } from '#domain/text/content.ts'
import { useAct } from '../acts.ts'
import { WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { useSay } from '../speech.tsx'
import { useKept } from './kept.ts'
import { markedWords, typedContent } from './marked-words.ts'
import { Sending } from './sending.tsx'
import { useText } from './text-context.tsx'

const contentBeside = (clause: Clause, alternative: string | undefined): Content => {
  const all = Object.values(clause.brackets).flatMap(({ alternatives }) => alternatives)
  const passage = all.find(({ id }) => id === alternative)?.passage ?? clause.passage
  return Object.values(passage).find((content) => content !== null) ?? []
}

export const TranslateForm = ({
  clause,
  language,
  alternative,
  done,
}: {
  readonly clause: Clause
  readonly language: string
  readonly alternative?: string | undefined
  readonly done: () => void
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { room } = useText()
  const acting = useAct(room.id)
  const beside = contentBeside(clause, alternative)
  const { value, set, clear } = useKept(`translate.${alternative ?? clause.id}.${language}`, '')
  const content = typedContent(value, beside)
  const end = () => {
    clear()
    done()
  }
  const send = async () => {
    if (!content) return
    const payload = { language, content, ...(alternative === undefined ? {} : { alternative }) }
    if (await acting.act({ kind: 'clause.translate', object: clause.id, base: null, payload })) end()
  }
  const marks = markedWords(beside)
  return (
    <section className="stack propose" aria-label={say('text.translate')}>
      <p className="serif" dir="auto">
        {marks}
      </p>
      <WordsField
        label={say('text.words-in', { language: languageName(language) })}
        hint={
          beside.some((piece) => typeof piece !== 'string')
            ? say('text.translate.marks', { first: '{1}' })
            : undefined
        }
        lang={language}
        value={value}
        onChange={set}
      />
      <Sending
        ready={content !== null}
        acting={acting}
        send={() => void send()}
        label={say('text.translate')}
        cancel={end}
      />
    </section>
  )
}
