import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actsPath, anchoringsPath, checkpointPath, filesPath, statePath } from '#domain/record/folder.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { actsIn, anchoringsIn, entriesIn, headIn, openMirror } from '#server/backup/mirror.ts'
import { akoma } from '#server/testing/files.ts'
import type { Person } from '#server/testing/table.ts'
import { type Between, openBetween } from './mirror/testing/between.ts'
import { type House, openHouse } from './mirror/testing/house.ts'
import { run } from './verify/testing/run.ts'

let house: House
let between: Between
let folder: string
let ru: Person

beforeAll(async () => {
  house = await openHouse()
  between = await openBetween(house.url)
  ru = await house.table.as('ru-head')
  await house.say('First words.')
  await house.say('Among ourselves.', 'us-caucus')
  await house.tick()
})
afterAll(async () => {
  await between.close()
  await house.close()
})
beforeEach(() => {
  folder = join(house.shelf, randomUUID())
  between.asked.length = 0
  between.meddle = async () => undefined
})

const through = (values = {}) => house.mirror(folder, values, between.url)
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const lines = (path: string): readonly string[] => read(path).split('\n').slice(0, -1)
const tilesOf = (log: string): readonly string[] =>
  readdirSync(join(folder, log, 'tile'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, log).length + 1))
    .sort()
const sizeIn = (log: string): number => Number(lines(checkpointPath(log))[1])
const verifies = async (): Promise<void> => {
  const { ending, out } = await run('log', [folder], { replay: true })
  expect(out).toContain('Everything agrees.')
  expect(ending).toBe(0)
}

