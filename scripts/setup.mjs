/** What every command needs first: a Node that is new enough, the packages, and a build of the present sources. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The folder of the project; every command runs in it, wherever it was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const sources = ['domain', 'contract', 'server', 'cli', 'web']
const products = ['build/domain', 'build/contract', 'build/server', 'build/cli/main.js']
const inRoot = (...path) => join(root, ...path)

/** Says one plain sentence and ends with a failure. */
export const giveUp = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(
    `Parley needs Node 20.19 or later; this is ${process.versions.node}. Install a newer one from https://nodejs.org`,
  )
}

/** Runs a command in the project; signals that reach us are passed on. Settles with its exit code (128 + n for a signal). */
export const run = (command, args, options = {}) =>
  new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const words = []
    const pass = (name) => child.kill(name)
    const finish = (code) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, pass)
      settle({ code, words: Buffer.concat(words).toString('utf8') })
    }
    for (const name of ['SIGINT', 'SIGTERM']) process.on(name, pass)
    child.stdout?.on('data', (data) => words.push(data))
    child.stderr?.on('data', (data) => words.push(data))
    child.on('error', (error) => {
      words.push(Buffer.from(error.message))
      finish(127)
    })
    child.on('close', (code, name) =>
      finish(name === null ? code : ({ SIGINT: 130, SIGTERM: 143 }[name] ?? 137)),
    )
  })

const npm = () => {
  const path = process.env.npm_execpath ?? ''
  return path.endsWith('npm-cli.js') ? [process.execPath, [path]] : ['npm', []]
}

/** Shows that work goes on: in a terminal a line that counts seconds, elsewhere a line every ten; then how long it took. */
const showing = async (what, work) => {
  const begun = Date.now()
  const seconds = () => Math.max(1, Math.round((Date.now() - begun) / 1000))
  const terminal = process.stdout.isTTY
  const tick = () =>
    terminal ? process.stdout.write(`\r${what} ${seconds()} s`) : console.log(`${what} ${seconds()} s ...`)
  if (terminal) process.stdout.write(what)
  else console.log(`${what} ...`)
  const timer = setInterval(tick, terminal ? 1_000 : 10_000)
  const result = await work().finally(() => clearInterval(timer))
  console.log(`${terminal ? '\r' : ''}${what} ${seconds()} s`)
  return result
}

/** Runs a command quietly behind a line of progress; when it fails, shows all it said and ends with its exit code. */
export const runQuietly = async (what, command, args, options = {}, advice = '') => {
  const stdio = ['ignore', 'pipe', 'pipe']
  const { code, words } = await showing(what, () => run(command, args, { stdio, ...options }))
  if (code === 0) return
  if (code < 128)
    console.error(`${words.trim()}\n\n${what} did not succeed (exit code ${code}). ${advice}`.trim())
  process.exit(code)
}

const fingerprint = (files) => {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0')
  return hash.digest('hex')
}

const isTestFile = (name) => /\.test\.tsx?$/.test(name)

const filesBelow = (folder) =>
  readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : filesBelow(path)
    return entry.isFile() && !isTestFile(entry.name) ? [path] : []
  })

// What is built is known by content, not by time: a checkout or a copy may bring old files with new times, and back.
const buildFingerprint = () => {
  const settings = readdirSync(root).filter((name) =>
    /^(package(-lock)?|tsconfig.*)\.json$|^vite\.config\./.test(name),
  )
  return fingerprint(
    [...settings, ...sources.filter((name) => existsSync(inRoot(name))).flatMap(filesBelow)].sort(),
  )
}

const says = (file, content) => existsSync(inRoot(file)) && readFileSync(inRoot(file), 'utf8') === content

const isBuilt = (wanted) => says('build/.stamp', wanted) && products.every((path) => existsSync(inRoot(path)))

const isInstalled = () => {
  const installed = inRoot('node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  if (statSync(installed).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs) return true
  return says('node_modules/.parley-lock', fingerprint(['package-lock.json']))
}

const hasBuilders = () =>
  ['typescript', 'vite'].every((name) => existsSync(inRoot('node_modules', name, 'package.json')))

const install = async () => {
  const [command, args] = npm()
  // Also where NODE_ENV says production: the build needs the development packages.
  const more = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  await runQuietly('installing', command, [...args, ...more])
  writeFileSync(inRoot('node_modules/.parley-lock'), fingerprint(['package-lock.json']))
}

const build = async (wanted) => {
  const [command, args] = npm()
  rmSync(inRoot('build/.stamp'), { force: true })
  // A build that lost a part would not be made whole by a compiler that believes in its own notes.
  if (!products.every((path) => existsSync(inRoot(path)))) {
    for (const name of existsSync(inRoot('build')) ? readdirSync(inRoot('build')) : []) {
      if (name !== '.setup') rmSync(inRoot('build', name), { recursive: true, force: true })
    }
  }
  await runQuietly('building', command, [...args, 'run', '--silent', 'build'])
  writeFileSync(inRoot('build/.stamp'), wanted)
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const turn = inRoot('build', '.setup')

const takeTurn = () => {
  mkdirSync(dirname(turn), { recursive: true })
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

const pause = (milliseconds) => new Promise((settle) => setTimeout(settle, milliseconds))

/** Does the work while no other command installs or builds in this folder; one that was killed is not waited for. */
const inTurn = async (work) => {
  let told = false
  while (!takeTurn()) {
    const other = Number(existsSync(turn) ? readFileSync(turn, 'utf8') : 0)
    if (other > 0 && !isAlive(other)) rmSync(turn, { force: true })
    else if (!told) {
      told = true
      console.log(`Another command (process ${other}) is installing or building here; waiting for it`)
    }
    await pause(100)
  }
  const leave = () => rmSync(turn, { force: true })
  process.once('exit', leave)
  await work()
  process.off('exit', leave)
  leave()
}

/** Installs the packages if they are missing or older than the list of them. */
export const ensureInstalled = async () => {
  checkNode()
  if (!isInstalled()) await inTurn(async () => isInstalled() || (await install()))
}

/** Installs and builds what is not up to date; where nothing is to be done it takes a tenth of a second. */
export const ensureBuilt = async () => {
  await ensureInstalled()
  const wanted = buildFingerprint()
  if (isBuilt(wanted)) return
  await inTurn(async () => {
    if (isBuilt(wanted)) return
    if (!hasBuilders()) await install()
    await build(wanted)
  })
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await ensureInstalled()
