/** Ticks at which nothing happened, made again: how an anchor log goes on while every room stands as it stands now. */
import { sameBytes, toUtf8 } from '#domain/record/bytes.ts'
import { type Frontier, frontierRoot, grow } from '#domain/record/frontier.ts'
import { type Head, leafHash } from '#domain/record/tree.ts'
import type { RecordKeys } from '../record/keys.ts'
import { primitives } from '../record/primitives.ts'
import { anchorLeaves, type SignedHead } from '../record/sequencer.ts'

/** The head of a room, as it is anchored at every tick. */
export type RoomHead = Pick<SignedHead, 'log' | 'text' | 'size' | 'root'>

/** Where an anchor log ends, and all that its next ticks are made of. */
export interface Standstill {
  readonly keys: RecordKeys
  /** The head of every room of the process. */
  readonly rooms: readonly RoomHead[]
  readonly frontier: Frontier
  /** The moment of the last tick, in milliseconds since 1970. */
  readonly last: number
  readonly tickSeconds: number
}

/** A tick, made again. */
export interface MadeTick {
  /** The place of its first leaf in the anchor log. */
  readonly first: number
  /** ISO 8601. */
  readonly at: string
  readonly leaves: ReturnType<typeof anchorLeaves<RoomHead>>
}

interface Trail {
  readonly tick: MadeTick
  readonly before: Trail | undefined
}

/** How far one attempt has come: the log, the periods that have gone by, and the ticks so far. */
interface Reached {
  readonly frontier: Frontier
  readonly periods: number
  readonly trail: Trail | undefined
}

const { sha256 } = primitives

/** How many moments may be left out among the ticks, or be those of two, all in all: the server was busy, or began anew. */
const mostIrregular = 3

/** By how irregular a tick is, the periods that may lie between it and the one before. */
const steps: readonly (readonly number[])[] = [[1], [0, 2], [3], [4]]

/** Ticks that are tried before the search is given up: a week without an irregular one, or an hour with one. */
const mostTried = 25_000

/** Makes ticks, each of them once. */
const openMaker = ({ keys, rooms, last, tickSeconds }: Standstill) => {
  const made = new Map<string, { readonly tick: MadeTick; readonly hashes: readonly Uint8Array[] }>()
  return (first: number, periods: number) => {
    const name = `${first} ${periods}`
    const known = made.get(name)
    if (known) return known
    const at = new Date(last + periods * tickSeconds * 1000).toISOString()
    const leaves = anchorLeaves(keys, rooms, first, at)
    const hashes = leaves.map(({ leaf }) => leafHash(toUtf8(leaf), sha256))
    const one = { tick: { first, at, leaves }, hashes }
    made.set(name, one)
    return one
  }
}

const inOrder = (trail: Trail | undefined): readonly MadeTick[] => {
  const ticks: MadeTick[] = []
  for (let each = trail; each; each = each.before) ticks.push(each.tick)
  return ticks.reverse()
}

/** Whole ticks, and not more of them than anybody would try. */
const isWithinReach = ({ rooms, frontier }: Standstill, { size }: Head): boolean => {
  const ticks = (size - frontier.size) / rooms.length
  return Number.isSafeInteger(ticks) && ticks > 0 && ticks <= mostTried
}

/**
 * The ticks that lead from here to exactly this head; undefined if none do. The moments follow one upon the other in
 * whole periods; those attempts come first in which the fewest are left out or doubled.
 */
export const ticksUpTo = (standstill: Standstill, target: Head): readonly MadeTick[] | undefined => {
  if (!isWithinReach(standstill, target)) return undefined
  const make = openMaker(standstill)
  let left = mostTried
  const after = ({ frontier, periods, trail }: Reached, step: number): Reached => {
    left -= 1
    const { tick, hashes } = make(frontier.size, periods + step)
    const next = grow(frontier, hashes, sha256).frontier
    return { frontier: next, periods: periods + step, trail: { tick, before: trail } }
  }
  /** Goes to the end with just so many irregularities, wherever they may be. */
  const goOn = (from: Reached, irregular: number): Trail | undefined => {
    let reached = from
    while (reached.frontier.size < target.size && left > 0) {
      for (let by = 1; by <= irregular; by += 1)
        for (const step of steps[by] ?? []) {
          const found = goOn(after(reached, step), irregular - by)
          if (found) return found
        }
      reached = after(reached, 1)
    }
    const { frontier, trail } = reached
    const isThere = irregular === 0 && frontier.size === target.size
    return isThere && sameBytes(frontierRoot(frontier, sha256), target.root) ? trail : undefined
  }
  for (let irregular = 0; irregular <= mostIrregular; irregular += 1) {
    const { frontier } = standstill
    const found = goOn({ frontier, periods: 0, trail: undefined }, irregular)
    if (found) return inOrder(found)
  }
  return undefined
}
