/** `npm start`: installs, builds, starts the server, brings it back when it is killed, and stops it when asked to. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { ensureBuilt, root } from './setup.mjs'

const manyDeaths = 10
const shortLifeMilliseconds = 3_000
const longestRestMilliseconds = 2_000
const saidWhy = 2
const patienceMilliseconds = 30_000

let server = null
let asked = null
let wake = () => undefined

/** Passes the wish to stop on once. Ctrl-C in a terminal reaches us twice, from the terminal and from npm. */
const stop = (signal) => {
  if (asked !== null) return
  asked = signal
  server?.kill(signal)
  wake()
  setTimeout(() => server?.kill('SIGKILL'), patienceMilliseconds).unref()
}

const serve = () =>
  new Promise((settle) => {
    server = spawn(process.execPath, ['build/cli/main.js', 'serve', ...process.argv.slice(2)], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PARLEY_PARENT: String(process.pid) },
      // Out of the terminal's reach: it hears of Ctrl-C from us alone, once.
      detached: process.platform !== 'win32',
    })
    server.on('error', (error) => {
      console.error(error.message)
      settle({ code: 1, signal: null })
    })
    server.on('exit', (code, signal) => settle({ code, signal }))
  })

const rest = (milliseconds) =>
  new Promise((settle) => {
    const timer = setTimeout(settle, milliseconds)
    wake = () => {
      clearTimeout(timer)
      settle()
    }
  })

const exitCode = ({ code, signal }) => code ?? 128 + (constants.signals[signal] ?? 0)

// Code 2 is how the server says that something must be put right by a person: starting it again would only repeat that.
const isUnexpected = ({ code, signal }) => signal !== null || (code !== 0 && code !== saidWhy)

// A server that lived is started again at once, however often it was killed; one that cannot live is given up.
const keepServing = async () => {
  let shortLives = 0
  for (;;) {
    const begun = Date.now()
    const end = await serve()
    server = null
    if (asked !== null) return end.signal === asked ? 0 : exitCode(end)
    if (!isUnexpected(end)) return exitCode(end)
    shortLives = Date.now() - begun < shortLifeMilliseconds ? shortLives + 1 : 0
    if (shortLives >= manyDeaths) {
      console.error(
        `The server died ${manyDeaths} times as soon as it was started; giving up. Nothing that was confirmed is lost.`,
      )
      return exitCode(end)
    }
    console.error(
      `The server ended unexpectedly (${end.signal ?? `exit code ${end.code}`}) and is being started again`,
    )
    await rest(shortLives < 3 ? 0 : Math.min(100 * 2 ** (shortLives - 3), longestRestMilliseconds))
    if (asked !== null) return 0
  }
}

const parentOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return {
      name: text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')),
      parent: text.split(') ').at(-1).split(' ')[1],
    }
  } catch {
    return null
  }
}

/** When npm, which started us, was killed with a signal that cannot be passed on, the server must not stay behind. */
const watchNpm = () => {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  const shell = parentOf(parent)
  const grandparent = shell !== null && /^(ba|da|a)?sh$/.test(shell.name) ? shell.parent : null
  setInterval(() => {
    const isGone =
      process.ppid !== parent || (grandparent !== null && parentOf(parent)?.parent !== grandparent)
    if (isGone) stop('SIGTERM')
  }, 500).unref()
}

await ensureBuilt()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
watchNpm()
process.exitCode = await keepServing()
