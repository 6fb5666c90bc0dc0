import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCheckpoint } from '#domain/record/checkpoint.ts'
import { actsPath, checkpointPath } from '#domain/record/folder.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { primitives } from '#server/record/primitives.ts'
import type { TestTable } from '#server/testing/table.ts'
import { run } from '../verify/testing/run.ts'
import { type House, openHouse } from './testing/house.ts'
import { sealed } from './testing/wax.ts'

/** What whoever runs the server can do to it, and what a library user would see of it. */
interface Scene {
  readonly house: House
  readonly query: (text: string, ...values: readonly unknown[]) => Promise<Record<string, never>[]>
  /** The mirror that held everything before. */
  readonly held: string
  /** What verify says of what the server gives to take home now. */
  readonly verifyHome: () => ReturnType<typeof run>
  /** A mirror that begins now. */
  readonly mirrorAnew: () => ReturnType<House['mirror']>
  readonly noteOf: (room: string) => string
  /** The server is started again, remembers nothing, and signs; `told` is what it tells whoever runs it. */
  readonly startAndSign: () => Promise<{ readonly told: readonly string[] }>
}

const openScene = async (): Promise<Scene> => {
  const house = await openHouse()
  const held = join(house.shelf, 'held')
  const mediator = await house.table.as('mediator-head')
  for (let i = 0; i < 6; i += 1) {
    for (const room of ['plenary', 'us-channel', 'group', 'us-caucus']) await house.say(`Words ${i}.`, room)
    await house.say(`Words ${i}.`, 'gallery', mediator)
  }
  await house.tick()
  expect(await house.mirror(held)).toMatchObject({ ending: 0, warned: '' })
  let current: TestTable['context'] = house.table.context
  const fresh = (name: string): string => {
    const folder = join(house.shelf, name)
    rmSync(folder, { recursive: true, force: true })
    return folder
  }
  return {
    house,
    held,
    query: (text, ...values) => house.asOwner(async (owner) => (await owner.query(text, [...values])).rows),
    verifyHome: async () => {
      const home = fresh('home')
      await house.takeHome(home)
      return run('log', [home])
    },
    mirrorAnew: () => house.mirror(fresh('anew')),
    noteOf: (room) => readFileSync(join(held, checkpointPath(house.table.room(room))), 'utf8'),
    startAndSign: async () => {
      await current.close()
      const told: string[] = []
      const again = await house.table.reopen({ tell: (line) => told.push(line) })
      current = again.context
      await current.recorder.tick()
      return { told }
    },
  }
}

let scene: Scene
const room = (key: string): string => scene.house.table.room(key)
const headOf = (key: string) => {
  const { key: logKey } = scene.house.table.context.keys.log(room(key))
  const opened = openCheckpoint(scene.noteOf(key), { logs: [logKey], witnesses: [] }, primitives)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}
const heldWords = (key: string): string => readFileSync(join(scene.held, actsPath(room(key))), 'utf8')

type Attack = (log: string, entry: number) => Promise<unknown>

const editWords: Attack = (log, entry) =>
  scene.query(
    `update parley.acts set payload = jsonb_set(payload, '{words,en}', '"Other words."') where room_id = $1 and index = $2`,
    log,
    entry,
  )

const editLeaf: Attack = (log, entry) =>
  scene.query(
    `update parley.acts set leaf = regexp_replace(leaf, '"commitment":"....', '"commitment":"0000') where room_id = $1 and index = $2`,
    log,
    entry,
  )

/** Edits an act together with its leaf, so that the one fits the other. */
const editBoth: Attack = async (log, entry) => {
  const [row] = await scene.query(
    `select act_id as id, kind, object_id as object, seat, member_id as member, at, payload, salt from parley.acts
     where room_id = $1 and index = $2`,
    log,
    entry,
  )
  const { id, kind, object, seat, member, at, payload, salt } = { ...row } as unknown as {
    [name in 'id' | 'kind' | 'object' | 'seat' | 'member' | 'at']: string
  } & { payload: object; salt: Uint8Array }
  const other = { ...payload, words: { en: 'Other words.' } }
  const act = {
    id,
    room: log,
    kind,
    object,
    by: { seat, member },
    at: new Date(at).toISOString(),
    payload: other,
  }
  const leaf = leafOf(act, entry, new Uint8Array(salt), primitives.sha256)
  const set = 'update parley.acts set payload = $3, leaf = $4 where room_id = $1 and index = $2'
  await scene.query(set, log, entry, JSON.stringify(other), leaf)
}

const swap: Attack = async (log, entry) => {
  const move = 'update parley.acts set index = $3 where room_id = $1 and index = $2'
  await scene.query(move, log, entry, -1)
  await scene.query(move, log, entry + 1, entry)
  await scene.query(move, log, -1, entry + 1)
}

