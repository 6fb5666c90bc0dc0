/** Reads the conflict that a command is given, and finds in it what a person names. */
import { ConflictFile } from '#contract/conflict-file.ts'
import { conflictOfFile } from '#domain/bargaining/formats/conflict-file.ts'
import { looksLikeGmcr, readGmcr } from '#domain/bargaining/formats/gmcr.ts'
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import { decimalAt } from '#domain/bargaining/stability/feasible.ts'
import { frameGame, type Game, stateCalled } from '#domain/bargaining/stability/game.ts'
import type { Outcome } from '#domain/outcome.ts'
import { named } from '#domain/parties/localised.ts'
import { BadUsage, tell } from '../command.ts'
import { bytesOf, readShape, sentence } from '../input.ts'

/** A conflict that was read and made ready, and the language in which its names are told. */
export interface Read {
  readonly conflict: Conflict
  readonly game: Game
  readonly language: string
}

/** The value of an outcome; a refusal ends the command with its sentence. */
export const granted = <T>(outcome: Outcome<T>, about = ''): T => {
  if (outcome.ok) return outcome.value
  throw new BadUsage(`${about === '' ? '' : `${about}: `}${sentence(outcome.refusal)}`)
}

const ownConflict = (file: string, text: string): Conflict => {
  return granted(conflictOfFile(readShape(file, text, ConflictFile, 'is not a conflict')), file)
}

const unreadWords = {
  coalitions: 'the coalitions in it are not taken into account; name them with --coalition',
  misperceptions: 'the misperceptions in it are not taken into account: everybody is taken to see all states',
} as const

const gmcrConflict = (file: string, text: string): Conflict => {
  const { conflict, unread } = granted(readGmcr(text), file)
  for (const part of unread) tell(`${file}: ${unreadWords[part]}`)
  return conflict
}

const isGmcr = (file: string, text: string): boolean => {
  if (/\.gmcr$/i.test(file)) return true
  try {
    return looksLikeGmcr(JSON.parse(text))
  } catch {
    return false
  }
}

/** A `.gmcr` file, or a conflict in our own form. */
export const readConflict = async (file: string, language: string): Promise<Read> => {
  const text = (await bytesOf(file)).toString('utf8')
  const conflict = isGmcr(file, text) ? gmcrConflict(file, text) : ownConflict(file, text)
  return { conflict, game: granted(frameGame(conflict), file), language }
}

/** The state that somebody calls by its number, its options as `YNN`, or its key. */
export const stateNamed = ({ conflict, game }: Read, called: string): number => {
  const state = stateCalled(conflict, game, called)
  if (state === undefined) throw new BadUsage(`there is no state "${called}"`)
  return state
}

/** The decider that somebody calls by its key or its name in any language. */
export const deciderNamed = ({ game }: Read, called: string): number => {
  const place = game.deciders.findIndex(
    ({ key, name }) => key === called || Object.values(name).includes(called),
  )
  if (place >= 0) return place
  throw new BadUsage(
    `there is no decider "${called}"; there are ${game.deciders.map(({ key }) => key).join(', ')}`,
  )
}

/** What is true of a state, in words: the options taken, or its own name. */
export const wordsOf = ({ conflict, game, language }: Read, state: number): string => {
  if (conflict.form === 'graph') {
    const found = conflict.states[state]
    return found ? `${found.key}: ${named(found.name, language)}` : ''
  }
  const decimal = game.feasible ? decimalAt(game.feasible, state) : state
  const taken = conflict.options.filter((_, bit) => (decimal >> bit) & 1)
  return taken.length === 0 ? 'nothing taken' : taken.map(({ name }) => named(name, language)).join(' + ')
}
