/** A comment in the own delegation, or a question to the mediator, about a clause; the plenary sees nothing of either. */
import { useState } from 'react'
import { commonText } from '#domain/rooms/links.ts'
import { type AuthorisedUse, authorisedUses } from '#domain/rooms/message.ts'
import { sliceContent } from '#domain/text/content.ts'
import { writeContent } from '#domain/text/notation/write.ts'
import { useAct } from '../acts.ts'
import { Choice, WordsField } from '../elements/field.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useKept } from './kept.ts'
import { type Picked, pickedFrom } from './picking.ts'
import type { Row } from './row.ts'
import { Sending } from './sending.tsx'
import { useText } from './text-context.tsx'

const quoted = ({ clause }: Row, picked: Picked | undefined): string => {
  const content = picked && pickedFrom(clause, picked)
  return content
    ? `«${writeContent(sliceContent(content, picked.range), clause.brackets, picked.language).trim()}»: `
    : ''
}

export const CommentForm = ({
  row,
  asks,
  picked,
  done,
}: {
  readonly row: Row
  readonly asks: boolean
  readonly picked: Picked | undefined
  readonly done: () => void
}) => {
  const say = useSay()
  const names = useNames()
  const { me, process } = useProcess()
  const { home, channel, room } = useText()
  const there = (asks ? channel : home) ?? room
  const acting = useAct(there.id, { atOnce: true })
  const { value, set, clear } = useKept(`${asks ? 'ask' : 'comment'}.${row.clause.id}`, quoted(row, picked))
  const [use, setUse] = useState<AuthorisedUse | null>(null)
  const language = process.languages.includes(me.language) ? me.language : (process.languages[0] ?? 'en')
  const end = () => {
    clear()
    done()
  }
  const send = async () => {
    const payload = {
      original: language,
      words: { [language]: value.trim() },
      nature: asks ? ('question' as const) : ('statement' as const),
      about: { object: commonText, clause: row.clause.id } as const,
      ...(asks && use ? { use } : {}),
    }
    if (await acting.act({ kind: 'message.send', base: 0, payload })) end()
  }
  const title = say(asks ? 'text.ask' : home?.kind === 'office' ? 'text.comment.office' : 'text.comment')
  return (
    <section className="stack propose" aria-label={title}>
      <WordsField
        label={title}
        hint={say(asks ? 'text.ask.hint' : 'text.comment.hint', { room: names.of(there.name) })}
        lang={language}
        value={value}
        onChange={set}
      />
      {asks && (
        <Choice
          label={say('use')}
          value={use}
          onChange={setUse}
          ways={authorisedUses.map((key) => ({ key, name: say(`use.${key}`), hint: say(`use.${key}.why`) }))}
        />
      )}
      <Sending
        ready={value.trim() !== '' && (!asks || use !== null)}
        acting={acting}
        send={() => void send()}
        label={say('send')}
        cancel={end}
      />
    </section>
  )
}
