/** Loads an exercise: founds the process of its file, then posts its acts through the one door, by its own clock. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import { type ActKind, payloads } from '#contract/acts.ts'
import { Founding } from '#contract/parties.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { onlyOnes } from '#domain/record/only-ones.ts'
import { objectKind } from '#domain/record/rule.ts'
import { theAdjournments } from '#domain/rooms/adjournment.ts'
import type { Conveyance } from '#domain/rooms/conveyance.ts'
import type { Clause } from '#domain/text/clause.ts'
import { theText } from '#domain/text/guards.ts'
import { withPasskey } from '#domain/text/version/version-acts.ts'
import { makeAnnouncer } from '../acts/announce.ts'
import { type ActsDoor, openActsDoor } from '../acts/door.ts'
import type { Installation } from '../installation.ts'
import { type Founded, foundProcess } from '../parties/founding.ts'
import { openLines } from '../record/lines.ts'
import { openRecorder, type Recorder } from '../record/recorder.ts'
import { takeFile } from '../rooms/papers.ts'
import { openHouses } from '../seats.ts'
import { backgroundSteps, ExerciseBackground } from './background.ts'
import { type BargainingStage, closingOf, releasedAs } from './bargaining.ts'
import { exerciseStepUp } from './passkey.ts'
import { foundInExercise, type PayloadStage } from './payload.ts'
import { offsetOf, RelativeTime } from './relative-time.ts'
import { foundInText, type TextStage } from './text.ts'

const Step = z.strictObject({
  by: z.string(),
  at: RelativeTime,
  room: z.string(),
  kind: z.string(),
  /** The name of the object the act changes. */
  object: z.string().optional(),
  /** A name for the object it opens, so that later acts can speak of it as `@name`. */
  name: z.string().optional(),
  /**
   * A name for the object that a conveyance places in the other room, or for the credentials of a change of leadership; a suggestion that is released has an object in the
   * channel of each party, called by this name and the party's key: `hours-us`.
   */
  placed: z.string().optional(),
  payload: z.record(z.string(), z.unknown()),
})
type Step = z.infer<typeof Step>

/** The acts of an exercise in the order of their times, none before the founding. */
export const Acts = z
  .strictObject({
    founded: RelativeTime,
    background: ExerciseBackground.optional(),
    acts: z.array(Step),
  })
  .superRefine(({ founded, acts }, context) => {
    for (const [i, { at }] of acts.entries()) {
      const before = acts[i - 1]?.at ?? founded
      if (offsetOf(at) < offsetOf(before))
        context.addIssue({
          code: 'custom',
          path: ['acts', i, 'at'],
          message: `${at} lies before ${before}, ${i === 0 ? 'the founding' : 'the time of the act before'}`,
        })
    }
  })

interface Stage extends Pick<TextStage, 'folder'> {
  readonly recorder: Recorder
  readonly installation: Installation
  readonly founded: Founded
  readonly file: z.infer<typeof Founding>
  readonly door: ActsDoor
  readonly objects: Map<string, string>
  readonly now: number
}

const momentOf = (stage: Pick<Stage, 'now'>, at: string): Date => new Date(stage.now + offsetOf(at))

const seatOfMember = (stage: Stage, key: string): string =>
  stage.file.members.find((member) => member.key === key)?.seat ?? ''

const mediatorSeat = (stage: Stage): string =>
  stage.file.seats.find(({ kind }) => kind === 'mediator')?.key ?? ''

/** The clocks by which the file tells hours of a week. */
const zoneOf = (stage: Stage): string =>
  stage.file.seats.find(({ kind }) => kind === 'mediator')?.timeZone ?? 'UTC'

const poolFor = (stage: Stage, seat: string): pg.Pool =>
  stage.installation.pools.of(stage.founded.roles[seat] ?? '')

/** The key of the witness that the server plays for the seat that acts. */
const exerciseWitness = 'exercise-witness'
const ownWitness = (stage: Stage, step: Step): string => {
  const { key } = stage.installation.keys.exerciseWitness(stage.founded.process, seatOfMember(stage, step.by))
  return formatVerifierKey(key)
}

const takeFiles = async (stage: Stage, step: Step, files: Readonly<Record<string, string>>) => {
  const taken: Record<string, unknown> = {}
  for (const [language, path] of Object.entries(files)) {
    const bytes = await readFile(join(stage.folder, path))
    const file = await takeFile(
      poolFor(stage, seatOfMember(stage, step.by)),
      stage.founded.rooms[step.room] ?? '',
      bytes,
    )
    if (!file.ok) throw new Error(`${path}: ${file.refusal.code}`)
    const { names: _, ...reference } = file.value
    taken[language] = reference
  }
  return taken
}

