/** How the reader brings words into a text: a party by a proposal in its channel, who holds the pen directly. */

import type { Passage } from '#domain/text/content.ts'
import type { Target } from '#domain/text/proposal.ts'
import { useAct } from '../acts.ts'
import { useMay } from '../process.tsx'
import { useText } from './text-context.tsx'

/** What was asked, in one shape for a proposal and for the pen. */
export interface Asked {
  readonly target: Target
  readonly passage: Passage
  readonly reason?:
    | { readonly original: string; readonly words: Readonly<Record<string, string>> }
    | undefined
  /** A bridge of the mediator's that nobody is to be the author of. */
  readonly nonPaper?: boolean | undefined
}

const fresh = (): string => crypto.randomUUID()

/** Whether the reader proposes or holds the pen here; null for who does neither. */
export const useRole = (): 'party' | 'pen' | null => {
  const { room, channel } = useText()
  const mayHere = useMay(room)
  const mayThere = useMay(channel)
  if (mayHere('clause.bracket')) return 'pen'
  return room.kind === 'plenary' && mayThere('proposal.make') ? 'party' : null
}

/** Whether the reader proposes or holds the pen, and the one way to bring the words in. */
export const useProposing = () => {
  const { room, channel } = useText()
  const pen = useAct(room.id)
  const proposing = useAct(channel?.id ?? room.id)
  const role = useRole()
  const isCommon = room.kind === 'plenary'
  const write = ({ target, passage, nonPaper }: Asked) => {
    const bridge = isCommon ? { bridge: true as const, ...(nonPaper ? { nonPaper: true as const } : {}) } : {}
    const alternative = { id: fresh(), passage, sponsors: [], ...bridge }
    if (target.on === 'bracket')
      return pen.act({
        kind: 'clause.alternative',
        object: target.clause,
        base: null,
        payload: { bracket: target.bracket, alternative },
      })
    if (target.on === 'words') {
      const { on: _, clause, ...where } = target
      const payload = { ...where, bracket: fresh(), stood: fresh(), alternative }
      return pen.act({ kind: 'clause.bracket', object: clause, base: null, payload })
    }
    const { on: _, ...place } = target
    const [id, bracket] = [fresh(), fresh()]
    const whole = { ...alternative, supporters: [], status: 'proposed' as const, base: 0 }
    const marked = Object.fromEntries(Object.keys(passage).map((language) => [language, [{ bracket }]]))
    const payload = {
      id,
      ...place,
      passage: isCommon ? marked : passage,
      brackets: isCommon ? { [bracket]: { id: bracket, alternatives: [whole] } } : {},
      notes: {},
    }
    return pen.act({ kind: 'clause.enter', object: id, base: 0, payload })
  }
  const propose = ({ target, passage, reason }: Asked) =>
    proposing.act({
      kind: 'proposal.make',
      base: 0,
      payload: { target, passage, ...(reason ? { reason } : {}) },
    })
  const bring = (asked: Asked) => (role === 'party' ? propose(asked) : write(asked))
  return { role, bring, isCommon, acting: role === 'party' ? proposing : pen }
}
