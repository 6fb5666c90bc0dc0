/** The surroundings, read once: port, data folder, database, and the address under which people reach the server. */
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './root.ts'

const Environment = z.object({
  PARLEY_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PARLEY_DATA: z.string().min(1).optional(),
  PARLEY_ORIGIN: z
    .url({ protocol: /^https$/, error: 'an https address such as https://talks.example.org' })
    .optional(),
  PARLEY_ADMIN_URL: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  /** Acts a member may post in a minute; a seat may post five times as many. */
  PARLEY_ACTS_PER_MINUTE: z.coerce.number().int().min(1).default(240),
  /** Seconds between two ticks of the record. */
  PARLEY_TICK_SECONDS: z.coerce.number().int().min(1).max(300).default(30),
  /** Hosts at which witnesses may be asked though they are on a private network, separated by commas. */
  PARLEY_WITNESS_HOSTS: z.string().default(''),
  /** Set by the script that started this process: when it is gone, the server leaves too. */
  PARLEY_PARENT: z.coerce.number().int().optional(),
})

/** How this server is set up. */
export interface Config {
  /** The port asked for, and whether it was asked for by a person (then a busy one is an error). */
  readonly port: number
  readonly portAsked: boolean
  readonly data: string
  readonly origin: string | undefined
  readonly databaseUrl: string | undefined
  readonly adminUrl: string | undefined
  readonly actsPerMinute: number
  readonly tickSeconds: number
  readonly witnessHosts: readonly string[]
  readonly parent: number | undefined
}

/** A variable of the surroundings is wrong; the message names it. */
export class WrongSurroundings extends Error {}

/** The port Parley listens on when nobody says otherwise. */
export const usualPort = 4180

/** Reads the environment; throws with every wrong variable named. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  given: { readonly port?: number | undefined; readonly data?: string | undefined } = {},
): Config => {
  const read = Environment.safeParse(environment)
  if (!read.success)
    throw new WrongSurroundings(
      read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  const env = read.data
  return {
    port: given.port ?? env.PARLEY_PORT ?? usualPort,
    portAsked: (given.port ?? env.PARLEY_PORT) !== undefined,
    data: given.data ?? env.PARLEY_DATA ?? join(root, '.parley'),
    origin: env.PARLEY_ORIGIN === undefined ? undefined : new URL(env.PARLEY_ORIGIN).origin,
    databaseUrl: env.DATABASE_URL,
    adminUrl: env.PARLEY_ADMIN_URL,
    actsPerMinute: env.PARLEY_ACTS_PER_MINUTE,
    tickSeconds: env.PARLEY_TICK_SECONDS,
    witnessHosts: env.PARLEY_WITNESS_HOSTS.split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    parent: env.PARLEY_PARENT,
  }
}
