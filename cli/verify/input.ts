/** What a person names on the command line: a file that must be there and must be what it is taken for. */
import { readFile } from 'node:fs/promises'
import type { Outcome } from '#domain/outcome.ts'
import { type Policy, parsePolicy } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { BadUsage, type Call, textOf } from '../command.ts'
import { sentence } from '../input.ts'

/** The bytes of a file; throws `BadUsage` with its name if it cannot be read. */
export const readInput = (path: string): Promise<Uint8Array> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadUsage(
      error.code === 'ENOENT' ? `${path}: there is no such file` : `${path}: ${error.message}`,
    )
  })

/** What was read from a file; throws `BadUsage` with the file's name and the sentence of the refusal. */
export const orBadInput = <T>(outcome: Outcome<T>, path: string): T => {
  if (outcome.ok) return outcome.value
  throw new BadUsage(`${path}: ${sentence(outcome.refusal)}`)
}

/** The policy in a file that was named. */
export const readPolicy = async (path: string): Promise<Policy> =>
  orBadInput(parsePolicy(await readInput(path), primitives.sha256), path)

/** The text of an option that must be given. */
export const wanted = (call: Call, option: string): string => {
  const text = textOf(call, option)
  if (text === undefined) throw new BadUsage(`--${option} is wanted`)
  return text
}

/** Does work that reads files one after the other; what the system says of one of them becomes a `BadUsage` with its path. */
export const plainly = async <T>(path: string, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw isOfTheSystem(error) ? new BadUsage(`${path}: ${error.message}`) : error
  }
}

const isOfTheSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error
