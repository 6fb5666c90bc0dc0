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

/** A cycle in which every event owes its place to the one before; undefined when there is none. One walk over all events. */
const cycleAmong = <W>(by: readonly (Distance<W> | undefined)[]): readonly Distance<W>[] | undefined => {
  const walkOf = new Array<number>(by.length).fill(-1)
  for (let start = 0; start < by.length; start++) {
    let node = start
    while (walkOf[node] === -1) {
      walkOf[node] = start
      node = by[node]?.from ?? node
    }
    if (walkOf[node] !== start || by[node] === undefined) continue
    const cycle: Distance<W>[] = []
    for (let step = by[node]; step; step = step.from === node ? undefined : by[step.from]) cycle.unshift(step)
    return cycle
  }
  return undefined
}

/**
 * A cycle of distances that nobody can keep, because it leads to a moment after itself; undefined when there is none.
 * Bellman-Ford, looking for the cycle after each round: at most events times distances steps, as a rule a few rounds.
 */
export const impossibleCycle = <W>(
  events: number,
  distances: readonly Distance<W>[],
): readonly Distance<W>[] | undefined => {
  const reached = new Array<number>(events).fill(0)
  const by = new Array<Distance<W> | undefined>(events).fill(undefined)
  for (;;) {
    let moved = false
    for (const distance of distances) {
      const next = (reached[distance.from] ?? 0) + distance.days
      if (next <= (reached[distance.to] ?? 0)) continue
      reached[distance.to] = next
      by[distance.to] = distance
      moved = true
    }
    if (!moved) return undefined
    const cycle = cycleAmong(by)
    if (cycle) return cycle
  }
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
