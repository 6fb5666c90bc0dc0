import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAvailability } from './availability.ts'

const clock = () => new Date('2026-11-22T10:00:00.000Z')

describe('the availability of an installation', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-alive-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('knows of no interruption at the very first start', async () => {
    expect((await openAvailability(folder, clock)).openSince()).toBeNull()
  })

  it('takes a short absence for none, and a long one for an interruption that ends now', async () => {
    const first = await openAvailability(folder, clock)
    await first.beat()
    expect((await openAvailability(folder, clock)).openSince()).toBeNull()
    const before = Date.now() / 1000 - 3_600
    await writeFile(join(folder, 'alive'), '')
    await utimes(join(folder, 'alive'), before, before)
    expect((await openAvailability(folder, clock)).openSince()).toBe('2026-11-22T10:00:00.000Z')
  })
})
