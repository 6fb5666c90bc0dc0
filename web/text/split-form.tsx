/** Splitting a clause: the cursor in each language says where the second clause begins. */
import { useState } from 'react'
import type { Content } from '#domain/text/content.ts'
import { orderBetween } from '#domain/text/order.ts'
import { useAct } from '../acts.ts'
import { useLanguageName } from '../elements/languages.ts'
import { useSay } from '../speech.tsx'
import { childrenOf } from './places.ts'
import type { Row } from './row.ts'
import { Sending } from './sending.tsx'
import { useText } from './text-context.tsx'

/** One sign for whatever is one position wide and no word, so that the cursor counts as the content does. */
const sign = '¤'
const flat = (content: Content): string =>
  content.map((piece) => (typeof piece === 'string' ? piece : sign)).join('')

const Cursor = ({
  language,
  words,
  at,
  set,
}: {
  readonly language: string
  readonly words: string
  readonly at: number | undefined
  readonly set: (at: number) => void
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  return (
    <div className="stack tight">
      <label className="field">
        <span className="field-title">{say('text.words-in', { language: languageName(language) })}</span>
        <textarea
          className="input"
          lang={language}
          rows={4}
          readOnly
          value={words}
          onSelect={(event) => set(event.currentTarget.selectionStart)}
        />
      </label>
      {at !== undefined && at > 0 && at < words.length && (
        <p lang={language} dir="auto" className="difference">
          {words.slice(0, at).trimEnd()} <strong>¶</strong> {words.slice(at).trimStart()}
        </p>
      )}
    </div>
  )
}

export const SplitForm = ({ row: { clause }, done }: { readonly row: Row; readonly done: () => void }) => {
  const say = useSay()
  const { room, languages, now } = useText()
  const acting = useAct(room.id)
  const [at, setAt] = useState<Readonly<Record<string, number>>>({})
  const there = languages.filter((language) => clause.passage[language])
  const words = Object.fromEntries(there.map((language) => [language, flat(clause.passage[language] ?? [])]))
  const isInside = (language: string): boolean => {
    const place = at[language] ?? 0
    return place > 0 && place < (words[language]?.length ?? 0)
  }
  const send = async () => {
    const siblings = childrenOf(now().view.clauses, clause.parent).map(({ order }) => order)
    const next = siblings.find((order) => order > clause.order) ?? null
    const payload = {
      wording: clause.wording,
      at: { ...at },
      id: crypto.randomUUID(),
      order: orderBetween(clause.order, next),
    }
    if (await acting.act({ kind: 'clause.split', object: clause.id, base: null, payload })) done()
  }
  return (
    <section className="stack propose" aria-label={say('text.split')}>
      <p className="hint">{say('text.split.hint')}</p>
      <div className="columns">
        {there.map((language) => (
          <Cursor
            key={language}
            language={language}
            words={words[language] ?? ''}
            at={at[language]}
            set={(place) => setAt({ ...at, [language]: place })}
          />
        ))}
      </div>
      <Sending
        ready={there.every(isInside)}
        acting={acting}
        send={() => void send()}
        label={say('text.split.do')}
        cancel={done}
      />
    </section>
  )
}