const insert: Attack = async (log, entry) => {
  await scene.query(
    'update parley.acts set index = -index - 1 where room_id = $1 and index >= $2',
    log,
    entry,
  )
  await scene.query('update parley.acts set index = -index where room_id = $1 and index < 0', log)
  await scene.query(
    `insert into parley.acts select room_id, $2::bigint, gen_random_uuid(), kind, object_id, seat, member_id, at, payload, salt, leaf
     from parley.acts where room_id = $1 and index = $2::bigint - 1`,
    log,
    entry,
  )
  await scene.query('update parley.logs set size = size + 1 where room_id = $1', log)
}

const remove: Attack = (log, entry) =>
  scene.query('delete from parley.acts where room_id = $1 and index = $2', log, entry)

const editTile: Attack = (log, entry) =>
  scene.query(
    `update parley.tiles set bytes = set_byte(bytes, $2, get_byte(bytes, $2) # 1) where room_id = $1 and level = 0`,
    log,
    entry * 32,
  )

describe('tampering directly in PostgreSQL', () => {
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.house.close())

  it('needs somebody whom its row-level security does not hold; the owner of the test database is one', async () => {
    const [owner] = await scene.query('select rolsuper from pg_roles where rolname = current_user')
    expect(owner).toEqual({ rolsuper: true })
    expect((await scene.verifyHome()).ending).toBe(0)
  })

  const other = 'is not the one the log has committed to'
  it.each<readonly [string, string, string, Attack, string]>([
    [
      'editing an act',
      'Plenary',
      'plenary',
      editWords,
      'not the one to which entry ENTRY of this log commits',
    ],
    ['editing a leaf', 'Room of A', 'us-caucus', editLeaf, `Entry ENTRY ${other}`],
    ['editing an act and its leaf', 'Channel A', 'us-channel', editBoth, `Entry ENTRY ${other}`],
    ['swapping two acts', 'Group', 'group', swap, `Entry ENTRY ${other}`],
    ['inserting an act', 'Plenary', 'plenary', insert, `Entry ENTRY ${other}`],
  ])(
    '%s is found: verify and a mirror that begins name log and entry',
    async (_, name, key, attack, sentence) => {
      const entry = headOf(key).size - 3
      const said = sentence.replace('ENTRY', `${entry}`)
      const words = heldWords(key)
      await attack(room(key), entry)
      const home = await scene.verifyHome()
      expect(home.ending).toBe(1)
      expect(home.out).toMatch(new RegExp(`WRONG +${name} \\(parley/log/${room(key)}\\).*${said}`))
      const anew = await scene.mirrorAnew()
      expect(anew.ending).toBe(1)
      expect(anew.warned).toMatch(
        new RegExp(`^WRONG in ${name} \\(parley/log/${room(key)}\\), .*${said}`, 'm'),
      )
      await scene.house.mirror(scene.held)
      expect(heldWords(key)).toBe(words)
    },
  )

  it('deleting an act is found: verify names log and bundle, and a mirror the entry', async () => {
    const entry = headOf('gallery').size - 3
    await remove(room('gallery'), entry)
    const home = await scene.verifyHome()
    expect(home.ending).toBe(1)
    expect(home.out).toMatch(/WRONG +Gallery .*tile\/entries\/000\.p\/\d+ is missing/)
    expect((await scene.mirrorAnew()).warned).toMatch(
      new RegExp(`^WRONG in Gallery \\(parley/log/${room('gallery')}\\), entry ${entry}: `, 'm'),
    )
  })

  it('is found by a mirror that held the logs too, as soon as they grow; what it held stays whole', async () => {
    await scene.startAndSign()
    for (const key of ['us-caucus', 'us-channel', 'group']) await scene.house.say('And so they went on.', key)
    await scene.startAndSign()
    const { ending, warned } = await scene.house.mirror(scene.held)
    expect(ending).toBe(1)
    for (const name of ['Plenary', 'Room of A', 'Channel A', 'Group'])
      expect(warned).toMatch(new RegExp(`^WRONG in ${name} \\(.*\\), Entry \\d+ ${other}`, 'm'))
    const { out } = await run('log', [scene.held])
    expect(out).toContain('Everything agrees.')
  })
})

