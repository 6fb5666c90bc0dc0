/** Why a restored backup is not opened: what it lacks, who has seen it, and whose mirror would have it. */

/** A log as a person knows it. */
export interface NamedLog {
  readonly log: string
  /** `the room plenary`, `the anchor log`, each with its process. */
  readonly name: string
  /** The seats that may read it. */
  readonly seats: readonly string[]
}

/** The name of a log, without whatever else is known of it. */
export const named = ({ log, name, seats }: NamedLog): NamedLog => ({ log, name, seats })

/** The witnesses of these seats have seen more entries of a log than there are here. */
export interface Missing {
  readonly kind: 'missing'
  readonly log: NamedLog
  readonly here: number
  readonly seen: number
  readonly by: readonly string[]
}

/** The anchor log went on although no room is known to have grown, and its last ticks cannot be made again. */
export interface LostTicks {
  readonly kind: 'ticks'
  readonly log: NamedLog
  readonly here: number
  readonly seen: number
  /** Who has seen them, in words. */
  readonly by: readonly string[]
  /** Nobody shows the head they lead to; or idle ticks do not lead there, for something may have been done in these rooms. */
  readonly why:
    | { readonly kind: 'unshown'; readonly file: string }
    | { readonly kind: 'unlike'; readonly doubt: readonly NamedLog[] }
}

/** One reason. */
export type Finding =
  /** A mirror or a witness has another history of this log. */
  | { readonly kind: 'fork'; readonly log: NamedLog; readonly by: string; readonly size: number }
  | Missing
  | LostTicks
  /** The entries are known, but some acts are in none of the mirrors. */
  | { readonly kind: 'acts'; readonly log: NamedLog; readonly indexes: readonly number[] }
  /** An act is here whose rule says that it cannot follow. */
  | { readonly kind: 'act'; readonly log: NamedLog; readonly index: number; readonly why: string }
  | { readonly kind: 'paper'; readonly log: NamedLog; readonly file: string }
  /** The backup itself lacks an entry, or its entries do not make the head it signed. */
  | { readonly kind: 'broken'; readonly log: NamedLog; readonly size: number }
  /** A witness says nothing that counts. */
  | { readonly kind: 'silent'; readonly seat: string; readonly place: string | null; readonly why: string }
  /** Nobody who was asked knows this log. */
  | { readonly kind: 'unknown'; readonly log: NamedLog }

const inWords = (items: readonly string[]): string => items.join(', ')

const few = (indexes: readonly number[]): string => {
  const first = indexes.slice(0, 5).join(', ')
  return indexes.length > 5 ? `${first} and ${indexes.length - 5} more` : first
}

const whyLost = ({ log, why }: LostTicks): string => {
  if (why.kind === 'unshown')
    return `they can be made again, but only against the head that was cosigned, and nobody shows that: give it (--held FILE, such as the file held/${why.file} in the folder of that witness)`
  const doubt = why.doubt.map(({ name, seats }) => `${name} (${inWords(seats)})`).join(' or ')
  const where = doubt === '' ? '' : `, perhaps something in ${doubt}`
  return `they are no ticks at which nothing was done${where}; a mirror of one of these seats would have them: ${inWords(log.seats)}`
}

const sentences: { readonly [K in Finding['kind']]: (finding: Extract<Finding, { kind: K }>) => string } = {
  fork: ({ log, by, size }) =>
    `${log.name}: ${by} has another history of this log, up to entry ${size}: if that one is whole, opening this would be a fork`,
  missing: ({ log, here, seen, by }) =>
    `${log.name}: ${here} of the ${seen} entries that were seen by the witness of ${by.join(' and that of ')} are here; a mirror of one of these seats would have the rest: ${inWords(log.seats)}`,
  ticks: (lost) =>
    `${lost.log.name}: of the ${lost.seen} entries held by ${lost.by.join(' and ')}, the last ${lost.seen - lost.here} are in no mirror here; ${whyLost(lost)}`,
  acts: ({ log, indexes }) =>
    `${log.name}: no mirror here holds the acts ${few(indexes)}; what only their own seat may read (who has read what) is in that seat's mirror: ${inWords(log.seats)}`,
  act: ({ log, index, why }) => `${log.name}: the act ${index} does not follow from those before it: ${why}`,
  paper: ({ log, file }) =>
    `${log.name}: no mirror here holds the paper ${file}; it would be in one of these seats' mirrors: ${inWords(log.seats)}`,
  broken: ({ log, size }) =>
    `${log.name}: the first ${size} entries in the backup are not those that were signed: the backup is damaged`,
  silent: ({ seat, place, why }) =>
    place === null
      ? `the witness of ${seat} was played by the server that was backed up, and what it saw is in no backup: give its folder, which no server may be using (--witnesses OLD/witnesses), or go on without its word (--without ${seat})`
      : `the witness of ${seat} at ${place} ${why}, so nobody can know what it has seen: let it answer, or go on without its word (--without ${seat})`,
  unknown: ({ log }) =>
    `${log.name}: nobody here can say how far it had come; a witness or a mirror of one of these seats could: ${inWords(log.seats)} (or go on without their word: --without everybody)`,
}

/** A finding in a sentence. */
export const say = (finding: Finding): string =>
  (sentences[finding.kind] as (finding: Finding) => string)(finding)