/** The text as the acting seat sees it. */
const textStage = (stage: Stage, step: Step): TextStage => ({
  folder: stage.folder,
  languages: stage.file.languages,
  parties: stage.file.parties.map(({ key }) => key),
  plenary: stage.founded.rooms.plenary ?? '',
  all: async <S>(room: string, kind: string) =>
    (
      await poolFor(stage, seatOfMember(stage, step.by)).query<{ object: string; state: S }>(
        'select object_id as object, state from parley.objects where room_id = $1 and kind = $2 order by first',
        [room, kind],
      )
    ).rows,
})

/** The payload of initials has no passkey in the file: the server plays one when they are posted. */
const isPlayed = (kind: string): boolean => Object.hasOwn(withPasskey, kind)

const bargainingStage = (stage: Stage): BargainingStage => ({
  process: stage.file,
  mediator: poolFor(stage, mediatorSeat(stage)),
  poolOfSeat: (seat) => poolFor(stage, seat),
})

const payloadStage = (stage: Stage, step: Step): PayloadStage => ({
  idOf: (name) =>
    name === exerciseWitness
      ? ownWitness(stage, step)
      : (stage.objects.get(name) ?? stage.founded.members[name]),
  roomOf: (key) => stage.founded.rooms[key],
  momentOf: (at) => momentOf(stage, at),
  timeZone: zoneOf(stage),
  clause: async (id) => {
    const { all, plenary } = textStage(stage, step)
    return (await all<Clause>(plenary, 'clause')).find(({ object }) => object === id)?.state
  },
})

const payloadOf = async (stage: Stage, step: Step, object: string): Promise<unknown> => {
  if (step.kind === 'ballot.close')
    return closingOf(bargainingStage(stage), stage.founded.rooms[step.room] ?? '', object)
  if (step.kind === 'marks.move') return { read: await sizeOf(stage, step) }
  const { files, ...said } = step.payload
  const given = await foundInExercise(payloadStage(stage, step), said)
  const payload = await foundInText(
    textStage(stage, step),
    step.kind,
    files
      ? { ...given, files: await takeFiles(stage, step, files as Readonly<Record<string, string>>) }
      : given,
    { room: stage.founded.rooms[step.room] ?? '', object },
  )
  const schema = payloads[step.kind as ActKind] as z.ZodType | undefined
  return schema && !isPlayed(step.kind) ? schema.parse(payload) : payload
}

const sizeOf = async (stage: Stage, step: Step): Promise<number> => {
  const { rows } = await poolFor(stage, seatOfMember(stage, step.by)).query<{ size: number }>(
    'select size from parley.logs where room_id = $1',
    [stage.founded.rooms[step.room]],
  )
  return rows[0]?.size ?? 0
}

/** An act on a card that the founding laid, which is called by its member's key. */
const isCard = ({ kind }: Step): boolean => objectKind(kind) === 'member'

const objectFor = (stage: Stage, step: Step): string => {
  const only = onlyOnes.find((each) => each === objectKind(step.kind))
  if (only) return only
  if (step.kind.startsWith('adjournments.')) return theAdjournments
  if (/^(?:witness|leadership)\./.test(step.kind)) return seatOfMember(stage, step.by)
  if (step.kind === 'marks.move') return stage.founded.members[step.by] ?? ''
  if (step.kind.startsWith('text.')) return theText
  if (/^(?:clause|version|stance|track|ripeness|fundamental)\./.test(step.kind)) return step.object ?? ''
  if (step.object === undefined) return randomUUID()
  const known =
    stage.objects.get(step.object) ?? (isCard(step) ? stage.founded.members[step.object] : undefined)
  if (!known) throw new Error(`an act speaks of ${step.object}, which no act has named`)
  return known
}

const revisionOf = async (
  stage: Stage,
  seat: string,
  room: string,
  kind: string,
  object: string,
): Promise<number> => {
  const { rows } = await poolFor(stage, seat).query<{ revision: number }>(
    'select revision from parley.objects where room_id = $1 and kind = $2 and object_id = $3',
    [room, kind, object],
  )
  return rows[0]?.revision ?? 0
}

const placedBy = async (stage: Stage, source: string): Promise<string> => {
  const { rows } = await poolFor(stage, mediatorSeat(stage)).query<{ state: Conveyance }>(
    "select state from parley.objects where kind = 'conveyance' and state -> 'from' ->> 'object' = $1 order by first desc limit 1",
    [source],
  )
  return rows[0]?.state.to.object ?? ''
}

