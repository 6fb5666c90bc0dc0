/** What waits for what in an agreement, as a graph to be drawn: a step for each node, and which waits go in circles. */
import type { Stipulation, Term } from '../stipulation.ts'
import type { Finding } from './sequence.ts'

/**
 * `to` waits for `from`. `condition` was entered as one, with the day by which the other side has to be there where it is a
 * reciprocal step; `begins` and `due` are terms counted from it. `isKnotted`: this wait is one of a circle, or of
 * dates that cannot all be kept.
 */
export interface Wait {
  readonly from: string
  readonly to: string
  readonly kind: 'condition' | 'begins' | 'due'
  readonly event: 'begun' | 'done'
  readonly by?: string | undefined
  readonly isKnotted: boolean
}

type Bare = Omit<Wait, 'isKnotted'>

const counted = (to: string, kind: 'begins' | 'due', term: Term | undefined): readonly Bare[] =>
  term?.kind === 'after' && term.from !== 'force'
    ? [{ from: term.from.stipulation, to, kind, event: term.from.event }]
    : []

const waitsOf = ({ id, conditions, begins, due }: Stipulation): readonly Bare[] => [
  ...conditions.map(({ of, by }): Bare => {
    const wait = { from: of.stipulation, to: id, kind: 'condition' as const, event: of.event }
    return by === undefined ? wait : { ...wait, by }
  }),
  ...counted(id, 'begins', begins),
  ...counted(id, 'due', due),
]

/** The reasons of the findings that cannot hold together, as `to kind from`: what of them is a wait is knotted. */
const knotted = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap((found) => {
      if (found.code !== 'waits-in-circle' && found.code !== 'impossible') return []
      return found.because.flatMap((why) => {
        if (why.kind === 'waits') return [`${why.stipulation} condition ${why.condition.of.stipulation}`]
        if ((why.kind !== 'begins' && why.kind !== 'due') || why.term.kind !== 'after') return []
        return why.term.from === 'force'
          ? []
          : [`${why.stipulation} ${why.kind} ${why.term.from.stipulation}`]
      })
    }),
  )

/** Every wait between two steps of the list; `findings` are those of `sequenceOf` for the same list. */
export const waitsIn = (list: readonly Stipulation[], findings: readonly Finding[]): readonly Wait[] => {
  const known = new Set(list.map(({ id }) => id))
  const bad = knotted(findings)
  return list
    .flatMap(waitsOf)
    .filter(({ from }) => known.has(from))
    .map((wait) => ({ ...wait, isKnotted: bad.has(`${wait.to} ${wait.kind} ${wait.from}`) }))
}
