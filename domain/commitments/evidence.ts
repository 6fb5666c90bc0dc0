/** Evidence: a file by its hash, what it shows, and through whose hands it has gone. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import type { FileReference } from '#domain/rooms/paper.ts'
import type { Span, TimePrecision } from './blur.ts'

/** What is lodged: the file, what it shows, when it was made, and the records and obligations it belongs to. */
export interface LodgeEvidence {
  readonly file: FileReference
  readonly words: Localised
  readonly taken?: string | undefined
  readonly stipulations: readonly string[]
  /** Records of the same room that it stands behind. */
  readonly of: readonly string[]
}

/**
 * What another room is told of it. `file` and `of` repeat what is released, so that they can be looked at. With `copy`
 * another file goes in the place of the file itself: one that the mission made less exact, such as a cropped picture.
 * With `time` it is told when it was made, as exactly as that.
 */
export interface ReleaseEvidence extends Pick<LodgeEvidence, 'of'> {
  readonly to: string
  readonly words: Localised
  readonly file: string
  readonly copy?: FileReference | undefined
  readonly time?: TimePrecision | undefined
}

/** What another room receives: the moment it was made only as a span, and `blurred` where the file is such a copy. */
export interface ReceiveEvidence extends Omit<LodgeEvidence, 'taken'> {
  readonly blurred?: true | undefined
  readonly when?: Span | undefined
}

/** One link of the chain of custody: lodged, handed over, examined (its hash was computed again), or received. */
export interface Custody {
  readonly what: 'lodged' | 'handed' | 'examined' | 'received'
  readonly by: Actor
  readonly at: string
  /** The member it was handed to. */
  readonly to?: string | undefined
  readonly words?: Localised | undefined
}

/** Evidence in a room. The last member it was handed to holds it. */
export interface Evidence extends LodgeEvidence, Pick<ReceiveEvidence, 'blurred' | 'when'> {
  readonly author: Actor
  readonly at: string
  readonly custody: readonly Custody[]
  /** `copy` is the SHA-256 of the copy that went in its place. */
  readonly released: readonly {
    readonly to: string
    readonly at: string
    readonly object: string
    readonly copy?: string | undefined
  }[]
}

/** Who holds it: whom it was handed to last, else who lodged it. */
export const holderOf = ({ custody, author }: Pick<Evidence, 'custody' | 'author'>): string =>
  custody.filter(({ to }) => to !== undefined).at(-1)?.to ?? author.member

/** Only who holds it hands it on, and not to themselves. */
export const handOn = (evidence: Evidence, link: Custody): Outcome<Evidence> => {
  if (holderOf(evidence) !== link.by.member) return refuse('evidence.not-held')
  if (link.to === link.by.member) return refuse('evidence.held-already')
  return done({ ...evidence, custody: [...evidence.custody, link] })
}

/** Somebody computed the hash of what is kept again; another one would mean that it is not what was lodged. */
export const examine = (evidence: Evidence, file: string, link: Custody): Outcome<Evidence> =>
  file === evidence.file.file
    ? done({ ...evidence, custody: [...evidence.custody, link] })
    : refuse('evidence.other-hash')
