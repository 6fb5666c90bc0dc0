/** Opens the installation for one command, beside a running server or by itself. */
import { readConfig } from '#server/config.ts'
import { CannotOpen, type Installation, openInstallation } from '#server/installation.ts'
import { BadUsage, type Call, textOf } from './command.ts'

/** Runs something with the installation and closes it afterwards, come what may. */
export const withInstallation = async <T>(
  call: Call,
  work: (installation: Installation) => Promise<T>,
): Promise<T> => {
  const config = readConfig(process.env, { data: textOf(call, 'data') })
  const installation = await openInstallation({ ...config, folder: config.data, attach: true }).catch(
    (error) => {
      if (error instanceof CannotOpen) throw new BadUsage(error.message)
      throw error
    },
  )
  try {
    return await work(installation)
  } finally {
    await installation.stop()
  }
}
