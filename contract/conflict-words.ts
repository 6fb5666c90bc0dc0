/** What does not go together, in words: the sentences are in `conflicts.en.json` and `conflicts.ru.json`. */
import type { Conflict } from '#domain/meetings/conflicts.ts'
import type en from './conflicts.en.json'

/** The code of a sentence about a conflict. */
export type ConflictCode = keyof typeof en

/** What everything is called in the reader's language. */
export interface ConflictNames {
  readonly session: (id: string) => string
  readonly person: (id: string) => string
  readonly venue: (key: string) => string
  readonly entrance: (key: string) => string
  readonly party: (key: string) => string
  readonly language: (tag: string) => string
  readonly day: (day: string) => string
  readonly listing: (names: readonly string[]) => string
}

type Told = readonly [ConflictCode, Readonly<Record<string, string | number>>]

const toldOf = (conflict: Conflict, other: string, alone: boolean, names: ConflictNames): Told => {
  switch (conflict.kind) {
    case 'person': {
      const { gap, need, person } = conflict
      const who = names.person(person)
      return gap < 0 ? ['twice', { who, other }] : ['turnaround', { who, other, gap: Math.round(gap), need }]
    }
    case 'rest': {
      const { gap, need, person } = conflict
      return ['rest', { who: names.person(person), other, gap: Math.round(gap), need }]
    }
    case 'venue':
      return ['venue', { venue: names.venue(conflict.venue), other }]
    case 'allotment':
      return ['allotment', { venue: names.venue(conflict.venue) }]
    case 'withdrawn':
      return ['withdrawn', {}]
    case 'crossing': {
      const { parties, need, gap } = conflict
      const who = names.listing(parties.map(names.party))
      const facts = { who, entrance: names.entrance(conflict.entrance), gap: Math.round(gap), need }
      return alone ? ['crossing-within', facts] : ['crossing', { ...facts, other }]
    }
    case 'team': {
      const { have, need } = conflict
      return ['team', { language: names.language(conflict.language), have, need }]
    }
    case 'day': {
      const { minutes, most } = conflict
      return ['day', { who: names.person(conflict.person), day: names.day(conflict.day), minutes, most }]
    }
  }
}

/**
 * Says the reason of a conflict beside one of its sessions, `own`; the others are named. `format` puts facts into the
 * sentence of a code, in the language of the names.
 */
export const conflictTellerOf =
  (names: ConflictNames, format: (code: ConflictCode, facts: Told[1]) => string) =>
  (conflict: Conflict, own: string): string => {
    // A party that comes to one session twice over is in conflict within it: both ids are the same.
    const others = [...new Set<string>(conflict.sessions)].filter((id) => id !== own)
    return format(...toldOf(conflict, names.listing(others.map(names.session)), others.length === 0, names))
  }
