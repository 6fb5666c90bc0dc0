import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAnnouncer } from '../acts/announce.ts'
import { type ActsDoor, openActsDoor } from '../acts/door.ts'
import { rolePassword } from '../database/roles.ts'
import { CannotOpen, type Installation, openInstallation } from '../installation.ts'
import { type Founded, foundProcess } from '../parties/founding.ts'
import { openHouses } from '../seats.ts'
import { smallProcess } from '../testing/process.ts'
import { makeBackup } from './backup.ts'
import { copyBackup, removeMark } from './copy.ts'
import { readManifest, sealOf } from './manifest.ts'

interface ActRow {
  readonly room_id: string
  readonly index: number
  readonly leaf: string
}

const actsOf = async (installation: Installation): Promise<readonly ActRow[]> => {
  const owner = await installation.owner()
  const { rows } = await owner.query<ActRow>('select * from parley.acts order by room_id, index')
  await owner.end()
  return rows
}

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('a backup', () => {
  const told: string[] = []
  const onProgress = (line: string) => void told.push(line)
  let shelf: string
  let installation: Installation
  let door: ActsDoor
  let founded: Founded
  let backup: string

  beforeAll(async () => {
    shelf = mkdtempSync(join(tmpdir(), 'parley backup '))
    installation = await openInstallation({ folder: join(shelf, 'data') })
    const outcome = await foundProcess(installation, smallProcess)
    if ('flaws' in outcome || !outcome.ok) throw new Error('not founded')
    founded = outcome.value
    const { pools, keys } = installation
    door = openActsDoor({
      pools,
      keys,
      houseOf: openHouses(pools),
      announcer: makeAnnouncer(),
      clock: () => new Date(),
      isReadOnly: () => false,
    })
    backup = join(shelf, 'backup')
  })
  afterAll(async () => {
    await installation.stop()
    rmSync(shelf, { recursive: true, force: true, maxRetries: 5 })
  })

  const say = async (words: string): Promise<string> => {
    const identity = {
      process: founded.process,
      seat: 'us',
      role: founded.roles.us ?? '',
      member: founded.members['us-head'] ?? '',
    }
    const outcome = await door.post(identity, {
      id: randomUUID(),
      room: founded.rooms.plenary ?? '',
      kind: 'message.send',
      object: randomUUID(),
      base: 0,
      payload: { nature: 'statement', original: 'en', words: { en: words } },
    })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.object
  }

  it('made while acts are posted holds every act confirmed before it began, and no log with a gap', async () => {
    const before: string[] = []
    for (let i = 0; i < 20; i += 1) before.push(await say(`before ${i}`))
    let going = true
    const during: string[] = []
    const writer = (async () => {
      while (going) during.push(await say(`during ${during.length}`))
    })()
    const manifest = await makeBackup({ installation, folder: backup, onProgress })
    going = false
    await writer
    expect(during.length).toBeGreaterThan(2)
    expect(told[0]).toMatch(/^copying the database, about \d+ MiB/)

    await copyBackup({ backup, to: join(shelf, 'restored'), onProgress })
    const restored = await openInstallation({ folder: join(shelf, 'restored'), unchecked: true })
    const [was, is] = [await actsOf(installation), await actsOf(restored)]
    const owner = await restored.owner()
    const logs = await owner.query<{ room_id: string; size: number }>('select room_id, size from parley.logs')
    await owner.end()
    await restored.stop()

    const known = new Set(is.map((row) => `${row.room_id} ${row.index}`))
    expect(is).toEqual(was.filter((row) => known.has(`${row.room_id} ${row.index}`)))
    const objects = new Set(is.map((row) => (row as ActRow & { object_id: string }).object_id))
    expect(before.filter((object) => !objects.has(object))).toEqual([])
    for (const { room_id, size } of logs.rows) {
      const indexes = is.filter((row) => row.room_id === room_id).map(({ index }) => index)
      expect(indexes).toEqual(Array.from({ length: size }, (_, i) => i))
      expect(size).toBeGreaterThanOrEqual(manifest.logs.find(({ log }) => log === room_id)?.size ?? Infinity)
    }
  })

  it('is for its owner alone, and holds neither locks nor logs nor sockets', async () => {
    expect(statSync(backup).mode & 0o077).toBe(0)
    expect(readdirSync(backup).toSorted()).toEqual(['manifest.json', 'postgres', 'secret'])
    const { files } = await readManifest(backup)
    expect(files.map(({ path }) => path)).not.toContain('postgres/postmaster.pid')
  })

  it('opens nothing while it is not checked, and everything afterwards', async () => {
    const folder = join(shelf, 'restored')
    await expect(openInstallation({ folder })).rejects.toThrow(CannotOpen)
    await expect(openInstallation({ folder, attach: true })).rejects.toThrow('has not been compared yet')
    const url = 'postgres://a:b@localhost/c'
    await expect(openInstallation({ folder, databaseUrl: url })).rejects.toThrow('has not been compared yet')
    removeMark(folder)
    await (await openInstallation({ folder })).stop()
  })

  it('is not copied twice while it waits for its check, and never over something else', async () => {
    const to = join(shelf, 'waiting')
    await copyBackup({ backup, to, onProgress })
    const { ino } = statSync(join(to, 'secret'))
    await copyBackup({ backup, to, onProgress })
    expect(statSync(join(to, 'secret')).ino).toBe(ino)
    removeMark(to)
    await expect(copyBackup({ backup, to, onProgress })).rejects.toThrow('is not empty')
  })

  it('is copied anew where copying was broken off', async () => {
    const to = join(shelf, 'broken-off')
    mkdirSync(to)
    writeFileSync(
      join(to, 'restored'),
      JSON.stringify({ backup: sealOf(await readManifest(backup)), whole: false }),
    )
    writeFileSync(join(to, 'secret'), 'half')
    await copyBackup({ backup, to, onProgress })
    expect(readFileSync(join(to, 'secret'))).toEqual(readFileSync(join(backup, 'secret')))
  })

  it('counts the time since it was made as an interruption', () => {
    const { at } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as { at: string }
    const { mtimeMs } = statSync(join(shelf, 'waiting', 'alive'))
    expect(Math.round(mtimeMs)).toBe(Date.parse(at))
  })

  it('with a flipped bit or a missing file is not restored, and each of them is named', async () => {
    const to = join(shelf, 'never')
    flip(join(backup, 'postgres', 'base', '1', '1259'), 5_000)
    flip(join(backup, 'secret'), 3)
    rmSync(join(backup, 'postgres', 'global', 'pg_control'))
    await expect(copyBackup({ backup, to, onProgress })).rejects.toThrow(
      /is damaged, and nothing was restored:\n {2}postgres\/base\/1\/1259 was changed\n {2}postgres\/global\/pg_control is missing\n {2}secret was changed$/,
    )
    expect(existsSync(to)).toBe(false)
  })

  it('is written into a new folder, outside the data', async () => {
    const into = (folder: string) => makeBackup({ installation, folder, onProgress })
    await expect(into(backup)).rejects.toThrow('is there already')
    await expect(into(join(shelf, 'data', 'postgres', 'mine'))).rejects.toThrow('lies in the data folder')
    await expect(into(join(shelf, 'nowhere', 'mine'))).rejects.toThrow('it is not there')
  })

  it('that is interrupted leaves nothing behind', async () => {
    const given = new AbortController()
    const folder = join(shelf, 'interrupted')
    const onFirst = () => setTimeout(() => given.abort(new Error('enough')), 30)
    await expect(
      makeBackup({ installation, folder, onProgress: onFirst, signal: given.signal }),
    ).rejects.toThrow('enough')
    expect(readdirSync(shelf).filter((name) => name.startsWith('interrupted'))).toEqual([])
    await makeBackup({ installation, folder, onProgress })
  })

  it('of a damaged database is refused, naming the file with the damage', async () => {
    const folder = join(shelf, 'restored')
    flip(join(folder, 'postgres', 'base', '1', '2619'), 5_000)
    const damaged = await openInstallation({ folder })
    const taken = makeBackup({ installation: damaged, folder: join(shelf, 'unsound'), onProgress })
    await expect(taken).rejects.toThrow(/^the database is damaged: .*base\/1\/2619/)
    expect(readdirSync(shelf).filter((name) => name.startsWith('unsound'))).toEqual([])
    await damaged.stop()
  })

  it("is no seat's to take: only the owner may copy the database", async () => {
    const { address, names, secret } = installation
    for (const user of [founded.roles.us ?? '', names.door]) {
      const password = rolePassword(secret, user)
      const config = { host: address.host, port: address.port, user, password, replication: 'true' }
      const client = new pg.Client(config)
      await expect(client.connect()).rejects.toThrow('no pg_hba.conf entry for replication connection')
      await client.end()
    }
  })
})
