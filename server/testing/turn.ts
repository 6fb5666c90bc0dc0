/** One turn of talks that go as chance would have them: who tries what, on which of the things there are. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Answer, Person, TestTable } from './table.ts'

/** One thing that somebody tries: what, who, on which of the things there are, and how many seconds later. */
export interface Turn {
  readonly deed: number
  readonly side: boolean
  readonly pick: number
  readonly more: number
  readonly words: string
  readonly seconds: number
}

/** Turns of talks, each thing as likely as the next; what cannot be done is refused and leaves nothing. */
export const turns = (length: number): fc.Arbitrary<readonly Turn[]> =>
  fc.noBias(
    fc.array(
      fc.record({
        deed: fc.nat(9_999),
        side: fc.boolean(),
        pick: fc.nat(999),
        more: fc.nat(999),
        words: fc.constantFrom('One two.', 'Раз  два\tтри', 'a\u00a0b\nc', 'слово', '“x” — y'),
        seconds: fc.oneof(fc.nat(5_000), fc.nat(200_000)),
      }),
      { minLength: length, maxLength: length },
    ),
  )

/** An object that somebody opened, and its revision as far as these talks know it. */
export interface Thing {
  readonly room: string
  readonly object: string
  revision: number
}

/** Talks as they go: everybody who plays, and what there is by now. */
export interface Talks {
  readonly table: TestTable
  people: Readonly<Record<string, Person>>
  /** What there is, by kind. */
  readonly things: Readonly<Record<string, Thing[]>>
  order: number
  done: number
}

/** The languages of the small process. */
export const languages = ['en', 'ru'] as const

/** One of these, whichever the number says. */
export const at = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

/** Somebody opens an object; what is refused leaves nothing. */
export const begin = async (
  talks: Talks,
  who: string,
  kind: string,
  room: string,
  payload: unknown,
): Promise<Answer> => {
  const object = randomUUID()
  const answer = await (talks.people[who] as Person).act(room, kind, object, 0, payload)
  if (answer.status === 200) {
    talks.done += 1
    talks.things[kind.slice(0, kind.indexOf('.'))]?.push({ room, object, revision: 1 })
  }
  return answer
}

/** Somebody does something to a thing; nothing where there is none. `base` is null for what is blind to revisions. */
export const change = async (
  talks: Talks,
  who: string,
  kind: string,
  thing: Thing | undefined,
  payload: unknown,
  base: number | null | undefined = thing?.revision,
): Promise<void> => {
  if (!thing || base === undefined) return
  const answer = await (talks.people[who] as Person).act(
    ...([thing.room, kind, thing.object, base, payload] as const),
  )
  if (answer.status !== 200) return
  thing.revision += 1
  talks.done += 1
}

/** The side whose turn it is. */
export const nameOf = ({ side }: Turn): string => (side ? 'us' : 'ru')

/** The other side. */
export const otherOf = ({ side }: Turn): string => (side ? 'ru' : 'us')

/** One of the things of a kind, in this room alone if it is given. */
export const pickOf = ({ things }: Talks, kind: string, { pick }: Turn, room?: string): Thing | undefined => {
  const all = (things[kind] ?? []).filter((thing) => room === undefined || thing.room === room)
  return all.length === 0 ? undefined : at(all, pick)
}

/** The moment so many days from now. */
export const day = (talks: Talks, days: number): string =>
  new Date(talks.table.clock.now.getTime() + days * 86_400_000).toISOString()

/** What somebody does at a turn. */
export type Deed = (talks: Talks, turn: Turn) => Promise<unknown>
