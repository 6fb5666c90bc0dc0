/** The one door for acts: whatever changes, changes here, in one transaction, under the role of the seat that asked. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Deed, perform, reach, roomsOf } from '#domain/acts.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { isServing, type Member } from '#domain/parties/member.ts'
import { leafOf } from '#domain/record/leaf.ts'
import type { Sha256 } from '#domain/record/primitives.ts'
import { type Kept, keyOf, objectKind, type Posted, type Ref, type Scene } from '#domain/record/rule.ts'
import { filesCarried } from '#domain/rooms/conveyance.ts'
import { isPassing, patience } from '../database/passing.ts'
import type { Pools } from '../database/pools.ts'
import { type RecordKeys, receiptFor, sealedBy } from '../record/keys.ts'
import type { House, Identity } from '../seats.ts'
import type { Announcer } from './announce.ts'
import { type Entry, type FileCopy, type Loaded, load, write } from './ledger.ts'

/** The answer to an act: where it stands in the log of its room. */
export interface Done {
  readonly id: string
  readonly room: string
  readonly object: string
  readonly index: number
  readonly revision: number
  readonly at: string
  /** The log's signed promise (`domain/record/receipt.ts`). */
  readonly receipt: string
}

/** Where an act stands before a receipt is written: that is done only when nothing can undo it any more. */
interface Standing extends Omit<Done, 'receipt'> {
  readonly leaf: string
}

/** What the door stands on. */
export interface DoorOptions {
  readonly pools: Pools
  readonly houseOf: (role: string) => Promise<House>
  readonly announcer: Announcer
  /** The keys that sign the receipts. */
  readonly keys: RecordKeys
  readonly clock: () => Date
  /** The end of the last interruption in which nobody could act. */
  readonly openSince?: () => string | null
  /** Whether nothing may be written now, for want of disk. */
  readonly isReadOnly: () => boolean
  /** Checks the passkey of acts that need one and adds what it has proven. Without it such acts are refused. */
  readonly stepUp?: (identity: Identity, posted: Posted) => Promise<Outcome<Posted>>
  /** Told of acts that change who may come in. */
  readonly onMemberChange?: (member: Member, by: Identity) => void
}

/** The door: posts an act in the name of a member, or of the clock. */
export interface ActsDoor {
  readonly post: (identity: Identity, posted: Posted) => Promise<Outcome<Done>>
}

interface Waiting {
  readonly identity: Identity
  readonly posted: Posted
  readonly resolve: (outcome: Outcome<Done>) => void
  readonly reject: (error: unknown) => void
}

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** At most this many acts of one seat share a transaction. */
const batchSize = 64

/** What one batch knows while it is worked through: later acts see what earlier ones did. */
interface Desk {
  readonly loaded: Loaded
  readonly objects: Map<string, Kept>
  readonly sizes: Map<string, number>
  readonly entries: Entry[]
  readonly copies: FileCopy[]
}

const cardRef = (house: House, member: string): readonly Ref[] =>
  house.rooms
    .filter((room) => ['plenary', 'caucus', 'gallery'].includes(room.kind))
    .map((room) => ({ room: room.id, kind: 'member', object: member }))

const findMember = (desk: Desk, house: House, { seat, member }: Identity): Member | undefined =>
  cardRef(house, member ?? '')
    .map((ref) => desk.objects.get(keyOf(ref))?.state as Member | undefined)
    .find((card) => card?.seat === seat)

/** The acting member, who must be serving; null for the clock. Looked at before anything else is answered. */
const actingMember = (
  desk: Desk,
  house: House,
  { identity }: Waiting,
  at: string,
): Outcome<Member | null> => {
  if (identity.member === null) return done(null)
  const member = findMember(desk, house, identity)
  return member && isServing(member, at) ? done(member) : refuse('act.not-serving')
}

