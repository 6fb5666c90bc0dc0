/** The example loads whatever the hour: no day of it lies ahead of the act that names it. */
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { openInstallation } from '../installation.ts'
import { root } from '../root.ts'
import { copyDatabase } from '../testing/table.ts'
import { loadExercise } from './exercise.ts'

// The first and the last minutes of a day, and those of a week by the clocks of Vienna.
it.each(['2026-11-27T00:01', '2026-11-27T23:59', '2026-11-29T22:59', '2026-11-29T23:01'])(
  'at %s UTC',
  async (moment) => {
    const template = inject('template')
    const installation = await openInstallation({
      folder: inject('folder'),
      databaseUrl: await copyDatabase(template),
      rolesOf: new URL(template).pathname.slice(1),
    })
    const now = new Date(`${moment}:00.000Z`)
    const founded = await loadExercise(installation, join(root, 'cases', 'risk-reduction'), now)
    await installation.stop()
    expect(Object.keys(founded.rooms).length).toBeGreaterThan(0)
  },
)
