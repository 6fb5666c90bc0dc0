/** The same question by matrices of states by states, as Xu, Hipel and Kilgour (2009) put it; zeros on the left are skipped. */
import type { Game } from '../../domain/bargaining/stability/game.ts'

/** A square matrix of 0 and 1, row by row. */
type Matrix = Uint8Array

/** For each notion a flag for each state. */
export type ByMatrices = Readonly<Record<'Nash' | 'GMR' | 'SMR' | 'SEQ', Uint8Array>>

const matrix = (n: number, holds: (row: number, column: number) => boolean): Matrix => {
  const made = new Uint8Array(n * n)
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column < n; column += 1) if (holds(row, column)) made[row * n + column] = 1
  return made
}

/** The sign of a product; rows are joined four places at a time, so their length is a multiple of four. */
const product = (n: number, left: Matrix, right: Matrix): Matrix => {
  const made = new Uint8Array(n * n)
  const [into, from] = [new Uint32Array(made.buffer), new Uint32Array(right.buffer)]
  const width = n / 4
  for (let row = 0; row < n; row += 1)
    for (let middle = 0; middle < n; middle += 1) {
      if (left[row * n + middle] === 0) continue
      const [to, start] = [row * width, middle * width]
      for (let place = 0; place < width; place += 1)
        into[to + place] = (into[to + place] ?? 0) | (from[start + place] ?? 0)
    }
  return made
}

/** Adds one matrix to another; says whether that changed it. */
const add = (into: Matrix, more: Matrix): boolean => {
  let changed = false
  for (let place = 0; place < into.length; place += 1)
    if (more[place] === 1 && into[place] === 0) {
      into[place] = 1
      changed = true
    }
  return changed
}

const sum = (n: number, matrices: readonly Matrix[]): Matrix => {
  const made = new Uint8Array(n * n)
  for (const each of matrices) add(made, each)
  return made
}

/** Where opponents can come by legal sequences: by the last mover, until nothing is added. */
const joint = (n: number, moves: readonly Matrix[]): Matrix => {
  const byLast = moves.map((own) => own.slice())
  for (let changed = moves.length > 1; changed; ) {
    changed = false
    const before = byLast.map((own) => own.slice())
    for (const [mover, own] of byLast.entries()) {
      const others = sum(
        n,
        before.filter((_, other) => other !== mover),
      )
      changed = add(own, product(n, others, moves[mover] ?? own)) || changed
    }
  }
  return sum(n, byLast)
}

const adjacency = ({ moves, states }: Game, decider: number): Matrix => {
  const made = new Uint8Array(states * states)
  const into = new Int32Array(moves.most)
  for (let state = 0; state < states; state += 1) {
    const count = moves.out(decider, state, into)
    for (let place = 0; place < count; place += 1) made[state * states + (into[place] ?? 0)] = 1
  }
  return made
}

const both = (one: Matrix, other: Matrix): Matrix => one.map((value, place) => value & (other[place] ?? 0))

/** The states whose every improvement is answered; `answered` has a 1 where an answer to the row deters from the column. */
const deterred = (n: number, improving: Matrix, answered: Matrix): Uint8Array =>
  Uint8Array.from({ length: n }, (_, state) => {
    for (let target = 0; target < n; target += 1)
      if (improving[state * n + target] === 1 && answered[target * n + state] === 0) return 0
    return 1
  })

/** What is stable for each decider when opponents may answer by any legal sequence of moves. */
export const stabilityByMatrices = (game: Game): readonly ByMatrices[] => {
  const n = game.states
  const rank = (decider: number, state: number): number => game.payoffs[decider]?.[state] ?? 0
  const moves = game.deciders.map((_, decider) => adjacency(game, decider))
  const better = game.deciders.map((_, decider) =>
    matrix(n, (from, to) => rank(decider, to) > rank(decider, from)),
  )
  const improving = moves.map((own, decider) => both(own, better[decider] ?? own))
  return game.deciders.map((_, decider) => {
    const [ownMoves = new Uint8Array(0), own = new Uint8Array(0)] = [moves[decider], improving[decider]]
    const opponents = (matrices: readonly Matrix[]): readonly Matrix[] =>
      matrices.filter((_, other) => other !== decider)
    // Transposed: the row is where an answer ends, the column is the state that was left.
    const noBetter = matrix(n, (end, left) => rank(decider, end) <= rank(decider, left))
    const isBetter = matrix(n, (end, left) => rank(decider, end) > rank(decider, left))
    const mended = product(n, ownMoves, isBetter)
    const forGood = noBetter.map((value, place) => value & (1 - (mended[place] ?? 0)))
    const any = joint(n, opponents(moves))
    const credible = joint(n, opponents(improving))
    return {
      Nash: deterred(n, own, new Uint8Array(n * n)),
      GMR: deterred(n, own, product(n, any, noBetter)),
      SMR: deterred(n, own, product(n, any, forGood)),
      SEQ: deterred(n, own, product(n, credible, noBetter)),
    }
  })
}