/** The alternative that an entered proposal has become. */
const enteredAs = async (stage: Stage, proposal: string): Promise<string> => {
  const { rows } = await poolFor(stage, mediatorSeat(stage)).query<{ alternative: string }>(
    "select state -> 'entered' ->> 'alternative' as alternative from parley.objects where kind = 'proposal' and object_id = $1",
    [proposal],
  )
  return rows[0]?.alternative ?? ''
}

/** The credentials that were lodged with the last change of leadership of a seat. */
const lodgedWith = async (stage: Stage, seat: string): Promise<string> => {
  const { rows } = await poolFor(stage, seat).query<{ credentials: string }>(
    "select state #>> '{changes,-1,credentials}' as credentials from parley.objects where kind = 'leadership' and object_id = $1",
    [seat],
  )
  return rows[0]?.credentials ?? ''
}

/** Names what an act has placed beside its own object, mostly in other rooms. */
const namePlaced = async (stage: Stage, step: Step, placed: string, object: string): Promise<void> => {
  if (step.kind === 'suggestion.release') {
    const there = await releasedAs(bargainingStage(stage), stage.founded.rooms[step.room] ?? '', object)
    for (const [party, id] of Object.entries(there)) stage.objects.set(`${placed}-${party}`, id)
    return
  }
  const find = { 'proposal.enter': enteredAs, 'leadership.change': lodgedWith }[step.kind] ?? placedBy
  stage.objects.set(placed, await find(stage, object))
}

const take = async (stage: Stage, step: Step): Promise<void> => {
  if (step.kind === 'record.tick') return stage.recorder.tick(stage.founded.process)
  const seat = step.by === 'clock' ? mediatorSeat(stage) : seatOfMember(stage, step.by)
  const room = stage.founded.rooms[step.room] ?? ''
  const object = objectFor(stage, step)
  const kind = objectKind(step.kind)
  const member = step.by === 'clock' ? null : (stage.founded.members[step.by] ?? '')
  const outcome = await stage.door.post(
    { process: stage.founded.process, seat, role: stage.founded.roles[seat] ?? '', member },
    {
      id: randomUUID(),
      room,
      kind: step.kind,
      object,
      base: await revisionOf(stage, seat, room, kind, object),
      payload: await payloadOf(stage, step, object),
    },
  )
  if (!outcome.ok)
    throw new Error(
      `${step.kind} of ${step.by} at ${step.at} was refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts ?? {})}`,
    )
  if (step.name) stage.objects.set(step.name, object)
  if (step.placed) await namePlaced(stage, step, step.placed, object)
}

/** The ticks of the record while an exercise is loaded. */
const tickSeconds = 30

/** Loads the exercise in this folder (`process.json`, `acts.json`, papers); tells how far it is. */
export const loadExercise = async (
  installation: Installation,
  folder: string,
  now: Date,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<Founded> => {
  const file = Founding.parse(JSON.parse(await readFile(join(folder, 'process.json'), 'utf8')))
  const {
    founded: since,
    acts,
    background,
  } = Acts.parse(JSON.parse(await readFile(join(folder, 'acts.json'), 'utf8')))
  const steps: readonly Step[] = [...(background ? await backgroundSteps(folder, background) : []), ...acts]
  // Of one moment, what the file of the time line says comes first.
  const inTime = steps.toSorted((one, other) => offsetOf(one.at) - offsetOf(other.at))
  const time = { now: momentOf({ now: now.getTime() }, since) }
  const clock = () => time.now
  const { pools, keys } = installation
  const lines = openLines({
    ...{ folder: join(installation.folder, 'witnesses'), keys, clock },
    ...{ allowedHosts: [], allowLoopback: true },
  })
  const recorder = openRecorder({ installation, clock, lineOf: lines.of, tickSeconds })
  const perform = async (founded: Founded): Promise<void> => {
    const announcer = makeAnnouncer()
    const door = openActsDoor({
      pools,
      keys,
      houseOf: openHouses(pools),
      announcer,
      clock,
      isReadOnly: () => false,
      stepUp: exerciseStepUp(keys, (seat) => file.seats.find(({ key }) => key === seat)?.party),
    })
    const stage = {
      recorder,
      folder,
      installation,
      founded,
      file,
      door,
      objects: new Map(),
      now: now.getTime(),
    }
    for (const [i, step] of inTime.entries()) {
      time.now = momentOf(stage, step.at)
      await take(stage, step)
      onProgress(i + 1, inTime.length)
    }
  }
  const founded = await foundProcess(installation, file, clock, perform).finally(lines.close)
  if ('flaws' in founded) throw new Error(`${folder}: ${JSON.stringify(founded.flaws)}`)
  if (!founded.ok) throw new Error(founded.refusal.code)
  return founded.value
}
