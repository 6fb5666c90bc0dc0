/** The key of a mirror: from a file that its owner alone can read, or from the environment; never from the arguments. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { BadUsage } from '../command.ts'

/** The variable that holds the key where there is no file. */
export const keyVariable = 'PARLEY_MIRROR_KEY'

const form = /^parley-mirror-[\w-]{20,100}$/

const readPrivate = (path: string): string => {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new BadUsage(`${path}: ${code === 'ENOENT' ? 'there is no such file' : message}`)
  }
  try {
    const found = fstatSync(file)
    if (!found.isFile()) throw new BadUsage(`${path} is no file`)
    if ((found.mode & 0o077) !== 0 && process.platform !== 'win32')
      throw new BadUsage(`${path} can be read by others than its owner: chmod 600 ${path}`)
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

/** The key in a file, or in the environment when no file is named. Throws `BadUsage` where there is none. */
export const readMirrorKey = (
  path: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string => {
  const text = path === undefined ? environment[keyVariable] : readPrivate(path)
  if (text === undefined) throw new BadUsage(`mirror wants --key-file FILE, or the key in ${keyVariable}`)
  const key = text.trim()
  if (form.test(key)) return key
  throw new BadUsage(`${path ?? keyVariable} holds no key of a mirror: it begins with parley-mirror-`)
}
