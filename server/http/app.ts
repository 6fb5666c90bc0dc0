/** The server's HTTP: what every request passes through before it reaches a feature. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { largestFile } from '#domain/rooms/paper.ts'
import { actRoutes } from '../acts/routes.ts'
import { backgroundRoutes } from '../background/routes.ts'
import { bargainingRoutes } from '../bargaining/routes.ts'
import { commitmentRoutes } from '../commitments/routes.ts'
import { confidenceRoutes } from '../confidence/routes.ts'
import type { Context } from '../context.ts'
import { isPassing } from '../database/passing.ts'
import { doorRoutes } from '../door/routes.ts'
import { meetingRoutes } from '../meetings/routes.ts'
import { partyRoutes } from '../parties/routes.ts'
import { processRoutes } from '../process/routes.ts'
import { recordRoutes } from '../record/routes.ts'
import { roomRoutes } from '../rooms/routes.ts'
import { root } from '../root.ts'
import { stakeholderRoutes } from '../stakeholders/routes.ts'
import { textRoutes } from '../text/routes.ts'
import { sendRefusal } from './refusals.ts'
import { longestBody } from './typed.ts'

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** A line for each answer: method, route, status, time. No address, no id, no word of anybody's. */
export type LogLine = (line: string) => void

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request that changes something comes from our own pages, and was sent to a name that is ours. */
const comesFromUs = (context: Context, request: FastifyRequest): boolean => {
  const hosts = context.relyingParty.origins.map((origin) => new URL(origin).host)
  if (!hosts.includes(request.headers.host ?? '')) return false
  return (
    safeMethods.has(request.method) || context.relyingParty.origins.includes(request.headers.origin ?? '')
  )
}

const guards = async (app: FastifyInstance, context: Context): Promise<void> => {
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    strictTransportSecurity: !context.loopback,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(rateLimit, { global: false })
  await app.register(multipart, { limits: { fileSize: largestFile, files: 1, fields: 0, parts: 1 } })
  app.addHook('onRequest', async (request, reply) => {
    if (!comesFromUs(context, request)) return sendRefusal(reply, { code: 'door.origin' })
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}

const faults = (app: FastifyInstance, log: LogLine): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const issue = error.validation[0]
      const facts = { where: String(issue?.instancePath ?? ''), reason: String(issue?.message ?? '') }
      return sendRefusal(reply, { code: 'wire.malformed', facts })
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      const bytes = request.routeOptions.bodyLimit ?? longestBody
      return sendRefusal(reply, { code: 'wire.too-long', facts: { megabytes: bytes / 1024 / 1024 } })
    }
    if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413)
      return sendRefusal(reply, { code: 'file.too-large', facts: { megabytes: largestFile / 1024 / 1024 } })
    if (error.statusCode === 429) return sendRefusal(reply, { code: 'door.too-many' })
    if (error.statusCode && error.statusCode < 500)
      return sendRefusal(reply, { code: 'wire.malformed', facts: { where: '', reason: error.code ?? '' } })
    if (isPassing(error)) return sendRefusal(reply.header('retry-after', '2'), { code: 'installation.busy' })
    log(`fault ${request.method} ${request.routeOptions.url ?? '-'} ${error.name} ${error.code ?? ''}`)
    return sendRefusal(reply, { code: 'server.fault' })
  })
}

/** The screens, when they are built; any address that is a page gets the one page there is. */
const pages = async (app: FastifyInstance): Promise<void> => {
  const folder = join(root, 'build', 'web')
  const built = existsSync(folder)
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !/^\/(api|log)\//.test(request.url) && !/\.\w+$/.test(request.url)
    return built && isPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : sendRefusal(reply, { code: 'unknown' })
  })
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every address the app answers at, as `GET /api/door`: what a walk through all of them goes by. */
    readonly everyAddress: readonly string[]
  }
}

const listAddresses = (app: FastifyInstance): void => {
  const addresses: string[] = []
  app.decorate('everyAddress', addresses)
  app.addHook(
    'onRoute',
    ({ method, url }) => void addresses.push(...[method].flat().map((each) => `${each} ${url}`)),
  )
}

/** Builds the app; it listens nowhere yet. */
export const buildApp = async (
  context: Context,
  log: LogLine = () => undefined,
): Promise<FastifyInstance> => {
  const app = Fastify({
    // The proxy in front is on this machine; what clients write into the header beyond it counts for nothing.
    trustProxy: context.loopback ? false : 'loopback',
    bodyLimit: longestBody,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { caseSensitive: true },
  })
  listAddresses(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  faults(app, log)
  await guards(app, context)
  await app.register(swagger, {
    openapi: { info: { title: 'Parley', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  })
  app.addHook('onResponse', async (request, reply) =>
    log(
      `${request.method} ${request.routeOptions.url ?? '-'} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms`,
    ),
  )
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const routes of [
    doorRoutes,
    partyRoutes,
    roomRoutes,
    actRoutes,
    recordRoutes,
    textRoutes,
    bargainingRoutes,
    commitmentRoutes,
    backgroundRoutes,
    confidenceRoutes,
    processRoutes,
    meetingRoutes,
    stakeholderRoutes,
  ])
    routes(typed, context)
  await pages(app)
  return app
}
