import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeBackup } from '#server/backup/backup.ts'
import { type House, openHouse } from '#server/backup/testing/house.ts'
import { tablesOf } from '#server/backup/testing/tables.ts'
import { buildApp } from '#server/http/app.ts'
import type { Founded } from '#server/parties/founding.ts'
import type { Call } from './command.ts'
import { type Mirrored, runMirror } from './mirror/testing/house.ts'
import { restoreCommand } from './restore.ts'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

describe('a house that is lost', () => {
  const sides = ['us', 'ru'] as const
  let shelf: string
  let url: string
  let house: House
  let founded: Founded
  let close: () => Promise<void>
  /** Not far from the clock of the restore, and moved by ticks alone. */
  let now = new Date(Math.floor(Date.now() / 30_000) * 30_000 + 4_000)
  const at = (name: string): string => join(shelf, name)

  const open = async (folder: string, earlier?: Founded): Promise<void> => {
    const relyingParty = { id: 'localhost', origins: [url] }
    house = await openHouse(folder, earlier, { clock: () => now, relyingParty })
    founded = house.founded
    const app = await buildApp(house.context, () => undefined)
    await app.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
    close = async () => {
      await app.close()
      await house.close()
    }
  }

  const tick = async (): Promise<void> => {
    now = new Date(now.getTime() + 30_000)
    await house.context.recorder.tick()
  }

  /** Lets the mirror of a side fetch and verify what is new, with a new key. */
  const mirror = async (seat: (typeof sides)[number]): Promise<Mirrored> => {
    const { process, members, roles } = founded
    const whom = { process, seat, role: roles[seat] ?? '', member: members[`${seat}-head`] ?? '' }
    const { key } = await house.context.mirrors.make(whom)
    writeFileSync(at('key'), `${key}\n`, { mode: 0o600 })
    return runMirror([url, at(seat)], { process, 'key-file': at('key'), once: true })
  }

  const restore = async (more: Record<string, unknown> = {}) => {
    const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const mirrors = sides.map(at)
    const values = { to: at('new'), mirror: mirrors, witnesses: at('data/witnesses'), json: true, ...more }
    const call = { positionals: [at('backup')], values: values as unknown as Call['values'] }
    const code = await restoreCommand.run(call)
    const said = JSON.parse(String(out.mock.calls.at(-1)?.[0]))
    vi.restoreAllMocks()
    return { code, ...said }
  }

  beforeAll(async () => {
    shelf = mkdtempSync(join(tmpdir(), 'parley-lost-'))
    url = `http://localhost:${await freePort()}`
    await open(at('data'))
    for (const seat of [...sides, 'mediator']) await house.name(seat, null)
    await tick()
    await makeBackup({ installation: house.installation, folder: at('backup'), onProgress: () => undefined })
  })
  afterAll(async () => {
    await close()
    rmSync(shelf, { recursive: true, force: true, maxRetries: 5 })
  })

  it('comes back with the mirrors of both sides, which lack its last minute, and they go on from there', async () => {
    for (const seat of sides) {
      await house.say(seat, 'plenary', `Said by ${seat}.`)
      await house.act(seat, 'plenary', 'marks.move', { read: 3 }, founded.members[`${seat}-head`])
    }
    await house.say('ru', 'ru-caucus', 'Among ourselves.')
    await tick()
    for (const seat of sides) expect(await mirror(seat)).toMatchObject({ ending: 0, warned: '' })
    await tick()
    await tick()
    const lost = await tablesOf(house.installation)
    await close()

    const refused = await restore({ mirror: [at('us')] })
    expect(refused).toMatchObject({ code: 1, opened: false })
    expect(refused.findings[0].said).toMatch(
      /^the room plenary of small: no mirror here holds the acts \d+; /,
    )

    const opened = await restore()
    expect(opened).toMatchObject({ code: 0, opened: true, findings: [] })
    const anchor = opened.logs.find(({ log }: { log: string }) => log === founded.anchor)
    const rooms = Object.keys(founded.rooms).length
    expect(anchor).toMatchObject({ size: 4 * rooms, taken: rooms, remade: 2 * rooms })

    await open(at('new'), founded)
    expect(await tablesOf(house.installation)).toEqual(lost)
    await house.say('us', 'plenary', 'And so we go on.')
    await tick()
    for (const seat of sides) {
      const mirrored = await mirror(seat)
      expect(mirrored).toMatchObject({ ending: 0, warned: '' })
      expect(mirrored.out).toContain('all 3 witnesses vouch')
    }
  })
})
