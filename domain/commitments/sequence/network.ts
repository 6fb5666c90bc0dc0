/**
 * Events in time and the least distances between them: a simple temporal problem (Dechter, Meiri & Pearl 1991,
 * Artificial Intelligence 49), in whole days.
 */

/** `to` comes at least `days` after `from`. Negative days are a deadline. */
export interface Distance<W> {
  readonly from: number
  readonly to: number
  readonly days: number
  /** Who says so: handed back in what is found. */
  readonly why: W
}

/** The cycle that the last improvements run in, walked back from a node that never came to rest. */
const cycleThrough = <W>(start: number, by: readonly (Distance<W> | undefined)[]): readonly Distance<W>[] => {
  let node = start
  for (let i = 0; i < by.length; i++) node = by[node]?.from ?? node
  const cycle: Distance<W>[] = []
  const end = node
  do {
    const step = by[node]
    if (!step) throw new Error('a walk that began in no cycle')
    cycle.unshift(step)
    node = step.from
  } while (node !== end)
  return cycle
}

/**
 * A cycle of distances that nobody can keep, because it leads to a moment after itself; undefined when there is none.
 * Bellman-Ford: at most events times distances steps, and as a rule a few rounds over the distances.
 */
export const impossibleCycle = <W>(
  events: number,
  distances: readonly Distance<W>[],
): readonly Distance<W>[] | undefined => {
  const reached = new Array<number>(events).fill(0)
  const by: (Distance<W> | undefined)[] = new Array(events)
  let last: number | undefined
  for (let round = 0; round <= events; round++) {
    last = undefined
    for (const distance of distances) {
      const next = (reached[distance.from] ?? 0) + distance.days
      if (next <= (reached[distance.to] ?? 0)) continue
      reached[distance.to] = next
      by[distance.to] = distance
      last = distance.to
    }
    if (last === undefined) return undefined
  }
  return last === undefined ? undefined : cycleThrough(last, by)
}

/** How many days each event comes after this one at least; null where nothing is said. The network has no impossible cycle. */
export const leastAfter = (
  start: number,
  events: number,
  distances: readonly Distance<unknown>[],
): readonly (number | null)[] => {
  const least: (number | null)[] = Array.from({ length: events }, (_, event) => (event === start ? 0 : null))
  for (let round = 0, moved = true; moved && round <= events; round++) {
    moved = false
    for (const { from, to, days } of distances) {
      const here = least[from]
      if (here === null || here === undefined) continue
      const there = least[to]
      if (there !== null && there !== undefined && there >= here + days) continue
      least[to] = here + days
      moved = true
    }
  }
  return least
}

/**
 * The groups of events that can all be reached from each other (Tarjan 1972), of two events or more. One walk with its
 * own stack, and so longer than most functions here: a chain of some thousand steps must not exhaust the caller's.
 */
export const knots = (
  events: number,
  edges: readonly Pick<Distance<unknown>, 'from' | 'to'>[],
): readonly (readonly number[])[] => {
  const next: number[][] = Array.from({ length: events }, () => [])
  for (const { from, to } of edges) next[from]?.push(to)
  const order = new Array<number>(events).fill(-1)
  const low = new Array<number>(events).fill(0)
  const open: number[] = []
  const isOpen = new Array<boolean>(events).fill(false)
  const found: number[][] = []
  let count = 0
  const enter = (event: number): void => {
    order[event] = low[event] = count++
    open.push(event)
    isOpen[event] = true
  }
  const close = (event: number): void => {
    const group: number[] = []
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      isOpen[one] = false
      group.push(one)
      if (one === event) break
    }
    if (group.length > 1) found.push(group.toSorted((a, b) => a - b))
  }
  for (let root = 0; root < events; root++) {
    if (order[root] !== -1) continue
    const walk: { readonly event: number; at: number }[] = []
    enter(root)
    walk.push({ event: root, at: 0 })
    for (let top = walk.at(-1); top; top = walk.at(-1)) {
      const to = next[top.event]?.[top.at++]
      if (to === undefined) {
        walk.pop()
        const above = walk.at(-1)
        const own = low[top.event] ?? 0
        if (above) low[above.event] = Math.min(low[above.event] ?? 0, own)
        if (own === order[top.event]) close(top.event)
      } else if (order[to] === -1) {
        enter(to)
        walk.push({ event: to, at: 0 })
      } else if (isOpen[to]) low[top.event] = Math.min(low[top.event] ?? 0, order[to] ?? 0)
    }
  }
  return found
}

/** The shortest cycle through this event along these edges, as edges in order; empty when there is none. */
export const shortestCycle = <E extends Pick<Distance<unknown>, 'from' | 'to'>>(
  event: number,
  edges: readonly E[],
): readonly E[] => {
  const out = new Map<number, E[]>()
  for (const edge of edges) out.set(edge.from, [...(out.get(edge.from) ?? []), edge])
  const came = new Map<number, E>()
  const queue = [event]
  for (let at = queue.shift(); at !== undefined; at = queue.shift())
    for (const edge of out.get(at) ?? []) {
      if (came.has(edge.to)) continue
      came.set(edge.to, edge)
      queue.push(edge.to)
    }
  const cycle: E[] = []
  for (let edge = came.get(event); edge; edge = edge.from === event ? undefined : came.get(edge.from))
    cycle.unshift(edge)
  return cycle
}
