import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { payloads } from '../contract/acts.ts'
import { smallProcess } from '../server/testing/process.ts'
import { actKinds, sample } from '../server/testing/samples.ts'
import { type Deed, perform, reach, refOf, replay, roomsOf, rules } from './acts.ts'
import { access, mayPerform } from './parties/access.ts'
import type { Member } from './parties/member.ts'
import type { Room } from './parties/process.ts'
import type { Act } from './record/act.ts'
import type { Kept, Posted, Scene } from './record/rule.ts'
import { objectKind } from './record/rule.ts'

const uuid = (seed: string): string => {
  const hex = createHash('sha256').update(seed).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const rooms: readonly Room[] = smallProcess.rooms.map((room) => ({ ...room, id: uuid(room.key) }))
const members: readonly Member[] = smallProcess.members.map(({ key, visibleIn, ...card }) => ({
  ...card,
  id: uuid(key),
  visibility: visibleIn === undefined ? 'table' : 'delegation',
}))
const { rooms: _rooms, members: _members, ...process } = smallProcess

/** Every room's log and objects, as the server keeps them. */
class World {
  readonly logs = new Map<string, Act[]>(rooms.map(({ id }) => [id, []]))
  readonly objects = new Map<string, Kept>()
  #fresh = 0
  readonly performed: Deed[][] = []

  key = (ref: { room: string; kind: string; object: string }) => `${ref.room}/${ref.kind}/${ref.object}`

  scene(room: Room, member: Member, at: string): Scene {
    return {
      process,
      rooms: rooms.filter(({ seats }) => seats.includes(member.seat)),
      room,
      member,
      at,
      openSince: null,
      size: this.logs.get(room.id)?.length ?? 0,
      vouched: 0,
      seal: (text) => text,
      find: <S>(ref: Parameters<World['key']>[0]) => this.objects.get(this.key(ref)) as Kept<S> | undefined,
      all: <S>(room: string, kind: string) =>
        [...this.objects.values()].filter((kept) => kept.room === room && kept.kind === kind) as Kept<S>[],
      fresh: () => uuid(`fresh ${this.#fresh++}`),
    }
  }

  post(posted: Posted, scene: Scene): string {
    const outcome = perform(posted, scene)
    if (!outcome.ok) return outcome.refusal.code
    for (const { act, kept } of outcome.value) {
      this.logs.get(act.room)?.push(act)
      this.objects.set(this.key(kept), kept)
    }
    this.performed.push([...outcome.value])
    return 'done'
  }
}

/** What talks do often; an adjournment stops most of the rest, so it is ended often too. */
/** What is not said to anybody once and for all: what a seat keeps for itself, and terms that are not agreed yet. */
const writtenAnew = ['marks', 'member', 'note', 'reading', 'lesson', 'grievance', 'measure']

const often = ['message.send', 'message.convey', 'message.convey', 'adjournments.end'] as const
/**
 * The steps on a text and of bargaining, nearly all refused here, where no text is compiled: `domain/text/schedules.test.ts` plays
 * them. They are tried seldom, so that however many there come to be, the talks are still played.
 */
const ofTheText = actKinds.filter((kind) =>
  /^(text|clause|proposal|stance|version|agenda|worth|ratification|disclosure|budget|suggestion|ballot|answer|stipulation|force|account|inspection|case|leadership|credentials|stakeholders|note)\./.test(
    kind,
  ),
)
const ofTheTalks = actKinds.filter((kind) => !ofTheText.includes(kind))
const step = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...ofTheTalks) },
    { weight: 4, arbitrary: fc.constantFrom(...often) },
    { weight: 1, arbitrary: fc.constantFrom(...ofTheText) },
  ),
  isAnybody: fc.nat(9).map((n) => n === 0),
  who: fc.nat(),
  object: fc.nat(),
  pointer: fc.nat(),
  isStale: fc.nat(9).map((n) => n === 0),
  use: fc.constantFrom('verbatim', 'paraphrase', 'as-mediator', 'mediator-only'),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const fixed: Readonly<Record<string, string>> = {
  'adjournments.begin': 'adjournments',
  'adjournments.end': 'adjournments',
  'agenda.set': 'agenda',
  'worth.set': 'worth',
  'ratification.set': 'ratification',
  'budget.set': 'budget',
  'stakeholders.set': 'stakeholders',
}

interface Place {
  readonly member: Member
  readonly room: Room
}
const places: readonly Place[] = members.flatMap((member) =>
  rooms.filter(({ seats }) => seats.includes(member.seat)).map((room) => ({ member, room })),
)
/** Where a kind of act may be done and by whom, so that most of what is tried is done. */
const rightPlaces = new Map(
  actKinds.map((kind) => [
    kind,
    places.filter(({ member, room }) => {
      const seat = process.seats.find(({ key }) => key === member.seat)
      return seat !== undefined && mayPerform(member, seat.kind, kind, room, '2026-11-22T10:00:00.000Z').ok
    }),
  ]),
)

