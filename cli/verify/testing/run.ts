/** Runs a command of `parley verify` within the test, and keeps what it says. */
import { BadUsage, type Call, type Ending } from '../../command.ts'
import { verifyCommands } from '../../verify.ts'

/** How a command ended and what it said. */
export interface Ended {
  readonly ending: Ending
  readonly out: string
}

/** Runs `parley verify ...`; a `BadUsage` ends with 2 and its message, as on the command line. */
export const run = async (
  name: string,
  positionals: readonly string[],
  values: Call['values'] = {},
): Promise<Ended> => {
  const command = verifyCommands.find((each) => each.name === `verify ${name}`)
  if (!command) throw new Error(`no command verify ${name}`)
  const said: string[] = []
  const log = console.log
  console.log = (line: unknown) => said.push(`${line}`)
  try {
    return { ending: await command.run({ positionals, values }), out: said.join('\n') }
  } catch (error) {
    if (error instanceof BadUsage) return { ending: 2, out: error.message }
    throw error
  } finally {
    console.log = log
  }
}
