/** Where the installation's own files are: the folder of package.json, from the sources and from the build alike. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const upTo = (folder: string): string =>
  existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : upTo(dirname(folder))

/** The project's root folder. */
export const root = upTo(dirname(fileURLToPath(import.meta.url)))
