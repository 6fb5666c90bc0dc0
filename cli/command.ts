/** What a command is: words to call it by, options, and a function that says how it ended. */
import type { ParseArgsConfig } from 'node:util'
import { plainLine, plainLines } from './plain.ts'

/** The options of `node:util` parseArgs. */
export type Options = NonNullable<ParseArgsConfig['options']>

/** What a command was called with. */
export interface Call {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** How a command ended: 0 well, 1 with a finding, 2 for bad usage or bad input. */
export type Ending = 0 | 1 | 2

/** One command of `parley`. */
export interface Command {
  /** The words that call it, as `process create`. */
  readonly name: string
  /** What comes after them, as it stands in the help. */
  readonly usage: string
  readonly summary: string
  /** How many words it takes after its name. */
  readonly words: number
  readonly options: Options
  readonly run: (call: Call) => Promise<Ending>
}

/** A mistake in how a command was called or in what it was given; the message says what and where. */
export class BadUsage extends Error {}

/** Prints results as JSON or as lines for a person; no words of others steer the terminal. */
export const print = (call: Call, json: unknown, lines: readonly string[]): void => {
  console.log(call.values.json ? plainLines(JSON.stringify(json, null, 2)) : lines.map(plainLine).join('\n'))
}

/** A line for the person who waits, kept apart from results. */
export const tell = (line: string): void => console.error(plainLines(line))

/** The options every command with results has. */
export const jsonOption = { json: { type: 'boolean' } } as const satisfies Options

/** Where the installation is. */
export const dataOption = { data: { type: 'string' } } as const satisfies Options

/** The text of an option that takes one. */
export const textOf = (call: Call, name: string): string | undefined => {
  const value = call.values[name]
  return typeof value === 'string' ? value : undefined
}
