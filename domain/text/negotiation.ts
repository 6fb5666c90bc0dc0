/** A text as a whole: its title, the packages its clauses are linked in, its versions. */
import type { Localised } from '#domain/parties/localised.ts'

/** Clauses that go together, such as "4 only with 7". `party` is null when the mediator has linked them. */
export interface Package {
  readonly id: string
  readonly clauses: readonly string[]
  readonly party: string | null
  readonly words?: Readonly<Record<string, string>> | undefined
}

/** Where the words of a clause have gone: all of them into another clause, or some of them. */
export interface Followed {
  readonly clause: string
  readonly into: string
  /** Some of its words stay where they were. */
  readonly stays: boolean
}

/** The packages after the words of a clause have gone elsewhere: what went with it goes with them. */
export const followClauses = (
  packages: readonly Package[],
  { clause, into, stays }: Followed,
): readonly Package[] =>
  packages.map((each) => {
    if (!each.clauses.includes(clause)) return each
    const kept = each.clauses.filter((id) => (id !== clause || stays) && id !== into)
    return { ...each, clauses: [...kept, into] }
  })

/** A frozen version, as the text remembers it; the version itself is an object of its own. */
export interface VersionLine {
  readonly number: number
  readonly hash: string
  readonly at: string
  /** How many acts the log of the room held before it was frozen: the words are those of that moment. */
  readonly size: number
  /** Set where it corrects an error of an earlier version: the hash of that one. */
  readonly corrects?: string | undefined
}

/** The text of a room; its clauses are objects beside it. */
export interface TextState {
  readonly title: Localised
  readonly openedAt: string
  readonly packages: readonly Package[]
  readonly versions: readonly VersionLine[]
}
