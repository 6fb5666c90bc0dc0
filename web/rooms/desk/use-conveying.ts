/** Making ready to convey: where to, in which manner, in which words; and what it answers there. */
import { useState } from 'react'
import type { DeskView } from '#contract/rooms.ts'
import type { Wording } from '#domain/language/wording.ts'
import type { Room } from '#domain/parties/process.ts'
import { isWithinUse, type Manner, manners } from '#domain/rooms/message.ts'
import { type AskedAct, useAct } from '../../acts.ts'
import { useDraft } from '../../drafts.ts'
import { useProcess } from '../../process.tsx'
import { wordingOf } from '../composer/wording-fields.tsx'
import type { MessageObject, PaperObject } from '../threads.ts'
import { counterpart, roomsOfCounterparts } from './counterpart.ts'

type Carried = MessageObject | PaperObject

/** Where words can be carried to: any other channel, the plenary, a working group. */
export const destinations = <R extends Pick<Room, 'id' | 'kind'>>(
  rooms: readonly R[],
  from: string,
): readonly R[] =>
  rooms.filter(
    ({ id, kind }) => id !== from && (kind === 'channel' || kind === 'plenary' || kind === 'working-group'),
  )

/** The least open manner the sender allows comes last; the most natural, a paraphrase, is chosen first where allowed. */
export const firstManner = (use: Carried['state']['use']): Manner =>
  isWithinUse(use, 'verbatim') ? 'verbatim' : (manners.find((as) => isWithinUse(use, as)) ?? 'as-mediator')

/** What conveyed words answer or are about in the room they go to, as far as the office's notes know. */
export const linksThere = (
  entry: Carried,
  notes: DeskView['notes'],
  here: string,
  there: string,
): { readonly answers?: string; readonly about?: { readonly object: string; readonly clause?: string } } => {
  if (entry.kind !== 'message') return {}
  const { answers, about } = entry.state
  const answered = answers && counterpart(notes, here, answers, there)
  const object = about && counterpart(notes, here, about.object, there)
  return {
    ...(answered ? { answers: answered } : {}),
    ...(object ? { about: { object, ...(about?.clause ? { clause: about.clause } : {}) } } : {}),
  }
}

const parsed = (draft: string): Readonly<Record<string, string>> =>
  draft === '' ? {} : (JSON.parse(draft) as Record<string, string>)

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
  const [draft, setDraft] = useDraft(`${me.id}.${here}.${entry.object}.convey`)
  const approved = entry.state.offered?.standing === 'approved' ? entry.state.offered : undefined
  const locked = entry.state.askFirst === true && approved !== undefined
  const words = locked ? approved.words : parsed(draft)
  const filled = process.languages.filter((language) => (words[language] ?? '').trim() !== '')
  const original = filled.includes(me.language) ? me.language : (filled[0] ?? me.language)
  const wording: Wording | null = locked
    ? { original: approved.original, words: approved.words }
    : wordingOf(original, words)
  const links = linksThere(entry, notes, here, to)
  const send = (kind: 'convey' | 'offer') => {
    const payload =
      kind === 'offer' ? wording : { to, as, ...(as === 'verbatim' ? {} : { wording }), ...links }
    const asked = { kind: `${entry.kind}.${kind}`, object: entry.object, base: entry.revision, payload }
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
    write: (language: string, text: string) => setDraft(JSON.stringify({ ...words, [language]: text })),
    wording,
    locked,
    links,
    /** The sender wants to see the wording first, and has not agreed to one. */
    mustAsk: entry.state.askFirst === true && as !== 'verbatim' && approved === undefined,
    convey: async () => {
      if (await send('convey')) setDraft('')
    },
    offer: () => send('offer'),
  }
}
