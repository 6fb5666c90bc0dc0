/** `parley witness`: cosigns the logs of a delegation's rooms on a machine of its own, until it is told to stop. */
import { readFileSync, type StatsListener, unwatchFile, watchFile } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Outcome } from '#domain/outcome.ts'
import { formatVerifierKey, isKeyName, type VerifierKey } from '#domain/record/key.ts'
import { type Policy, parsePolicy } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { keepKey } from '#server/record/witness/key.ts'
import { type Listening, listen } from '#server/record/witness/listen.ts'
import { CannotWitness } from '#server/record/witness/store.ts'
import { openWitness, type WitnessBody } from '#server/record/witness/witness.ts'
import { BadUsage, type Call, type Command, type Ending, jsonOption, print, tell, textOf } from './command.ts'
import { sentence } from './input.ts'

const usualPort = 4190

const portOf = (call: Call): number => {
  const text = textOf(call, 'port') ?? `${usualPort}`
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new BadUsage(`--port ${text}: a port is a number from 1 to 65535, or 0 for any free one`)
  return Number(text)
}

const nameOf = (call: Call): string | undefined => {
  const name = textOf(call, 'name')
  if (name !== undefined && !isKeyName(name))
    throw new BadUsage(
      `--name ${name}: the name of a key has no spaces and no plus, as witness.example.org/w1`,
    )
  return name
}

/** A file of `log` lines alone is a policy that asks for nobody. */
const readPolicy = (text: string): Outcome<Policy> => {
  const read = parsePolicy(text, primitives.sha256)
  if (read.ok || read.refusal.code !== 'record.policy-no-quorum') return read
  return parsePolicy(`${text}\nquorum none\n`, primitives.sha256)
}

const readLogs = (path: string): readonly VerifierKey[] => {
  const read = readPolicy(readFileSync(path, 'utf8'))
  if (read.ok) return read.value.logs
  const { line } = read.refusal.facts ?? {}
  throw new BadUsage(`${path}, line ${line}: ${sentence(read.refusal)}`)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The logs in a file, read anew whenever it changes; while it cannot be read, those that were in it last. */
interface LogsFile {
  readonly path: string
  readonly logs: () => readonly VerifierKey[]
  readonly close: () => void
}

const openLogs = (asked: string | undefined, folder: string): LogsFile => {
  const path = resolve(asked ?? join(folder, 'logs'))
  const isMissing = (error: unknown) => /^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')
  let logs: readonly VerifierKey[] = []
  try {
    logs = readLogs(path)
  } catch (error) {
    if (error instanceof BadUsage) throw error
    if (asked !== undefined || !isMissing(error)) throw new BadUsage(`${path}: ${messageOf(error)}`)
  }
  const again = (): void => {
    try {
      logs = readLogs(path)
      tell(`${path} was read again: ${logs.length} logs`)
    } catch (error) {
      tell(`${messageOf(error)}; the ${logs.length} logs known before are kept`)
    }
  }
  const changed: StatsListener = (now, before) => {
    // Of a file that is not there yet one hears once, too.
    if (now.ino !== 0 || before.ino !== 0) again()
  }
  watchFile(path, { interval: 1_000, persistent: false }, changed)
  process.on('SIGHUP', again)
  const close = (): void => {
    unwatchFile(path, changed)
    process.removeListener('SIGHUP', again)
  }
  return { path, logs: () => logs, close }
}

const askedToStop = (): Promise<string> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal))
  })

const whyNot: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; choose one with --port',
  EACCES: 'may not be used by this user; choose one above 1023 with --port',
  EADDRNOTAVAIL: 'cannot be used: this machine does not have that address',
  ENOTFOUND: 'cannot be used: there is no such host',
}

const listenAt = async (witness: WitnessBody, call: Call): Promise<Listening> => {
  const [host, port] = [textOf(call, 'host') ?? '127.0.0.1', portOf(call)]
  const onFault = (error: unknown) => tell(`nothing was cosigned: ${messageOf(error)}`)
  try {
    return await listen({ witness, host, port, onFault })
  } catch (error) {
    const said = whyNot[(error as NodeJS.ErrnoException).code ?? ''] ?? `cannot be used: ${messageOf(error)}`
    throw new BadUsage(`port ${port} on ${host} ${said}`)
  }
}

const announce = (call: Call, { key }: WitnessBody, { url }: Listening, { path, logs }: LogsFile): void => {
  const vkey = formatVerifierKey(key)
  print(call, { key: vkey, url, logs: logs().map(({ name }) => name) }, [
    `The witness ${key.name} is ready at ${url}`,
    `  key for Parley:  ${vkey}`,
    `  logs:            ${logs().length}, from ${path}`,
  ])
}

const witnessUntilStopped = async (call: Call, folder: string, file: LogsFile): Promise<void> => {
  const witness = await openWitness({
    folder,
    signing: keepKey(folder, nameOf(call)),
    logs: file.logs,
    clock: () => new Date(),
    onContradiction: (origin, path) =>
      tell(`ANOTHER HISTORY of ${origin} was offered and refused; its signed head is kept in ${path}`),
  })
  try {
    const stopped = askedToStop()
    const listening = await listenAt(witness, call)
    announce(call, witness, listening, file)
    tell(`stopping (${await stopped})`)
    await listening.close()
  } finally {
    await witness.close()
  }
}

/** What the system says of a folder that cannot be read or written is for a person; the rest is our own mistake. */
const inWords = (folder: string, error: unknown): unknown => {
  if (error instanceof CannotWitness) return new BadUsage(error.message)
  const isOfSystem = error instanceof Error && 'syscall' in error
  return isOfSystem ? new BadUsage(`The folder ${folder} cannot be used: ${error.message}`) : error
}

const run = async (call: Call): Promise<Ending> => {
  const [folder] = call.positionals
  if (folder === undefined)
    throw new BadUsage('witness wants the folder in which it keeps its key and what it saw')
  portOf(call)
  const file = openLogs(textOf(call, 'logs'), folder)
  try {
    await witnessUntilStopped(call, folder, file)
    return 0
  } catch (error) {
    throw inWords(folder, error)
  } finally {
    file.close()
  }
}

/** The command. */
export const witnessCommand: Command = {
  name: 'witness',
  words: 1,
  usage: 'DIR [--name NAME] [--port N] [--host H] [--logs FILE] [--json]',
  summary:
    'cosign the logs in FILE (DIR/logs) on 127.0.0.1 until Ctrl-C; the key in DIR is made at the first start',
  options: {
    ...jsonOption,
    name: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    logs: { type: 'string' },
  },
  run,
}