const sceneFor = (
  desk: Desk,
  house: House,
  waiting: Waiting,
  at: string,
  { keys, openSince }: Pick<DoorOptions, 'keys' | 'openSince'>,
): Outcome<Scene> => {
  const { posted } = waiting
  const member = actingMember(desk, house, waiting, at)
  if (!member.ok) return member
  const room = house.rooms.find((each) => each.id === posted.room)
  const size = desk.sizes.get(posted.room)
  if (!room || size === undefined) return refuse('unknown')
  return done({
    process: house.process,
    rooms: house.rooms,
    room,
    member: member.value,
    at,
    openSince: openSince?.() ?? null,
    size,
    vouched: desk.loaded.vouched.get(posted.room) ?? 0,
    seal: (text) => sealedBy(keys, posted.room, text),
    find: <S>(ref: Ref) => desk.objects.get(keyOf(ref)) as Kept<S> | undefined,
    all: <S>(room: string, kind: string) =>
      [...desk.objects.values()].filter((kept) => kept.room === room && kept.kind === kind) as Kept<S>[],
    fresh: randomUUID,
  })
}

const record = (desk: Desk, deeds: readonly Deed[]): void => {
  for (const { act, kept } of deeds) {
    const index = desk.sizes.get(act.room)
    if (index === undefined) throw new Error('an act in a room whose log is not locked')
    const salt = randomBytes(32)
    desk.entries.push({ act, kept, index, salt, leaf: leafOf(act, index, salt, sha256) })
    desk.sizes.set(act.room, index + 1)
    desk.objects.set(keyOf(kept), kept)
  }
}

const answerEarlier = (desk: Desk, posted: Posted): Standing | undefined => {
  const now = desk.entries.find(({ act }) => act.room === posted.room && act.id === posted.id)
  const before = desk.loaded.earlier.find((act) => act.room === posted.room && act.id === posted.id)
  const found = now ? { ...now.act, index: now.index, leaf: now.leaf } : before
  if (!found) return undefined
  const kind = objectKind(posted.kind)
  const revision = desk.objects.get(keyOf({ room: found.room, kind, object: found.object }))?.revision ?? 0
  const { id, room, object, index, at, leaf } = found
  return { id, room, object, index, at, revision, leaf }
}

const weigh = (
  desk: Desk,
  house: House,
  waiting: Waiting,
  at: string,
  options: DoorOptions,
): Outcome<Standing> => {
  const { posted } = waiting
  const scene = sceneFor(desk, house, waiting, at, options)
  if (!scene.ok) return scene
  const earlier = answerEarlier(desk, posted)
  if (earlier) return earlier.object === posted.object ? done(earlier) : refuse('act.id-used')
  const deeds = perform(posted, scene.value)
  if (!deeds.ok) return deeds
  const index = scene.value.size
  const first = desk.entries.length
  record(desk, deeds.value)
  desk.copies.push(
    ...filesCarried(
      posted.room,
      deeds.value.map(({ act }) => act),
    ),
  )
  const revision = deeds.value[0]?.kept.revision ?? 0
  const leaf = desk.entries[first]?.leaf ?? ''
  return done({ id: posted.id, room: posted.room, object: posted.object, index, revision, at, leaf })
}

const withReceipt = (keys: RecordKeys, outcome: Outcome<Standing>): Outcome<Done> => {
  if (!outcome.ok) return outcome
  const { leaf: _, ...standing } = outcome.value
  return done({ ...standing, receipt: receiptFor(keys, outcome.value) })
}

const refsOf = (house: House, { posted, identity }: Waiting): readonly Ref[] => {
  const room = house.rooms.find((each) => each.id === posted.room)
  const card = identity.member ? cardRef(house, identity.member) : []
  return room ? [...reach(posted, { ...house, room }), ...card] : card
}

const lockedRooms = (house: House, { posted }: Waiting): readonly string[] => {
  const room = house.rooms.find((each) => each.id === posted.room)
  return room ? roomsOf(posted, { ...house, room }) : []
}

const openDesk = async (client: pg.ClientBase, house: House, batch: readonly Waiting[]): Promise<Desk> => {
  const refs = new Map(batch.flatMap((each) => refsOf(house, each)).map((ref) => [keyOf(ref), ref]))
  const rooms = [...new Set(batch.flatMap((each) => lockedRooms(house, each)))]
  const loaded = await load(
    client,
    rooms,
    batch.map(({ posted }) => posted),
    [...refs.values()],
  )
  return {
    loaded,
    objects: new Map(loaded.objects.map((kept) => [keyOf(kept), kept])),
    sizes: new Map(loaded.sizes),
    entries: [],
    copies: [],
  }
}