describe('tampering with heads and tiles', () => {
  let early: string
  beforeAll(async () => {
    scene = await openScene()
    early = scene.noteOf('us-caucus')
    await scene.house.say('Later words.', 'us-caucus')
    await scene.house.tick()
    await scene.house.mirror(scene.held)
  })
  afterAll(() => scene.house.close())

  const show = (key: string, note: string) =>
    scene.query('update parley.heads set shown = $2 where room_id = $1', room(key), note)
  const kept = (key: string): readonly string[] => {
    const place = join(scene.held, room(key), 'contradictions')
    return readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'))
  }
  const refusedBy = async (said: RegExp) => {
    const { ending, warned } = await scene.house.mirror(scene.held)
    expect(ending).toBe(1)
    expect(warned).toMatch(said)
    expect((await run('log', [scene.held])).out).toContain('Everything agrees.')
    return warned
  }
  const forged = (key: string, size: number) =>
    sealed(scene.house.table.context.keys.log(room(key)), { size, root: new Uint8Array(32).fill(7) })

  it('a changed tile is found: verify and a mirror that begins name log and entry', async () => {
    const entry = headOf('gallery').size - 3
    await editTile(room('gallery'), entry)
    const said = `Entry ${entry} is not the one the log has committed to`
    expect((await scene.verifyHome()).out).toMatch(new RegExp(`WRONG +Gallery \\(.*\\): ${said}`))
    expect((await scene.mirrorAnew()).warned).toMatch(new RegExp(`^WRONG in Gallery \\(.*\\), ${said}`))
  })

  it('a rollback is refused: both signed heads are kept, and said what to do', async () => {
    const now = scene.noteOf('us-caucus')
    await show('us-caucus', early)
    const warned = await refusedBy(
      /^ROLLBACK of Room of A \(.*\): the server shows 7 entries, and 8 are held here\./,
    )
    expect(warned).toContain('parley restore --mirror')
    expect(scene.noteOf('us-caucus')).toBe(now)
    expect(kept('us-caucus').toSorted()).toEqual([early, now].toSorted())
    await refusedBy(/^ROLLBACK/)
    expect(kept('us-caucus')).toHaveLength(2)
  })

  it("a fork by the log's own key is refused, as large as the head held or larger", async () => {
    const now = scene.noteOf('group')
    const { size } = headOf('group')
    for (const [i, [longer, said]] of (
      [
        [0, /^FORK of Group .* does not continue/m],
        [5, /^WRONG in Group .*Nor is it shown that the new head continues the one held/m],
      ] as const
    ).entries()) {
      const other = forged('group', size + longer)
      await show('group', other)
      await refusedBy(said)
      expect(kept('group')).toHaveLength(i + 2)
      expect(kept('group')).toEqual(expect.arrayContaining([other, now]))
    }
    expect(scene.noteOf('group')).toBe(now)
  })

  it('a head by another key is refused', async () => {
    const { keys } = scene.house.table.context
    await show('us-channel', sealed(keys.log(room('plenary')), headOf('us-channel')))
    await refusedBy(/^WRONG in Channel A .*No signature on this note is by a key you know/m)
  })
})

describe('fork and rollback offered to witnesses', () => {
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.house.close())

  const standing = async (key: string) => {
    const { json } = await scene.house.us.get(`rooms/${room(key)}/record`)
    return json.log.witnesses.map(
      ({ seat, trouble }: { seat: string; trouble: string }) => `${seat} ${trouble}`,
    )
  }

  it('are refused by every one of them, and the mirror takes neither', async () => {
    for (const [key, keepsSize] of [
      ['us-caucus', false],
      ['group', true],
    ] as const) {
      const { size } = headOf(key)
      const log = room(key)
      await scene.query('delete from parley.tiles where room_id = $1', log)
      await scene.query('delete from parley.heads where room_id = $1', log)
      await scene.query('delete from parley.anchorings where room_id = $1', log)
      if (keepsSize) await editBoth(log, size - 2)
      else {
        await scene.query('delete from parley.acts where room_id = $1 and index >= $2', log, size - 2)
        await scene.query('update parley.logs set size = $2 where room_id = $1', log, size - 2)
      }
    }
    const { told } = await scene.startAndSign()
    expect(await standing('us-caucus')).toEqual(['us longer-history'])
    expect(await standing('group')).toEqual([
      'mediator other-history',
      'ru other-history',
      'us other-history',
    ])
    expect(told.filter((line) => line.includes('knows another log'))).toHaveLength(4)
    const { ending, warned } = await scene.house.mirror(scene.held)
    expect(ending).toBe(1)
    expect(warned).toMatch(/^ROLLBACK of Room of A/m)
    expect(warned).toMatch(/^FORK of Group/m)
    expect((await run('log', [scene.held])).out).toContain('Everything agrees.')
  })

  it('are refused still when the other history has grown longer, and the same tiles show it', async () => {
    const { size } = headOf('group')
    await scene.house.say('As if nothing had happened.', 'group')
    await scene.startAndSign()
    const { warned } = await scene.house.mirror(scene.held)
    expect(warned).toMatch(
      new RegExp(`^FORK of Group .* of ${size + 1} entries .* continue the ${size} held`, 'm'),
    )
    expect(headOf('group').size).toBe(size)
    expect(await standing('group')).toContain('us other-history')
  })
})
