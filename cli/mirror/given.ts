/** Policies that were brought along: by whose keys the logs are judged, whatever the server says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { policyPath } from '#domain/record/folder.ts'
import { originOf } from '#domain/record/origin.ts'
import { type Policy, parsePolicy } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { BadUsage } from '../command.ts'
import { orBadInput } from '../verify/input.ts'
import { logKeyIn } from './held.ts'

const read = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new BadUsage(`${path}: ${message}`)
  }
}

/**
 * Finds the policy for a log in a folder, in `<id>/policy`; it is read anew each time. `onMissing` is told once of every
 * log for which there is none. Throws `BadUsage` for a file that is no policy of its log.
 */
export const givenPolicies = (
  folder: string | undefined,
  onMissing: (log: string) => void,
): ((log: string) => Policy | undefined) => {
  const told = new Set<string>()
  return (log) => {
    if (folder === undefined) return undefined
    const path = join(folder, policyPath(log))
    const bytes = read(path)
    if (!bytes) {
      if (!told.has(log)) onMissing(log)
      told.add(log)
      return undefined
    }
    const policy = orBadInput(parsePolicy(bytes, primitives.sha256), path)
    if (logKeyIn(policy, log)) return policy
    throw new BadUsage(`${path} does not give the key of ${originOf(log)}`)
  }
}
