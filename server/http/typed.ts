/** The app as the features see it: every route with its zod schemas. */

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '#contract/words.ts'

/** An app whose schemas are zod's. */
export type TypedApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** The longest body of a request, in bytes, where a route does not say otherwise. */
export const longestBody = 1024 * 1024

/** Ids in addresses are any short word: what is no id answers exactly as an id that nothing has. */
const AnyId = z.string().max(80)
export const ProcessParams = z.object({ process: AnyId })
export const RoomParams = z.object({ process: AnyId, room: AnyId })
export const PaperParams = z.object({ process: AnyId, room: AnyId, paper: AnyId })
export const FileParams = z.object({ process: AnyId, room: AnyId, paper: AnyId, language: AnyId })
export const VersionParams = z.object({ process: AnyId, room: AnyId, version: AnyId })
export const LogParams = z.object({ log: AnyId })
export const EntryParams = z.object({ process: AnyId, room: AnyId, entry: AnyId })
export const MirrorParams = z.object({ process: AnyId, mirror: AnyId })

/** What a route answers: this on success, else a refusal. Anything that is not in the schema is left out. */
export const answers = (success: z.ZodType): Readonly<Record<string, z.ZodType>> => ({
  200: success,
  '4xx': Refusal,
  '5xx': Refusal,
})