const postedFor = (world: World, given: Step, { member, room }: Place, i: number): Posted => {
  const { kind, use } = given
  const there = [...world.objects.values()].filter((kept) => kept.room === room.id)
  const same = there.filter((kept) => kept.kind === objectKind(kind))
  const opens = rules[kind]?.begins === 'new'
  const own =
    kind === 'marks.move' ? member.id : /^(quiet-hours|leadership)/.test(kind) ? member.seat : undefined
  const known = same[given.object % Math.max(1, same.length)]
  const object = fixed[kind] ?? own ?? (opens ? undefined : known?.object) ?? uuid(`object ${i}`)
  const before = world.objects.get(world.key({ room: room.id, kind: objectKind(kind), object }))
  const to = rooms[given.pointer % rooms.length]?.id ?? ''
  const payload = sample(kind, {
    to,
    object: there[given.pointer % Math.max(1, there.length)]?.object ?? object,
  })
  const sent = payload as Record<string, unknown>
  const isShuttle = kind === 'message.send' && room.kind === 'channel' && member.seat !== 'mediator'
  if (kind === 'message.send' && given.pointer % 2) delete sent.about
  return {
    id: uuid(`act ${i}`),
    room: room.id,
    kind,
    object,
    base: given.isStale ? 0 : (before?.revision ?? 0),
    payload: isShuttle ? { ...sent, use } : sent,
  }
}

/** Plays the steps; what each answered. */
const play = (steps: readonly Step[]): { world: World; answers: readonly string[] } => {
  const world = new World()
  const answers = steps.map((given, i) => {
    const among = given.isAnybody ? places : (rightPlaces.get(given.kind) ?? [])
    const place = among[given.who % among.length] as Place
    const at = new Date(Date.parse('2026-11-22T10:00:00.000Z') + i * 60_000).toISOString()
    return world.post(postedFor(world, given, place, i), world.scene(place.room, place.member, at))
  })
  return { world, answers }
}
const plays = fc.array(step, { minLength: 150, maxLength: 150 }).map(play)
const law = (holds: (world: World) => void, numRuns = 60) =>
  fc.assert(
    fc.property(plays, ({ world }) => holds(world)),
    { numRuns },
  )

describe('any sequence of acts', () => {
  it('does many of the acts there are, so that these laws speak of something', () => {
    const kinds = new Set<string>()
    law((world) => {
      for (const { act } of world.performed.flat()) kinds.add(act.kind)
    }, 400)
    expect(kinds.size).toBeGreaterThan(15)
    expect([...kinds]).toEqual(expect.arrayContaining(['message.convey', 'conveyance.note', 'pause.grant']))
  })

  it('leaves in every room exactly what a replay of its own log arrives at', () => {
    law((world) => {
      for (const [room, log] of world.logs) {
        const replayed = replay(log)
        if (!replayed.ok) throw new Error(replayed.refusal.code)
        const kept = [...world.objects.values()].filter((each) => each.room === room)
        expect(new Map([...replayed.value])).toEqual(
          new Map(kept.map((each) => [`${each.kind}/${each.object}`, each])),
        )
      }
    })
  })

  it('replays also from what JSON keeps of it', () => {
    law((world) => {
      for (const log of world.logs.values()) {
        const replayed = replay(JSON.parse(JSON.stringify(log)))
        expect(replayed).toEqual(replay(log))
      }
    })
  })

  it('gives every object as many revisions as acts', () => {
    law((world) => {
      for (const kept of world.objects.values()) {
        const acts = (world.logs.get(kept.room) ?? []).filter(
          (act) => act.object === kept.object && objectKind(act.kind) === kept.kind,
        )
        expect(kept.revision).toBe(acts.length)
      }
    })
  })

  it("never changes an author's words, their author or their time, and never takes an object away", () => {
    law((world) => {
      const first = new Map<string, Kept>()
      for (const { kept } of world.performed.flat()) {
        const before = first.get(world.key(kept)) ?? kept
        first.set(world.key(kept), before)
        const fixedParts = (state: unknown) => {
          const { words, original, author, at } = state as Record<string, unknown>
          return writtenAnew.includes(kept.kind) ? {} : { words, original, author, at }
        }
        expect(fixedParts(kept.state)).toEqual(fixedParts(before.state))
      }
      expect([...world.objects.keys()].sort()).toEqual([...first.keys()].sort())
    })
  })

  it('writes only in rooms that were locked, and looks only at what it said it would', () => {
    law((world) => {
      for (const deeds of world.performed) {
        const [asked] = deeds
        if (!asked) continue
        const member = members.find(({ id }) => id === asked.act.by?.member) ?? members[0]
        const scene = world.scene(rooms.find(({ id }) => id === asked.act.room) as Room, member as Member, '')
        const written = deeds.map(({ act }) => act.room)
        const across = ['pause.grant', 'suggestion.release', 'ballot.put', 'grievance.put']
        if (/\.(convey|release)$/.test(asked.act.kind) || across.includes(asked.act.kind)) continue
        expect(written).toEqual([asked.act.room])
        expect(roomsOf({ ...asked.act, base: 0 }, scene)).toContain(asked.act.room)
        expect(reach({ ...asked.act, base: 0 }, scene)).toContainEqual(refOf(asked.act))
      }
    })
  })

  it('never carries words that were for the mediator only, or that were withdrawn', () => {
    law((world) => {
      for (const { kind, state } of world.objects.values()) {
        if (kind !== 'message' && kind !== 'paper') continue
        const { use, carried, withdrawnAt } = state as {
          use?: string
          carried: unknown[]
          withdrawnAt?: string
        }
        if (use === undefined || use === 'mediator-only' || withdrawnAt !== undefined)
          expect(carried).toEqual([])
      }
    })
  })
})

