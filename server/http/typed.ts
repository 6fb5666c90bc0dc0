/** The app as the features see it: every route with its zod schemas. */

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** An app whose schemas are zod's. */
export type TypedApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Ids in addresses are any short word: what is no id answers exactly as an id that nothing has. */
const AnyId = z.string().max(80)
export const ProcessParams = z.object({ process: AnyId })
export const RoomParams = z.object({ process: AnyId, room: AnyId })
export const PaperParams = z.object({ process: AnyId, room: AnyId, paper: AnyId })
export const FileParams = z.object({ process: AnyId, room: AnyId, paper: AnyId, language: AnyId })
