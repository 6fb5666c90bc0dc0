/** Making ready to convey: where to, in which manner, in which words; and what it answers there. */
import { useState } from 'react'
import type { DeskView } from '#contract/rooms.ts'
import type { Wording } from '#domain/language/wording.ts'
import type { Manner } from '#domain/rooms/message.ts'
import { type AskedAct, useAct } from '../../acts.ts'
import { useRead } from '../../elements/accept.tsx'
import { useProcess } from '../../process.tsx'
import { useForm } from '../../use-form.ts'
import { wordingOf } from '../composer/wording.ts'
import { roomsOfCounterparts } from './counterpart.ts'
import { type Carried, destinations, firstManner, linksThere } from './ready.ts'

/** What is being made ready: on which offered wording it was begun, '' for none, and the words. */
interface Writing {
  readonly offered: string
  readonly words: Readonly<Record<string, string>>
}

export const useConveying = (entry: Carried, here: string, notes: DeskView['notes']) => {
  const { process, me, rooms } = useProcess()
  const acting = useAct(here)
  const possible = destinations(rooms, here)
  const answered = entry.kind === 'message' ? (entry.state.answers ?? entry.state.about?.object) : undefined
  const suggested = answered ? roomsOfCounterparts(notes, here, answered) : []
  const [to, setTo] = useState(
    possible.find(({ id }) => suggested.includes(id))?.id ??
      possible.find((r) => r.kind === 'channel')?.id ??
      '',
  )
  const [as, setAs] = useState<Manner>(() => firstManner(entry.state.use))
  const begun: Writing = { offered: entry.state.offered?.at ?? '', words: entry.state.offered?.words ?? {} }
  // Of all that becomes of the entry, another wording offered to its sender is what concerns these words.
  const form = useForm(`convey/${here}/${entry.object}`, begun, { revision: entry.revision, ofPart: true })
  // Untouched, the fields follow what was offered; what is carried is what was there to read.
  const nameOf = (offered: Writing['words']) =>
    JSON.stringify(process.languages.map((language) => offered[language] ?? ''))
  const others = useRead(nameOf(begun.words))
  const approved = entry.state.offered?.standing === 'approved' ? entry.state.offered : undefined
  const locked = entry.state.askFirst === true && approved !== undefined
  const words = locked ? approved.words : form.value.words
  const filled = process.languages.filter((language) => (words[language] ?? '').trim() !== '')
  const original = filled.includes(me.language) ? me.language : (filled[0] ?? me.language)
  const wording: Wording | null = locked
    ? { original: approved.original, words: approved.words }
    : wordingOf(original, words)
  const links = linksThere(entry, notes, here, to)
  const send = (kind: 'convey' | 'offer') => {
    const payload =
      kind === 'offer' ? wording : { to, as, ...(as === 'verbatim' ? {} : { wording }), ...links }
    const asked = { kind: `${entry.kind}.${kind}`, object: entry.object, base: form.base, payload }
    return acting.act(asked as AskedAct)
  }
  return {
    acting,
    possible,
    to,
    setTo,
    as,
    setAs,
    words,
    write: (language: string, text: string) => form.write({ words: { ...words, [language]: text } }),
    form,
    others: { ...others, isOther: others.isOther && !form.isChanged && as !== 'verbatim' && !acting.busy },
    wording,
    locked,
    links,
    /** The sender wants to see the wording first, and has not agreed to one. */
    mustAsk: entry.state.askFirst === true && as !== 'verbatim' && approved === undefined,
    convey: async () => {
      const went = (await send('convey')) !== null
      if (went) form.clear()
      return went
    },
    offer: async () => {
      const own = nameOf(words)
      if (!(await send('offer'))) return
      form.clear()
      others.know(own)
    },
  }
}
