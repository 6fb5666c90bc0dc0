/** What every part of the running server stands on, made once at the start. */
import { join } from 'node:path'
import type pg from 'pg'
import { isServing } from '#domain/parties/member.ts'
import { type Announcer, makeAnnouncer } from './acts/announce.ts'
import { type ActsDoor, openActsDoor } from './acts/door.ts'
import { type Availability, alwaysAvailable } from './availability.ts'
import type { RelyingParty } from './door/passkeys.ts'
import { openSessions, type Sessions } from './door/sessions.ts'
import { openStepUp } from './door/step-up.ts'
import type { Installation } from './installation.ts'
import { type Meter, makeMeter } from './meter.ts'
import type { RecordKeys } from './record/keys.ts'
import { openLines } from './record/lines.ts'
import { type Mirrors, openMirrors } from './record/mirrors.ts'
import { openRecorder, type Recorder } from './record/recorder.ts'
import { type House, openHouses } from './seats.ts'
import { makeRoomReader, type RoomReader } from './shown.ts'

/** The running server, without its HTTP. */
export interface Context {
  readonly installation: Installation
  readonly door: pg.Pool
  readonly poolOf: (role: string) => pg.Pool
  readonly houseOf: (role: string) => Promise<House>
  readonly sessions: Sessions
  readonly mirrors: Mirrors
  readonly keys: RecordKeys
  readonly recorder: Recorder
  /** Seconds between two ticks of the record. */
  readonly tickSeconds: number
  readonly rooms: RoomReader
  readonly acts: ActsDoor
  readonly announcer: Announcer
  readonly clock: () => Date
  readonly disk: { readOnly: boolean }
  readonly availability: Availability
  readonly relyingParty: RelyingParty
  /** Whether everybody who can reach this server sits at this machine. */
  readonly loopback: boolean
  readonly meter: Meter
  /** Lets go of what it holds besides the installation. */
  readonly close: () => Promise<void>
}

/** What the context cannot know by itself. */
export interface ContextOptions {
  readonly availability?: Availability
  readonly clock: () => Date
  readonly relyingParty: RelyingParty
  readonly loopback: boolean
  readonly actsPerMinute: number
  readonly tickSeconds: number
  /** Hosts of private networks at which witnesses may be asked. */
  readonly witnessHosts?: readonly string[]
  /** A line for whoever runs the server. */
  readonly tell?: (line: string) => void
}

/** Puts the running server together. */
export const makeContext = (installation: Installation, options: ContextOptions): Context => {
  const { pools, door, keys } = installation
  const announcer = makeAnnouncer()
  const houseOf = openHouses(pools)
  const sessions = openSessions(door, options.clock)
  const disk = { readOnly: false }
  const availability = options.availability ?? alwaysAvailable
  const acts = openActsDoor({
    pools,
    keys,
    houseOf,
    announcer,
    clock: options.clock,
    openSince: availability.openSince,
    isReadOnly: () => disk.readOnly,
    stepUp: openStepUp({ door, relyingParty: options.relyingParty, houseOf }),
    onMemberChange: (member, by) => {
      if (isServing(member, options.clock().toISOString())) return
      const whom = { process: by.process, seat: member.seat, member: member.id }
      announcer.endMember(whom)
      // The card already says that they are gone, so nobody gets in by a session that lingers.
      sessions.endMember(whom).catch(() => undefined)
    },
  })
  const rooms = makeRoomReader(pools.of)
  const lines = openLines({
    folder: join(installation.folder, 'witnesses'),
    keys,
    clock: options.clock,
    allowedHosts: options.witnessHosts ?? [],
    allowLoopback: options.loopback,
  })
  const recorder = openRecorder({
    installation,
    clock: options.clock,
    lineOf: lines.of,
    tickSeconds: options.tickSeconds,
    ...(options.tell ? { tell: options.tell } : {}),
  })
  const meter = makeMeter(options.actsPerMinute, options.clock)
  return {
    ...options,
    meter,
    installation,
    door,
    poolOf: pools.of,
    houseOf,
    sessions,
    mirrors: openMirrors(door, options.clock),
    keys,
    recorder,
    close: lines.close,
    rooms,
    acts,
    announcer,
    disk,
    availability,
  }
}
