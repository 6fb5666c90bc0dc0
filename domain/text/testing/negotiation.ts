/** Talks about a text, for tests: some parties and a mediator, each acting on what they saw when they last looked. */
import { type Deed, perform } from '#domain/acts.ts'
import type { Member } from '#domain/parties/member.ts'
import type { Attribution, Process, Room } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { type Kept, keyOf, type Posted, type Ref, type Scene } from '#domain/record/rule.ts'
import type { Clause } from '../clause.ts'

const named = (key: string) => ({ en: key, ru: key })

const memberOf = (seat: string, isMediator: boolean): Member => ({
  id: seat,
  seat,
  name: named(seat),
  function: isMediator ? 'head' : 'legal-adviser',
  title: named(seat),
  authority: ['speak', 'propose', 'agree-ad-referendum', ...(isMediator ? (['convey'] as const) : [])],
  language: 'en',
  from: '2026-01-01',
  visibility: 'table',
})

/** A number between nought and this one, from a seed; the same for the same seed. */
export type Chance = (below: number) => number

/** Mulberry32, a generator of 32 bits: enough for a test, and the same everywhere. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** A table with these many parties, its rooms, and everything that was done there. */
export class Negotiation {
  readonly parties: readonly string[]
  readonly process: Process
  readonly rooms: readonly Room[]
  readonly members: ReadonlyMap<string, Member>
  readonly objects: Map<string, Kept>
  readonly log: Act[]
  readonly deeds: Deed[][] = []
  time = Date.parse('2026-11-22T10:00:00.000Z')
  #ids = 0

  constructor(parties: number, attribution: Attribution = 'attributed', from?: Negotiation) {
    this.parties = Array.from({ length: parties }, (_, i) => `p${i}`)
    const seats = [...this.parties, 'mediator']
    this.process = {
      key: 'talks',
      name: named('talks'),
      exercise: true,
      languages: ['en', 'ru'],
      rules: { attribution, nothingAgreedUntilEverythingAgreed: true },
      agenda: [],
      parties: this.parties.map((key) => ({ key, name: named(key), short: named(key), hue: 'a' as const })),
      seats: seats.map((key) => ({
        key,
        kind: key === 'mediator' ? ('mediator' as const) : ('party' as const),
        ...(key === 'mediator' ? {} : { party: key }),
        name: named(key),
        timeZone: 'Europe/Vienna',
      })),
    }
    this.rooms = [
      { id: 'plenary', key: 'plenary', kind: 'plenary', name: named('plenary'), seats },
      { id: 'office', key: 'office', kind: 'office', name: named('office'), seats: ['mediator'] },
      ...this.parties.map((party) => ({
        id: `channel-${party}`,
        key: `channel-${party}`,
        kind: 'channel' as const,
        name: named(party),
        seats: [party, 'mediator'],
      })),
    ]
    this.members = new Map(seats.map((seat) => [seat, memberOf(seat, seat === 'mediator')]))
    this.objects = new Map(from?.objects)
    this.log = [...(from?.log ?? [])]
    this.time = from?.time ?? this.time
    this.#ids = from?.idsUsed ?? 0
  }

  get idsUsed(): number {
    return this.#ids
  }

  fresh(): string {
    this.#ids += 1
    return `n${this.#ids}`
  }

  /** The same talks at this moment; what is done there changes nothing here. */
  fork(): Negotiation {
    return new Negotiation(this.parties.length, this.process.rules.attribution, this)
  }

  clauses(): readonly Clause[] {
    return [...this.objects.values()]
      .filter(({ room, kind }) => room === 'plenary' && kind === 'clause')
      .map(({ state }) => state as Clause)
  }

  scene(seat: string, roomId: string): Scene {
    const room = this.rooms.find(({ id }) => id === roomId)
    const member = this.members.get(seat)
    if (!room || !member) throw new Error(`no room ${roomId} or seat ${seat}`)
    return {
      process: this.process,
      rooms: this.rooms.filter(({ seats }) => seats.includes(seat)),
      room,
      member,
      at: new Date(this.time).toISOString(),
      openSince: null,
      size: this.log.length,
      vouched: this.log.length,
      seal: (text) => text,
      find: <S>(ref: Ref) => this.objects.get(keyOf(ref)) as Kept<S> | undefined,
      all: <S>(inRoom: string, kind: string) =>
        [...this.objects.values()].filter((kept) => kept.room === inRoom && kept.kind === kind) as Kept<S>[],
      fresh: () => this.fresh(),
    }
  }

  /** Posts an act; `done` or the code of the refusal. */
  post(
    seat: string,
    posted: Omit<Posted, 'id' | 'base'> & { readonly base?: number; readonly id?: string },
  ): string {
    this.time += 1_000
    const ref = { ...posted, kind: posted.kind.split('.')[0] ?? '' }
    const base = posted.base ?? this.objects.get(keyOf(ref))?.revision ?? 0
    const id = posted.id ?? this.fresh()
    let made = 0
    // Ids that an act makes follow from its own: they are the same whenever it is done.
    const fresh = (): string => {
      made += 1
      return `${id}-${made}`
    }
    const outcome = perform({ ...posted, id, base }, { ...this.scene(seat, posted.room), fresh })
    if (!outcome.ok) return outcome.refusal.code
    for (const { act, kept } of outcome.value) {
      this.log.push(act)
      this.objects.set(keyOf(kept), kept)
    }
    this.deeds.push([...outcome.value])
    return 'done'
  }
}
