/** `npm run bench -- meetings`: what does not go together on a timetable, after one session was changed. */
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { conflictsOf, type Timetable, timetableOf, withSession } from '#domain/meetings/conflicts.ts'
import { plainConflicts } from '#domain/meetings/testing/plain-conflicts.ts'
import { chance, figures, sessionAt } from './meetings/weeks.ts'
import { load, milliseconds, printTable, quantile } from './testing/figures.ts'

const sizes = [50, 100, 200, 400, 800, 1600]
const changes = 100
/** Of so many changes one is looked at in the slow ways: every two sessions of many are very many. */
const every = (size: number): number => (size <= 200 ? 1 : size <= 400 ? 10 : 50)
const warming = 10

interface Times {
  readonly ours: readonly number[]
  readonly rebuilt: readonly number[]
  readonly plain: readonly number[]
  readonly found: number
}

const timed = <T>(times: number[], once: () => T): T => {
  const begun = performance.now()
  const value = once()
  times.push(performance.now() - begun)
  return value
}

/** A change is worked out three times, turn and turn about, and must come out alike; of many sessions some of them. */
const measure = (size: number): Times => {
  const random = chance(size)
  const first = Array.from({ length: size }, (_, n) => sessionAt(n, random))
  const sessions = new Map(first.map((session) => [session.id, session]))
  let timetable: Timetable = timetableOf(figures, first)
  const times = { ours: [] as number[], rebuilt: [] as number[], plain: [] as number[] }
  let found = 0
  for (let i = 0; i < warming + changes; i += 1) {
    const changed = sessionAt(Math.floor(random() * size), random)
    sessions.set(changed.id, changed)
    const all = [...sessions.values()]
    const before = timetable
    const after = timed(times.ours, () => {
      const next = withSession(before, changed)
      return { next, conflicts: conflictsOf(next).length }
    })
    timetable = after.next
    const ours = after.conflicts
    if (i % every(size) !== 0) continue
    const rebuilt = timed(times.rebuilt, () => conflictsOf(timetableOf(figures, all))).length
    const plain = timed(times.plain, () => plainConflicts(all, figures)).length
    if (ours !== plain || rebuilt !== plain)
      throw new Error(`${size}: ${ours}, ${rebuilt}, ${plain} conflicts`)
    found = ours
  }
  return {
    ours: times.ours.slice(warming),
    rebuilt: times.rebuilt.slice(every(size) > 1 ? 1 : warming),
    plain: times.plain.slice(every(size) > 1 ? 1 : warming),
    found,
  }
}

const rows = sizes.map((size) => {
  const { ours, rebuilt, plain, found } = measure(size)
  const p95 = quantile(ours, 0.95)
  return [
    ...[`${size}`, `${found}`, `${quantile(ours, 0.5).toFixed(2)} ms`, `${p95.toFixed(2)} ms`],
    ...[milliseconds(quantile(rebuilt, 0.95)), (quantile(rebuilt, 0.95) / p95).toFixed(0)],
    ...[milliseconds(quantile(plain, 0.95)), (quantile(plain, 0.95) / p95).toFixed(0)],
  ]
})

console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}; ${load()}`,
)
printTable(
  `One session changed, all conflicts listed: 60 delegates, 8 interpreters, 9 venues, 40 sessions a week (${changes} changes each)`,
  [['sessions', 'conflicts', 'p50', 'p95', 'all anew p95', 'ratio', 'every two p95', 'ratio'], ...rows],
)