describe('a mirror', () => {
  it('holds what its seat may read, verified, for its owner alone, and nothing of other rooms', async () => {
    const { ending, out, warned } = await house.mirror(folder)
    expect({ ending, warned }).toEqual({ ending: 0, warned: '' })
    expect(out).toMatch(/^\d+ new entries in 3 rooms; all 3 witnesses vouch for them$/)
    await verifies()
    const about = JSON.parse(read('about.json'))
    expect(about).toMatchObject({ format: 'parley record 1', seat: 'us', anchor: house.table.founded.anchor })
    expect(about.logs.map((each: { room?: { key: string } }) => each.room?.key)).toEqual([
      ...['plenary', 'us-channel', 'group', 'us-caucus', 'gallery', undefined],
    ])
    expect(read('about.html')).toContain('<article lang="ru">')
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      ({ name }) => !name.startsWith('lock'),
    ))
      expect(statSync(join(entry.parentPath, entry.name)).mode & 0o077, entry.name).toBe(0)
  })

  it('says calmly that nothing is new, and of a single entry that it is one', async () => {
    await house.mirror(folder)
    expect((await house.mirror(folder)).out).toBe(
      'nothing new in 5 rooms; all 3 witnesses vouch for what is held',
    )
    await house.say('One more.', 'us-caucus')
    await house.tick()
    expect((await house.mirror(folder)).out).toBe('1 new entry in 1 room; all 3 witnesses vouch for it')
    await verifies()
  })

  it('speaks to machines in one line of JSON a round', async () => {
    const { out, warned } = await house.mirror(folder, { json: true })
    expect(warned).toBe('')
    expect(out.split('\n')).toHaveLength(1)
    const said = JSON.parse(out)
    expect(said).toMatchObject({
      ok: true,
      grown: 3,
      rooms: 5,
      witnesses: 3,
      missing: [],
      findings: [],
      trouble: null,
    })
    expect(said.logs.find((each: { name: string }) => each.name === 'Plenary')).toMatchObject({
      size: sizeIn(house.table.room('plenary')),
      taken: sizeIn(house.table.room('plenary')),
    })
  })

  it('fetches what is new and nothing twice, and drops partial tiles that wider ones replace', async () => {
    const log = house.table.room('us-caucus')
    await through()
    for (let i = 0; i < 300; i += 1) await house.say(`Words ${i}.`, 'us-caucus')
    await house.tick()
    await through()
    await house.say('The last.', 'us-caucus')
    await house.tick()
    between.asked.length = 0
    await through()
    const size = sizeIn(log)
    const edge = [`tile/0/001.p/${size - 256}`, `tile/entries/001.p/${size - 256}`]
    const [full, acts] = [between.asked.filter((path) => path.startsWith(`/log/${log}/tile`)), between.asked]
    expect(full.sort()).toEqual(edge.map((path) => `/log/${log}/${path}`))
    expect(acts.filter((path) => path.includes('acts?'))[0]).toContain(`from=${size - 1}`)
    expect(tilesOf(log)).toEqual(['tile/0/000', edge[0], 'tile/1/000.p/1', 'tile/entries/000', edge[1]])
    await verifies()
  })

  it('asks for rooms first and for the anchor log last', async () => {
    await through()
    const heads = between.asked.filter((path) => path.endsWith('/checkpoint'))
    expect(heads).toHaveLength(6)
    expect(heads.at(-1)).toBe(`/log/${house.table.founded.anchor}/checkpoint`)
  })

  it('writes no act beyond the head, and leaves gaps where other seats read', async () => {
    const log = house.table.room('plenary')
    await ru.act('plenary', 'marks.move', ru.member, null, { read: 1 })
    await house.tick()
    const beyond = await house.say('Not signed yet.')
    await house.mirror(folder)
    expect(sizeIn(log)).toBe(beyond)
    expect(lines(actsPath(log))).toHaveLength(beyond - 1)
    await verifies()
    await house.tick()
    await house.mirror(folder)
    expect(lines(actsPath(log)).at(-1)).toContain('Not signed yet.')
    await verifies()
  })

  it('adds no line for ticks at which nothing had changed', async () => {
    const log = house.table.room('plenary')
    await house.mirror(folder)
    const before = lines(anchoringsPath(log))
    await house.tick()
    await house.tick()
    await house.mirror(folder)
    expect(lines(anchoringsPath(log))).toEqual(before)
    await verifies()
  })

  it('brings the papers home, and asks again for one it did not get', async () => {
    const log = house.table.room('us-caucus')
    const bytes = akoma('One article.')
    const { json: file } = await house.us.upload('us-caucus', bytes)
    const { names: _, ...reference } = file
    const paper = {
      original: 'en',
      words: { en: 'A paper' },
      form: 'file',
      files: { en: reference },
      nonPaper: false,
    }
    const done = await house.us.act('us-caucus', 'paper.submit', randomUUID(), 0, paper)
    expect(done.text).toContain('receipt')
    await house.tick()
    between.meddle = async (path) => (path.includes('/files/') ? { body: 'other bytes' } : undefined)
    const first = await through()
    expect(first.ending).toBe(1)
    expect(first.warned).toMatch(/^PAPER of Room of A .* gives other bytes than those of [0-9a-f]{64}/)
    between.meddle = async () => undefined
    expect(await through()).toMatchObject({ ending: 0, warned: '' })
    expect(readFileSync(join(folder, filesPath(log), file.file))).toEqual(Buffer.from(bytes))
    await verifies()
    between.asked.length = 0
    await through()
    expect(between.asked.filter((path) => path.includes('/files/'))).toEqual([])
  })

  it('goes on from a folder that was taken home', async () => {
    const log = house.table.room('plenary')
    await house.takeHome(folder)
    expect(existsSync(join(folder, statePath(log)))).toBe(true)
    await house.say('After it was taken home.')
    await house.tick()
    expect((await house.mirror(folder)).out).toMatch(/^1 new entry in 1 room/)
    expect(existsSync(join(folder, statePath(log)))).toBe(false)
    await verifies()
  })

  it('is brought up to date by a later round when it lay between two ticks', async () => {
    const { anchor } = house.table.founded
    await house.mirror(folder)
    const old = read(checkpointPath(anchor))
    await house.say('Between two ticks.')
    await house.tick()
    let shown = 0
    between.meddle = async (path) => {
      if (path !== `/log/${anchor}/checkpoint`) return undefined
      shown += 1
      return shown === 1 ? { body: old } : undefined
    }
    const { ending, out } = await through()
    expect(out).toMatch(/^1 new entry in 1 room/)
    expect({ ending, shown }).toEqual({ ending: 0, shown: 2 })
    await verifies()
  })
})

const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('a server that is brought back', () => {
  it('finds in the mirror what it lacks: every head, entry, act and anchoring of it', async () => {
    await house.mirror(folder)
    const mirror = await openMirror(folder)
    const log = house.table.room('plenary')
    const head = await headIn(mirror, log, house.table.context.keys.log(log).key)
    const size = sizeIn(log)
    if (!head) throw new Error('the mirror has no head of the plenary')
    expect(head.size).toBe(size)
    expect(await entriesIn(head, log, size - 3, size)).toHaveLength(3)
    const acts = await all(actsIn(mirror, log))
    expect(acts.map(({ index }) => index)).toEqual(lines(actsPath(log)).map((line) => JSON.parse(line).index))
    expect((await all(anchoringsIn(mirror, log))).at(-1)).toMatchObject({ size })
  })
})

