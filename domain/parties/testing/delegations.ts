/** Two delegations, a mediator and one clause, for tests of leadership: members are cards in the plenary, and change. */
import { perform } from '#domain/acts.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { type Kept, keyOf, type Posted, type Ref, type Scene } from '#domain/record/rule.ts'
import { passageHashes } from '#domain/text/canonical.ts'
import type { Clause } from '#domain/text/clause.ts'
import { type Authority, isServing, type Member, type MemberFunction } from '../member.ts'
import type { Process, Room } from '../process.ts'

const named = (key: string) => ({ en: key, ru: key })
const seats = ['us', 'ru', 'mediator'] as const

const process: Process = {
  key: 'talks',
  name: named('talks'),
  exercise: true,
  languages: ['en', 'ru'],
  rules: { attribution: 'attributed', nothingAgreedUntilEverythingAgreed: true },
  agenda: [],
  parties: ['us', 'ru'].map((key) => ({ key, name: named(key), short: named(key), hue: 'a' as const })),
  seats: seats.map((key) => ({
    key,
    kind: key === 'mediator' ? ('mediator' as const) : ('party' as const),
    ...(key === 'mediator' ? {} : { party: key }),
    name: named(key),
    timeZone: 'UTC',
  })),
}
const plenary: Room = { id: 'plenary', key: 'plenary', kind: 'plenary', name: named('plenary'), seats }

/** What a head may do. */
export const full: readonly Authority[] = ['speak', 'propose', 'agree-ad-referendum', 'initial', 'sign']

/** The paper that is lodged with a change. */
export const paper = { issuer: named('minister'), dated: '2026-11-20', sha256: 'a'.repeat(64) }

/** The talks: everything is done through `perform`, and the log is kept. */
export class Delegations {
  readonly objects = new Map<string, Kept>()
  readonly log: Act[] = []
  time = Date.parse('2026-11-22T10:00:00.000Z')
  #ids = 0

  constructor() {
    for (const seat of ['us', 'ru']) {
      this.lay(`${seat}-head`, seat, 'head', full)
      this.lay(`${seat}-deputy`, seat, 'deputy', ['speak', 'propose', 'agree-ad-referendum'])
      this.lay(`${seat}-legal`, seat, 'legal-adviser', ['speak'])
      this.lay(`${seat}-secretary`, seat, 'secretary', ['speak'])
    }
    this.lay('chair', 'mediator', 'head', ['speak', 'propose', 'convey'])
    const passage = { en: ['The line is tested.'], ru: ['Линия проверяется.'] }
    const seed = { id: 'c1', parent: null, order: 'V', kind: 'operative', passage, brackets: {}, notes: {} }
    this.must('chair', 'text.open', 'text', { title: named('text'), clauses: [seed] })
    const payload = { wording: 1, hashes: passageHashes(this.clause()) }
    for (const seat of ['us', 'ru']) this.must(`${seat}-legal`, 'clause.certify', 'c1', payload)
  }

  /** The card of a member as it is now. */
  card(id: string): Member | undefined {
    return this.objects.get(keyOf({ room: 'plenary', kind: 'member', object: id }))?.state as Member
  }

  /** The one clause. */
  clause(): Clause {
    return this.objects.get(keyOf({ room: 'plenary', kind: 'clause', object: 'c1' }))?.state as Clause
  }

  /** An object's revision; 0 before it is there. */
  revision(kind: string, object: string): number {
    return this.objects.get(keyOf({ room: 'plenary', kind, object }))?.revision ?? 0
  }

  /** Everybody with a card. */
  everybody(): readonly Member[] {
    return [...this.objects.values()].flatMap(({ kind, state }) =>
      kind === 'member' ? [state as Member] : [],
    )
  }

  private lay(id: string, seat: string, role: MemberFunction, authority: readonly Authority[]): void {
    const rest = {
      name: named(id),
      title: named(id),
      language: 'en',
      from: '2026-01-01',
      visibility: 'table',
    }
    const powers = authority.includes('sign') ? { fullPowers: { from: '2026-01-01' } } : {}
    this.must(null, 'member.join', id, { seat, function: role, authority, ...rest, ...powers })
  }

  /** Posts an act that must be done. */
  must(by: string | null, kind: string, object: string, payload: unknown): void {
    const outcome = this.post(by, kind, object, payload)
    if (!outcome.ok) throw new Error(`${kind}: ${outcome.refusal.code}`)
  }

  private scene(member: Member | null): Scene {
    return {
      process,
      rooms: [plenary],
      room: plenary,
      member,
      at: new Date(this.time).toISOString(),
      openSince: null,
      size: this.log.length,
      vouched: this.log.length,
      seal: (text) => text,
      find: <S>(ref: Ref) => this.objects.get(keyOf(ref)) as Kept<S> | undefined,
      all: <S>(_: string, kind: string) =>
        [...this.objects.values()].filter((kept) => kept.kind === kind) as Kept<S>[],
      fresh: () => this.fresh(),
    }
  }

  private fresh(): string {
    this.#ids += 1
    return `n${this.#ids}`
  }

  /** Posts an act as the server's door does: who is not serving is not asked what they want. */
  post(by: string | null, kind: string, object: string, payload: unknown, base?: number): Outcome<void> {
    this.time += 1_000
    const card = by === null ? null : (this.card(by) ?? null)
    const scene = this.scene(card)
    if (by !== null && !(card && isServing(card, scene.at)))
      return { ok: false, refusal: { code: 'act.not-serving' } }
    const seen = base ?? this.revision(kind.split('.')[0] ?? '', object)
    const posted: Posted = { id: this.fresh(), room: 'plenary', kind, object, base: seen, payload }
    const outcome = perform(posted, scene)
    if (!outcome.ok) return outcome
    for (const { act, kept } of outcome.value) {
      this.log.push(act)
      this.objects.set(keyOf(kept), kept)
    }
    return { ok: true, value: undefined }
  }
}
