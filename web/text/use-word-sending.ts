/** Sends what was ticked of a Word file: one act after the other, each an ordinary proposal or a stroke of the pen. */
import { useRef, useState } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { WordReturn } from '#contract/text-word.ts'
import type { Room } from '#domain/parties/process.ts'
import { mapPassage, replaceRange } from '#domain/text/content.ts'
import { useAct } from '../acts.ts'
import { usePreferences } from '../preferences.tsx'
import { useProposing } from './use-proposing.ts'

/** A proposal as it was read from the file. */
export type Read = WordReturn['proposals'][number]

/** One that is sent, and whether its comments go along as the reason. */
export interface Chosen {
  readonly index: number
  readonly withReason: boolean
}

/** From the end of a clause to its beginning: what is sent first moves nothing that is sent later. */
const fromTheEnd = (all: readonly Read[], chosen: readonly Chosen[]): readonly Chosen[] => {
  const startOf = ({ index }: Chosen): number => {
    const target = all[index]?.target
    if (target?.on !== 'words') return 0
    return Math.max(0, ...Object.values(target.ranges).map((range) => range?.from ?? 0))
  }
  const clauses = [...new Set(chosen.map(({ index }) => all[index]?.clause ?? null))]
  return clauses.flatMap((clause) =>
    chosen
      .filter(({ index }) => (all[index]?.clause ?? null) === clause)
      .toSorted((one, other) => startOf(other) - startOf(one)),
  )
}

/** How the ticked changes are sent, and how far that is. */
export const useWordSending = (room: Room, view: TextView, all: readonly Read[]) => {
  const { language } = usePreferences()
  const { role, bring, acting } = useProposing()
  const writing = useAct(room.id)
  const [sent, setSent] = useState<ReadonlySet<number>>(new Set())
  const [busy, setBusy] = useState(false)
  // With the pen each act gives the clause another wording; the next one is made on that.
  const written = useRef(new Map<string, number>())

  /** In a private draft, a clause without brackets is simply written anew. */
  const write = (target: Extract<Read['target'], { on: 'words' }>, passage: Read['passage']) => {
    const clause = view.clauses.find(({ id }) => id === target.clause)
    if (!clause || room.kind === 'plenary' || Object.keys(clause.brackets).length > 0) return null
    const whole = mapPassage(clause.passage, (content, each) => {
      const [range, words] = [target.ranges[each], passage[each]]
      return content && range && words ? replaceRange(content, range, words) : content
    })
    const payload = { wording: target.wording, passage: whole }
    return writing.act({ kind: 'clause.write', object: target.clause, base: null, payload })
  }
  const sendOne = async ({ target, passage, clause, comments }: Read, withReason: boolean) => {
    const strokes = written.current.get(clause ?? '') ?? 0
    const now =
      target.on === 'words' && role === 'pen' ? { ...target, wording: target.wording + strokes } : target
    const words = comments.join(' ')
    const reason =
      withReason && words !== '' ? { original: language, words: { [language]: words } } : undefined
    const asWritten = role === 'pen' && now.on === 'words' ? write(now, passage) : null
    const done = await (asWritten ?? bring({ target: now, passage, reason }))
    if (done && role === 'pen') written.current.set(clause ?? '', strokes + 1)
    return done
  }
  const send = async (chosen: readonly Chosen[]): Promise<void> => {
    setBusy(true)
    for (const { index, withReason } of fromTheEnd(all, chosen)) {
      const read = all[index]
      if (!read || !(await sendOne(read, withReason))) break
      setSent((before) => new Set([...before, index]))
    }
    setBusy(false)
  }
  return { role, send, sent, busy, trouble: acting.trouble ?? writing.trouble }
}
