import { describe, expect, it } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import { emptyFrontier, type Frontier, frontierRoot, grow } from '#domain/record/frontier.ts'
import { originOf } from '#domain/record/origin.ts'
import { type Head, leafHash } from '#domain/record/tree.ts'
import { openRecordKeys } from '../record/keys.ts'
import { primitives } from '../record/primitives.ts'
import { tickAt } from '../record/recorder.ts'
import { anchorLeaves } from '../record/sequencer.ts'
import { type RoomHead, type Standstill, ticksUpTo } from './ticks.ts'

const { sha256 } = primitives
const keys = openRecordKeys('5e'.repeat(32))
const tickSeconds = 30

const roomAt = (log: string, size: number): RoomHead => {
  const root = sha256(toUtf8(`${log} ${size}`))
  return { log, size, root, text: formatCheckpoint({ origin: originOf(log), size, root }) }
}
const rooms = [roomAt('plenary', 20), roomAt('caucus', 3), roomAt('office', 0)]

/** The moment of a tick, so many periods after twelve o'clock. */
const moment = (periods: number): Date => new Date(Date.UTC(2026, 10, 22, 12, 0, periods * tickSeconds))

const longer = (frontier: Frontier, leaves: readonly string[]): Frontier => {
  const hashes = leaves.map((leaf) => leafHash(toUtf8(leaf), sha256))
  return grow(frontier, hashes, sha256).frontier
}

/** The anchor log after ticks at these moments, as the sequencer would have gone on. */
const grown = (from: Frontier, periods: readonly number[], heads = rooms): Frontier =>
  periods.reduce((frontier, each) => {
    const at = tickAt(moment(each), tickSeconds)
    const leaves = anchorLeaves(keys, heads, frontier.size, at)
    return longer(
      frontier,
      leaves.map(({ leaf }) => leaf),
    )
  }, from)

const headOf = (frontier: Frontier): Head => ({ size: frontier.size, root: frontierRoot(frontier, sha256) })

const known = grown(emptyFrontier, [-3, -2, -1, 0])
const standstill: Standstill = { keys, rooms, frontier: known, last: moment(0).getTime(), tickSeconds }

/** The moments of the ticks that lead to the head of this log, in periods since the last that is known. */
const found = (log: Frontier, from = standstill): readonly number[] | undefined =>
  ticksUpTo(from, headOf(log))?.map(({ at }) => (Date.parse(at) - moment(0).getTime()) / tickSeconds / 1000)

describe('lost ticks at which nothing was done', () => {
  it.each([1, 2, 3, 40])('are made again: %i of them', (ticks) => {
    const periods = Array.from({ length: ticks }, (_, i) => i + 1)
    expect(found(grown(known, periods))).toEqual(periods)
  })

  it('are made again leaf by leaf as they were', () => {
    const ticks = ticksUpTo(standstill, headOf(grown(known, [1, 2]))) ?? []
    expect(ticks.map(({ first, at }) => ({ first, at }))).toEqual([
      { first: 12, at: '2026-11-22T12:00:30.000Z' },
      { first: 15, at: '2026-11-22T12:01:00.000Z' },
    ])
    const leaves = ticks.flatMap((tick) => tick.leaves.map(({ leaf }) => leaf))
    expect(frontierRoot(longer(known, leaves), sha256)).toEqual(headOf(grown(known, [1, 2])).root)
  })

  it.each([
    ['one moment was left out', [1, 3]],
    ['the first moment was left out', [2, 3, 4]],
    ['three were left out, one by one', [1, 3, 5, 7]],
    ['three were left out in one go', [1, 2, 6]],
    ['two ticks had one moment, as after a new start', [1, 1, 2]],
    ['the first has the moment of the last that is known', [0, 1]],
    ['one was left out and one is double', [2, 2, 3]],
  ])('are found where %s', (_, periods) => {
    expect(found(grown(known, periods))).toEqual(periods)
  })

  it.each([
    ['four moments were left out', [5]],
    ['more than three were left out or double in all', [2, 2, 5]],
    ['the clock went back', [1, -1]],
  ])('are not sought further where %s', (_, periods) => {
    expect(found(grown(known, periods))).toBeUndefined()
  })

  it('are none where a leaf is another, or one is too many', () => {
    const first = anchorLeaves(keys, rooms, known.size, tickAt(moment(1), tickSeconds))
    const leaves = first.map(({ leaf }) => leaf)
    expect(found(longer(known, leaves))).toEqual([1])
    expect(found(longer(known, leaves.toReversed()))).toBeUndefined()
    expect(found(longer(known, [...leaves.slice(0, 2), 'forged']))).toBeUndefined()
    expect(found(longer(known, [...leaves, 'forged']))).toBeUndefined()
    expect(found(longer(known, [...leaves, ...leaves]))).toBeUndefined()
  })

  it('are none where a room was not as it stands here', () => {
    const [plenary, ...others] = rooms
    expect(plenary?.size).toBe(20)
    expect(found(grown(known, [1], [roomAt('plenary', 21), ...others]))).toBeUndefined()
    expect(found(grown(grown(known, [1], [roomAt('plenary', 19), ...others]), [2]))).toBeUndefined()
  })

  it('are none where the salts are of another secret', () => {
    const others = { ...standstill, keys: openRecordKeys('5f'.repeat(32)) }
    expect(found(grown(known, [1]), others)).toBeUndefined()
  })

  it('lead neither back nor on the spot', () => {
    expect(found(known)).toBeUndefined()
    expect(found(grown(emptyFrontier, [-3]))).toBeUndefined()
  })

  it('of a whole day are made again, and those of what is no such day given up before long', () => {
    const day = Array.from({ length: 2_880 }, (_, i) => i + 1)
    expect(found(grown(known, day))).toEqual(day)
    expect(found(grown(known, [...day.slice(1), 3_000]))).toBeUndefined()
  })
})
