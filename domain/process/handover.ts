/**
 * The handover pack for the next envoy: what is open, the mandate, the consents, the fundamentals, the people. Private
 * notes are in it only where the envoy chose each of them; nothing of a caucus can be, for the envoy sits in none.
 */
import type { Wording } from '#domain/language/wording.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { isServing, type Member } from '#domain/parties/member.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Consent, ConsentStanding } from './consent.ts'
import {
  type FundamentalKey,
  type ItemKey,
  itemKeys,
  items,
  type MarkAnswer,
  type MarkedItem,
} from './fundamentals.ts'
import type { Mandate, RecordMandate } from './mandate.ts'
import { type Ripeness, type RipenessAnswer, type RipenessElement, ripenessElements } from './ripeness.ts'
import type { MoveTrack, Track } from './track.ts'

/** Words of the office that nobody else reads, and what they are about. */
export interface PrivateNote {
  readonly kind: 'message' | 'mark' | 'reading'
  /** The id of the message, the key of the item, the key of the party. */
  readonly object: string
  readonly at: string
  readonly words: Wording
  readonly answers?: Readonly<Record<RipenessElement, RipenessAnswer>> | undefined
}

/** A note's own name among all of them: what the envoy ticks. */
export const noteKey = ({ kind, object, at }: Pick<PrivateNote, 'kind' | 'object' | 'at'>): string =>
  `${kind}/${object}/${at}`

/** What waits when the seat changes hands: for each party how much, and of the whole what is not settled. Counts, no words. */
export interface OpenMatters {
  readonly waiting: Readonly<Record<string, number>>
  readonly stipulations: number
  readonly cases: number
}

/** Everything the mediator's seat holds that a pack is made from. */
export interface HeldByMediator {
  readonly name: Localised
  readonly at: string
  readonly mandates: readonly Mandate[]
  readonly tracks: readonly (Track & { readonly track: string })[]
  readonly consents: readonly { readonly party: string; readonly consent: Consent | undefined }[]
  readonly marks: readonly (MarkedItem & { readonly item: string })[]
  readonly ripeness: readonly (Ripeness & { readonly party: string })[]
  readonly messages: readonly { readonly object: string; readonly at: string; readonly words: Wording }[]
  readonly open: OpenMatters
  readonly members: readonly Member[]
}

/** Every private note of the office, oldest first. */
export const notesOf = ({ marks, ripeness, messages }: HeldByMediator): readonly PrivateNote[] =>
  [
    ...messages.map(({ object, at, words }) => ({ kind: 'message' as const, object, at, words })),
    ...marks.flatMap(({ item, marks: all }) =>
      all.flatMap(({ note, at }) => (note ? [{ kind: 'mark' as const, object: item, at, words: note }] : [])),
    ),
    ...ripeness.flatMap(({ party, readings }) =>
      readings.map(({ words, answers, at }) => ({
        kind: 'reading' as const,
        object: party,
        at,
        words,
        answers,
      })),
    ),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))

/** The pack, as its file holds it. */
export interface HandoverPack {
  readonly format: 'parley handover 1'
  readonly name: Localised
  readonly at: string
  readonly mandates: readonly (RecordMandate & { readonly ended?: string | undefined })[]
  readonly tracks: readonly (MoveTrack & { readonly track: string })[]
  readonly consents: readonly {
    readonly party: string
    readonly standing: ConsentStanding | null
    readonly scope?: Wording
    readonly qualifications?: Wording
  }[]
  readonly fundamentals: readonly {
    readonly of: FundamentalKey
    readonly item: ItemKey
    readonly answer: MarkAnswer | null
    readonly on?: string
  }[]
  readonly open: OpenMatters
  readonly contacts: readonly Pick<Member, 'seat' | 'name' | 'title' | 'function'>[]
  readonly notes: readonly PrivateNote[]
}

const mandateTold = ({
  source,
  giver,
  words,
  limits,
  from,
  until,
  ended,
}: Mandate): HandoverPack['mandates'][number] => ({
  ...{ source, giver, words, from },
  ...(limits ? { limits } : {}),
  ...(until === undefined ? {} : { until }),
  ...(ended === undefined ? {} : { ended }),
})

const consentTold = ({
  party,
  consent,
}: HeldByMediator['consents'][number]): HandoverPack['consents'][number] => {
  if (!consent) return { party, standing: null }
  const { scope, qualifications, standing } = consent
  return { party, standing, scope, ...(qualifications ? { qualifications } : {}) }
}

/** Makes the pack. Of private words exactly those are in it whose keys were chosen. */
export const handoverPack = (held: HeldByMediator, chosen: ReadonlySet<string>): HandoverPack => ({
  format: 'parley handover 1',
  ...{ name: held.name, at: held.at, open: held.open },
  mandates: held.mandates.map(mandateTold),
  tracks: held.tracks.flatMap(({ track, moves }) => {
    const last = moves.at(-1)
    if (!last) return []
    const { phase, suspended, since, words } = last
    return [{ track, phase, suspended, since, ...(words ? { words } : {}) }]
  }),
  consents: held.consents.map(consentTold),
  fundamentals: itemKeys.map((item) => {
    const last = held.marks.find((each) => each.item === item)?.marks.at(-1)
    return { of: items[item].of, item, answer: last?.answer ?? null, ...(last ? { on: last.on } : {}) }
  }),
  contacts: held.members
    .filter((member) => member.visibility === 'table' && isServing(member, held.at))
    .map(({ seat, name, title, function: role }) => ({ seat, name, title, function: role })),
  notes: notesOf(held).filter((note) => chosen.has(noteKey(note))),
})

/** What `handover.make` says: which private notes went along, and the SHA-256 of the file in 64 hexadecimal digits. */
export interface MakeHandover {
  readonly notes: readonly string[]
  readonly hash: string
}

/** A handover that was made: the office keeps what was let go, so that whoever has the file can tell it is the one. */
export interface Handover extends MakeHandover {
  readonly by: Actor
  readonly at: string
}

/** The elements of a reading in their order, for who sets a note out. */
export const readingOf = (note: PrivateNote): readonly (readonly [RipenessElement, RipenessAnswer])[] =>
  note.answers
    ? ripenessElements.map((element) => [element, note.answers?.[element] ?? 'unknown'] as const)
    : []
