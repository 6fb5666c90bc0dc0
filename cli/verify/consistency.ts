/** `parley verify consistency`: whether a later checkpoint of a log goes on where an earlier one ended. */
import { dirname } from 'node:path'
import { done, type Outcome, type Refusal } from '#domain/outcome.ts'
import { verifyConsistency } from '#domain/record/checkpoint.ts'
import type { Policy, WitnessedCheckpoint } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { sentence } from '../input.ts'
import { showConsistency } from './from-tiles.ts'
import { orBadInput, readInput, readPolicy, wanted } from './input.ts'
import { cosignersOf, headJson, refusalJson } from './show.ts'
import { openSource, type Source } from './source.ts'
import { openHead } from './trust.ts'

const malformed = ['record.note-malformed', 'record.checkpoint-malformed']

const readHead = async (path: string, policy: Policy): Promise<Outcome<WitnessedCheckpoint>> => {
  const head = openHead(await readInput(path), policy)
  return !head.ok && malformed.includes(head.refusal.code) ? done(orBadInput(head, path)) : head
}

/** How long the log at a source is now, which says what tiles it has; never shorter than the head that is asked about. */
const sizeAt = async (source: Source, policy: Policy, head: WitnessedCheckpoint): Promise<number> => {
  const note = await source.read('checkpoint')
  const now = note && openHead(note, policy)
  return now?.ok && now.value.origin === head.origin ? Math.max(now.value.size, head.size) : head.size
}

/** The two heads, and the log whose tiles can tell. */
interface Asked {
  readonly older: WitnessedCheckpoint
  readonly newer: WitnessedCheckpoint
  readonly source: Source
}

const compare = async ({ older, newer, source }: Asked, size: number): Promise<Outcome<void>> => {
  const isGrown = older.origin === newer.origin && older.size < newer.size
  const proof = isGrown
    ? await showConsistency(source, { from: older.size, to: newer.size, size })
    : done<readonly Uint8Array[]>([])
  if (!proof.ok) throw new BadUsage(`${source.name}: ${sentence(proof.refusal)}`)
  return verifyConsistency(older, newer, proof.value, primitives.sha256)
}

const tellRefusal = (call: Call, refusal: Refusal, path?: string): Ending => {
  const words = sentence(refusal)
  print(call, { ok: false, ...refusalJson(refusal) }, [path === undefined ? words : `${path}: ${words}`])
  return 1
}

/** Runs `verify consistency`. */
export const verifyHistory = async (call: Call): Promise<Ending> => {
  const [from, to] = call.positionals
  if (from === undefined || to === undefined)
    throw new BadUsage('verify consistency wants two files with checkpoints, the older first')
  const policy = await readPolicy(wanted(call, 'policy'))
  const older = await readHead(from, policy)
  if (!older.ok) return tellRefusal(call, older.refusal, from)
  const newer = await readHead(to, policy)
  if (!newer.ok) return tellRefusal(call, newer.refusal, to)
  const source = await openSource(textOf(call, 'log') ?? dirname(to), textOf(call, 'key-file'))
  const asked = { older: older.value, newer: newer.value, source }
  const holds = await compare(asked, await sizeAt(source, policy, newer.value))
  if (!holds.ok) return tellRefusal(call, holds.refusal)
  print(call, { ok: true, older: headJson(older.value), newer: headJson(newer.value) }, [
    `The log of ${newer.value.size} entries goes on where the log of ${older.value.size} ended: nothing was changed.`,
    `  log        ${newer.value.origin}`,
    `  older      cosigned by ${cosignersOf(older.value.cosignatures)}`,
    `  newer      cosigned by ${cosignersOf(newer.value.cosignatures)}`,
  ])
  return 0
}