describe('a mirror that cannot work', () => {
  const refused = async (said: string | RegExp, values = {}, url = house.url) => {
    const { ending, warned, out } = await house.mirror(folder, values, url)
    expect(warned).toMatch(said)
    expect({ ending, out }).toEqual({ ending: 2, out: '' })
  }

  it('says which option is wrong', async () => {
    await refused('wants --process ID', { process: undefined })
    await refused('is a UUID', { process: 'small' })
    await refused('a number of seconds', { every: 'often', once: undefined })
    await refused('from 1 to 86400', { every: '0', once: undefined })
    await refused('exclude each other', { every: '5' })
    await refused('no such folder', { 'policy-dir': '/nowhere' })
    await refused('is not an address', {}, 'talks.example.org')
    await refused('over https only', {}, 'http://talks.example.org')
    await refused('no name and no password', {}, 'https://us:secret@talks.example.org')
    expect(existsSync(folder)).toBe(false)
  })

  it('takes its key only from a file that nobody else can read, or from the environment', async () => {
    const open = join(house.shelf, randomUUID())
    const key = readFileSync(house.keyFile, 'utf8')
    writeFileSync(open, key)
    chmodSync(open, 0o640)
    await refused(`chmod 600 ${open}`, { 'key-file': open })
    await refused('there is no such file', { 'key-file': '/nowhere' })
    await refused('PARLEY_MIRROR_KEY', { 'key-file': undefined })
    writeFileSync(open, 'a word', { mode: 0o600 })
    chmodSync(open, 0o600)
    await refused('holds no key of a mirror', { 'key-file': open })
    process.env.PARLEY_MIRROR_KEY = key
    expect((await house.mirror(folder, { 'key-file': undefined })).ending).toBe(0)
    delete process.env.PARLEY_MIRROR_KEY
  })

  it('ends with 2 when the server does not take the key, or the key opens no such process', async () => {
    const other = join(house.shelf, randomUUID())
    writeFileSync(other, `parley-mirror-${'x'.repeat(43)}`, { mode: 0o600 })
    await refused('does not take this key', { 'key-file': other })
    await refused('opens no process', { process: randomUUID() })
  })

  it("works in no folder that is somebody else's", async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'Dear Sir')
    await refused('is no mirror, and not empty: there is letter.txt')
  })

  it('works in no folder of another seat', async () => {
    await house.mirror(folder)
    const theirs = join(house.shelf, randomUUID())
    writeFileSync(theirs, (await ru.post('mirrors', {})).json.key, { mode: 0o600 })
    await refused('a mirror of the seat us, and the key is one of ru', { 'key-file': theirs })
  })

  it('works in no folder where another mirror works', async () => {
    let inside = { ending: 0, warned: '' }
    between.meddle = async (path) => {
      if (path.endsWith('/record') && inside.ending === 0) inside = await house.mirror(folder)
      return undefined
    }
    await through()
    expect(inside).toMatchObject({ ending: 2, warned: expect.stringContaining('mirrors into it') })
  })

  it('says what is wrong with answers that cannot be used, and takes nothing', async () => {
    await house.mirror(folder)
    const before = read(checkpointPath(house.table.founded.anchor))
    await house.say('Not to be had.')
    await house.tick()
    const answers: readonly (readonly [string, string, object])[] = [
      ['/record', 'is not followed', { status: 302, headers: { location: house.url } }],
      ['/record', 'answers 503', { status: 503 }],
      ['/record', 'is not JSON', { body: '{' }],
      ['/record', 'cannot be understood: ', { body: '{"process":{}}' }],
      ['/policy', 'more than 16777472 bytes', { body: new Uint8Array(17_000_000) }],
    ]
    for (const [end, said, answer] of answers) {
      between.meddle = async (path) => (path.endsWith(end) ? answer : undefined)
      await refused(said, {}, between.url)
    }
    await refused('cannot be reached', {}, 'http://localhost:1')
    expect(read(checkpointPath(house.table.founded.anchor))).toBe(before)
  })
})

describe('witnesses', () => {
  it('that are missing are named, and the head is taken', async () => {
    const { key } = house.table.context.keys.exerciseWitness(house.table.founded.process, 'ru')
    const payload = { key: formatVerifierKey(key), url: 'http://127.0.0.1:1/' }
    expect((await ru.act('plenary', 'witness.appoint', 'ru', 1, payload)).status).toBe(200)
    await house.tick()
    const { ending, out, warned } = await house.mirror(folder)
    expect({ ending, warned }).toEqual({ ending: 0, warned: '' })
    expect(out).toContain(
      `; 2 of 3 witnesses vouch for them; missing: ${key.name} (Plenary, Group, Gallery, the anchor log)`,
    )
    expect((await run('log', [folder])).out).toContain('Too few witnesses have signed')
  })

  it('that had cosigned the head held are not lost when the server shows it with fewer', async () => {
    await house.mirror(folder)
    const log = house.table.room('us-caucus')
    const before = read(checkpointPath(log))
    between.meddle = async (path, ask) => {
      if (path !== `/log/${log}/checkpoint`) return undefined
      const note = new TextDecoder().decode(await ask(path))
      return { body: note.split('\n').slice(0, 5).join('\n').concat('\n') }
    }
    const { ending, out } = await through()
    expect(ending).toBe(0)
    expect(out).toContain('(Room of A)')
    expect(read(checkpointPath(log))).toBe(before)
  })
})
