/** `npm run bench NAME`: sets up and runs one measurement; without a name it says which there are. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, giveUp, root, run } from './setup.mjs'

const [name, ...args] = process.argv.slice(2)
const folder = join(root, 'bench')
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.slice(0, -'.ts'.length))

if (name === undefined || !names.includes(name)) {
  const list =
    names.length === 0 ? 'There are no measurements yet.' : `The measurements are: ${names.join(', ')}`
  if (name === undefined) console.log(list)
  else giveUp(`There is no measurement called ${name}. ${list}`)
} else {
  await ensureBuilt()
  const { code } = await run(process.execPath, [
    '--import',
    'tsx',
    '--conditions=source',
    `bench/${name}.ts`,
    ...args,
  ])
  process.exitCode = code
}