/** The clock, but never before an act that stands in these logs already: a clock that is set back changes no order. */
const laterOf = (now: string, { loaded }: Desk): string =>
  loaded.last !== null && loaded.last > now ? loaded.last : now

const runBatch = async (
  options: DoorOptions,
  role: string,
  batch: readonly Waiting[],
): Promise<{ readonly outcomes: readonly Outcome<Done>[]; readonly entries: readonly Entry[] }> => {
  const house = await options.houseOf(role)
  const client = await options.pools.of(role).connect()
  let broken = true
  try {
    const desk = await openDesk(client, house, batch)
    const at = laterOf(options.clock().toISOString(), desk)
    const outcomes = batch.map((waiting) => weigh(desk, house, waiting, at, options))
    if (desk.entries.length > 0) await write(client, desk.entries, desk.copies)
    else await client.query('rollback')
    broken = false
    return { outcomes: outcomes.map((each) => withReceipt(options.keys, each)), entries: desk.entries }
  } finally {
    client.release(broken)
  }
}

/** Acts after which the view of the process is another: its members, their hours, an adjournment. */
const changesTable = ({ act }: Entry): boolean =>
  /^(?:member|leadership|credentials|quiet-hours|adjournments)\./.test(act.kind)

const tellAll = (options: DoorOptions, identity: Identity, entries: readonly Entry[]): void => {
  const sizes = new Map(entries.map(({ act, index }) => [act.room, index + 1]))
  // That somebody reads is told to their own seat alone; the others see it when they look.
  const spoken = new Set(entries.filter(({ act }) => act.kind !== 'marks.move').map(({ act }) => act.room))
  const tables = new Set(entries.filter(changesTable).map(({ act }) => act.room))
  for (const [room, size] of sizes) {
    const event = { room, size, ...(tables.has(room) ? { table: true as const } : {}) }
    options.announcer.announce(event, identity.role, !spoken.has(room))
  }
  for (const { kept } of entries)
    if (kept.kind === 'member') options.onMemberChange?.(kept.state as Member, identity)
}

const settle = async (options: DoorOptions, role: string, batch: readonly Waiting[]): Promise<void> => {
  const deadline = Date.now() + patience
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      const { outcomes, entries } = await runBatch(options, role, batch)
      batch.forEach((waiting, i) => {
        const outcome = outcomes[i]
        if (outcome) waiting.resolve(outcome)
      })
      const identity = batch[0]?.identity
      if (identity) tellAll(options, identity, entries)
      return
    } catch (error) {
      if (isPassing(error) && Date.now() < deadline) await new Promise((go) => setTimeout(go, wait))
      else if (batch.length > 1)
        return void (await Promise.all(batch.map((one) => settle(options, role, [one]))))
      else return void batch[0]?.reject(error)
    }
  }
}

/** Small acts that nobody may be kept from, least of all by somebody who fills the disk. */
const urgent = new Set([
  'silence.object',
  'pause.ask',
  'pause.grant',
  'adjournments.begin',
  'member.remove',
  'answer.give',
])

/** Opens the door. The acts of one seat go through one after the other; those that wait together are written together. */
export const openActsDoor = (options: DoorOptions): ActsDoor => {
  const queues = new Map<string, Waiting[]>()
  const work = async (role: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) await settle(options, role, queue.splice(0, batchSize))
    queues.delete(role)
  }
  return {
    post: async (identity, asked) => {
      if (options.isReadOnly() && !urgent.has(asked.kind)) return refuse('installation.read-only')
      const proven = (await options.stepUp?.(identity, asked)) ?? done(asked)
      if (!proven.ok) return proven
      const posted = proven.value
      return new Promise((resolve, reject) => {
        const waiting = { identity, posted, resolve, reject }
        const queue = queues.get(identity.role)
        if (queue) return void queue.push(waiting)
        const fresh = [waiting]
        queues.set(identity.role, fresh)
        void work(identity.role, fresh)
      })
    },
  }
}
