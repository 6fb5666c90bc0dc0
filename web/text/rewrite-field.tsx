/** One language of a proposal: the sentence to write in, which sentence it is, and the difference so far. */
import { useEffect, useRef } from 'react'
import { sliceContent } from '#domain/text/content.ts'
import { Pick } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { useSay } from '../speech.tsx'
import { type Segment, segmentsOf, wholeOf } from './change.ts'
import { Difference } from './difference.tsx'
import { type Picked, pickedFrom } from './picking.ts'
import { changeIn, type Draft, plainIn, type Rewrite } from './rewriting.ts'

const excerpt = ({ words }: Segment): string => {
  const plain = words.trim()
  return plain.length > 60 ? `${plain.slice(0, 58)}…` : plain || '…'
}

interface Props {
  readonly language: string
  readonly draft: Draft
  readonly set: (draft: Draft) => void
  readonly picked: Picked | undefined
}

const WhichWords = ({
  language,
  draft,
  turn,
}: Omit<Props, 'set' | 'picked'> & { readonly turn: (rewrite: Rewrite) => void }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const content = pickedFrom(draft.seen, { language, within: draft.within }) ?? []
  const segments = segmentsOf(content)
  const rewrite = draft.rewrites[language]
  if (segments.length < 2 || !rewrite || plainIn(content, rewrite.range) === null) return null
  const chosen = segments.findIndex(({ from }) => from === rewrite.range.from)
  return (
    <Pick
      label={say('text.which-words', { language: languageName(language) })}
      value={String(chosen)}
      onChange={(key) => {
        const segment = segments[Number(key)]
        if (segment) turn({ range: wholeOf(segment), wished: segment.words })
      }}
      among={segments.map((segment, i) => ({ key: String(i), name: excerpt(segment), lang: language }))}
    />
  )
}

/** Puts the cursor on the picked words, once. */
const usePickedInField = (picked: Picked | undefined, rewrite: Rewrite | null) => {
  const field = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens.
  useEffect(() => {
    const area = field.current
    if (!area || !picked || !rewrite) return
    area.focus({ preventScroll: true })
    const { from } = rewrite.range
    area.setSelectionRange(picked.range.from - from, picked.range.to - from)
  }, [])
  return field
}

export const RewriteField = ({ language, draft, set, picked }: Props) => {
  const say = useSay()
  const languageName = useLanguageName()
  const rewrite = draft.rewrites[language] ?? null
  const content = pickedFrom(draft.seen, { language, within: draft.within })
  const field = usePickedInField(picked, rewrite)
  const turn = (next: Rewrite) => set({ ...draft, rewrites: { ...draft.rewrites, [language]: next } })
  const name = languageName(language)
  if (!rewrite || !content)
    return <p className="clause-missing">{say('text.untranslated-in', { language: name })}</p>
  const change = changeIn(content, rewrite)
  const words = plainIn(content, rewrite.range)
  const marked = change === null && rewrite.marked
  const mark = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    const { from } = rewrite.range
    if (words === null || change !== null || rewrite.wished !== words) return
    const range = { from: from + selectionStart, to: from + selectionEnd }
    if (selectionEnd > selectionStart) turn({ ...rewrite, marked: range })
  }
  return (
    <div className="stack tight">
      <WhichWords language={language} draft={draft} turn={turn} />
      <label className="field">
        <span className="field-title">{say('text.words-in', { language: name })}</span>
        <textarea
          ref={field}
          className="input"
          lang={language}
          rows={3}
          value={rewrite.wished}
          onChange={(event) => turn({ range: rewrite.range, wished: event.target.value })}
          onSelect={(event) => mark(event.currentTarget)}
        />
      </label>
      {words === null && <p className="hint">{say('text.replaces-bracket')}</p>}
      <div aria-live="polite">
        {change ? (
          <Difference clause={draft.seen} language={language} content={content} change={change} />
        ) : (
          <p className="hint">
            {marked
              ? say('text.marked-untranslated', {
                  words:
                    plainIn(sliceContent(content, marked), { from: 0, to: marked.to - marked.from }) ?? '',
                })
              : say('text.unchanged')}
          </p>
        )}
      </div>
    </div>
  )
}
