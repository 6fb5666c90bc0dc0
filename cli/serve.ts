/** `parley serve`: runs the server until it is told to stop. */
import { readConfig } from '#server/config.ts'
import { FolderInUse } from '#server/database/lock.ts'
import { watchParent } from '#server/database/parent.ts'
import { CannotOpen } from '#server/installation.ts'
import { serve } from '#server/serve.ts'
import { BadUsage, type Call, type Command, dataOption, type Ending, tell, textOf } from './command.ts'

const portOf = (call: Call): number | undefined => {
  const text = textOf(call, 'port')
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new BadUsage(`--port ${text}: a port is a number from 1 to 65535`)
  return port
}

/** Settles when the process is asked to stop, or when whoever started it is gone. */
const askedToStop = (parent: number | undefined): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
    if (parent !== undefined) watchParent(() => resolve('the script that started it is gone'), parent)
  })

const run = async (call: Call): Promise<Ending> => {
  const config = readConfig(process.env, { port: portOf(call), data: textOf(call, 'data') })
  const stopped = askedToStop(config.parent)
  try {
    const started = Date.now()
    const log = call.values.log ? tell : undefined
    const serving = await serve({
      config,
      onProgress: (line) => tell(`  ${line}`),
      example: call.values['no-example'] !== true,
      ...(log ? { log } : {}),
    })
    console.log(`Parley is ready after ${((Date.now() - started) / 1000).toFixed(1)} s: open ${serving.url}`)
    const why = await stopped
    tell(`stopping (${why})`)
    await serving.stop()
    tell('stopped; everything is kept')
    return 0
  } catch (error) {
    if (error instanceof FolderInUse || error instanceof CannotOpen) {
      tell(error.message)
      return 2
    }
    throw error
  }
}

/** The command. */
export const serveCommand: Command = {
  name: 'serve',
  words: 0,
  usage: '[--data DIR] [--port N] [--no-example] [--log]',
  summary: 'run the server on 127.0.0.1 until Ctrl-C',
  options: {
    ...dataOption,
    port: { type: 'string' },
    'no-example': { type: 'boolean' },
    log: { type: 'boolean' },
  },
  run,
}