describe('the table of acts', () => {
  it('has a rule and a payload for everything a member may do, and lets a member do everything with a payload', () => {
    expect(Object.keys(payloads).sort()).toEqual(Object.keys(access).sort())
    expect(Object.keys(access).filter((kind) => !rules[kind])).toEqual([])
  })

  it('has rules that no member can post for the clock, the founding and what follows from another act alone', () => {
    expect(Object.keys(rules).filter((kind) => !access[kind])).toEqual([
      'process.found',
      'member.relieve',
      'member.succeed',
      'silence.adopt',
      'conveyance.note',
      'text.carry',
      'clause.take-out',
      'clause.merged',
      'stance.note',
      'attribution.note',
      'text.version',
      'budget.note',
      'suggestion.receive',
      'ballot.close',
      'stipulation.bind',
      'stipulation.code',
      'observation.receive',
      'denial.receive',
      'incident.receive',
      'evidence.receive',
      'finding.receive',
      'case.find',
    ])
  })

  it('takes without a base only what says in itself what its author saw, or stands beside what others do', () => {
    const saying: Readonly<Record<string, readonly string[]>> = {
      wording: [
        ...['clause.bracket', 'clause.write', 'clause.adopt', 'clause.move', 'clause.number', 'clause.split'],
        ...['clause.merge', 'clause.agree', 'clause.decline', 'clause.reopen', 'clause.certify'],
        ...['minutes.accept'],
      ],
      instead: ['event.tell', 'measure.tell'],
      remedy: ['case.accept'],
      stipulations: ['force.accept'],
      // What never changes once it is there: a version, an alternative, a paper; and a mark of one's own upon it.
      fixed: [
        ...['version.initial', 'version.sign-ad-referendum', 'version.sign', 'version.confirm'],
        ...['version.decline', 'version.object', 'silence.object', 'credentials.receive'],
        ...['clause.support', 'clause.withdraw', 'clause.retract', 'clause.announce-lapse', 'clause.lapse'],
        ...['stance.take', 'marks.move', 'case.mandate'],
      ],
      // What is put beside the rest and takes nobody's place.
      beside: [
        ...['clause.alternative', 'clause.translate', 'clause.reserve', 'clause.lift', 'text.link'],
        ...['text.unlink', 'case.dissent', 'monitoring-report.dissent'],
      ],
    }
    expect(actKinds.filter((kind) => rules[kind]?.blind).sort()).toEqual(Object.values(saying).flat().sort())
    for (const word of ['wording', 'instead', 'remedy', 'stipulations'])
      for (const kind of saying[word] ?? [])
        expect([
          kind,
          Object.keys((payloads as Readonly<Record<string, z.ZodObject>>)[kind]?.shape ?? {}),
        ]).toEqual([kind, expect.arrayContaining([word])])
  })

  it('refuses an act it does not know', () => {
    const member = members[0] as Member
    for (const kind of ['message.steal', '', 'message']) {
      const world = new World()
      const posted = {
        id: uuid('x'),
        room: rooms[0]?.id ?? '',
        kind,
        object: uuid('o'),
        base: 0,
        payload: {},
      }
      const answer = world.post(posted, world.scene(rooms[0] as Room, member, '2026-11-22T10:00:00.000Z'))
      expect(answer).toBe('act.unknown')
    }
  })
})
